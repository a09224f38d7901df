import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	chmodSync,
	closeSync,
	existsSync,
	ftruncateSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { openPromise } from 'yauzl';
import { folderSink } from '../../src/io/packet/folder-sink.ts';
import type { PacketSink } from '../../src/io/packet/packet-sink.ts';
import { directoryRecord, endRecords, localHeader } from '../../src/io/packet/zip-records.ts';
import { zipSink } from '../../src/io/packet/zip-sink.ts';
import { sealed, smallPacket, writeFolder, writeZip } from '../support/small-packet.ts';
import { temporaryFolder } from '../support/temporary-library.ts';

const sink = {
	folder: (path: string, force = false) => folderSink(path, { force }),
	zip: (path: string, force = false) => zipSink(path, { force, folder: 'top' }),
};
const kinds = ['folder', 'zip'] as const;
const bytes = (text: string) => Buffer.from(text);
const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

describe.each(kinds)('a packet as %s', (kind) => {
	it('stands under its name only when all of it does', async () => {
		const folder = temporaryFolder();
		const packet = sink[kind](join(folder, 'below/packet'));
		packet.add('a/b.txt', bytes('b'));
		packet.add('a.txt', bytes(''));
		expect(readdirSync(join(folder, 'below')).filter((name) => !name.startsWith('.sop-packet-'))).toEqual([]);
		await packet.finish();
		expect(readdirSync(join(folder, 'below'))).toEqual(['packet']);
	});

	it('stands under no name before its end, however often it was put on the disk', async () => {
		const folder = temporaryFolder();
		const packet = sink[kind](join(folder, 'packet'));
		for (let at = 0; at < 100; at++) {
			packet.add(`a/${at}`, bytes(String(at)));
			if (at % 7 === 0) await packet.flush();
		}
		expect(readdirSync(folder)).not.toContain('packet');
		await packet.finish();
		expect(readdirSync(folder)).toEqual(['packet']);
		if (kind === 'folder') expect(readdirSync(join(folder, 'packet/a')).length).toBe(100);
	});

	it('leaves nothing where it is abandoned, also while it is put on the disk', async () => {
		const folder = temporaryFolder();
		const packet = sink[kind](join(folder, 'packet'));
		packet.add('a.txt', bytes('b'));
		const flushed = packet.flush();
		packet.add('b.txt', bytes('b'));
		await packet.abandon();
		await flushed;
		expect(readdirSync(folder)).toEqual([]);
	});

	it('takes no file twice', async () => {
		const packet = sink[kind](join(temporaryFolder(), 'packet'));
		packet.add('a', bytes('a'));
		expect(() => packet.add('a', bytes('b'))).toThrow(expect.objectContaining({ code: 'ETWICE' }));
		await packet.abandon();
	});

	it('does not replace what stands there, unless told to', async () => {
		const folder = temporaryFolder();
		const path = join(folder, 'packet');
		const write = kind === 'zip' ? writeZip : writeFolder;
		await write(path, smallPacket());
		const before = kind === 'zip' ? readFileSync(path) : readdirSync(path);
		await expect(write(path, new Map([['x', bytes('x')]]))).rejects.toMatchObject({ code: 'EEXIST' });
		expect(kind === 'zip' ? readFileSync(path) : readdirSync(path)).toEqual(before);
		await write(path, sealed(new Map([['x', bytes('x')]])), true);
		if (kind === 'folder') expect(readdirSync(path)).toEqual(['MANIFEST.sha256', 'x']);
		expect(readdirSync(folder)).toEqual(['packet']);
	});

	it('notices what is put there while it is written', async () => {
		const folder = temporaryFolder();
		const packet = sink[kind](join(folder, 'packet'));
		packet.add('a', bytes('a'));
		writeFileSync(join(folder, 'packet'), 'mine');
		await expect(packet.finish()).rejects.toMatchObject({ code: 'EEXIST' });
		await packet.abandon();
		expect(readdirSync(folder)).toEqual(['packet']);
		expect(readFileSync(join(folder, 'packet'), 'utf8')).toBe('mine');
	});

	it.each([true, false])('follows no link at its place (force: %s)', (force) => {
		const folder = temporaryFolder({ 'real/MANIFEST.sha256': '', 'real.zip': '' });
		symlinkSync(join(folder, kind === 'zip' ? 'real.zip' : 'real'), join(folder, 'packet'));
		expect(() => sink[kind](join(folder, 'packet'), force)).toThrow(
			expect.objectContaining({ code: 'ELOOP' }),
		);
		symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
		expect(() => sink[kind](join(folder, 'dangling'), force)).toThrow(
			expect.objectContaining({ code: 'ELOOP' }),
		);
	});

	it('sweeps what a process that was killed left, and nothing else', async () => {
		const folder = temporaryFolder();
		const path = join(folder, 'packet');
		const program = join(folder, 'sinks.mjs');
		await bundled(program);
		const call = `import { ${kind}Sink } from ${JSON.stringify(pathToFileURL(program).href)};
			const sink = ${kind}Sink(${JSON.stringify(path)}, { force: true, folder: 'top' });
			sink.add('a', Buffer.from('a'));
			process.kill(process.pid, 'SIGKILL');`;
		spawnSync(process.execPath, ['--input-type=module', '-e', call]);
		expect(readdirSync(folder).filter((name) => name.startsWith('.sop-packet-')).length).toBeGreaterThan(0);
		expect(existsSync(path)).toBe(false);
		// One of a process that lives stays.
		const alive = sink[kind](path);
		writeFileSync(join(folder, '.sop-packet-other'), 'mine');
		const packet = sink[kind](path, true);
		packet.add('MANIFEST.sha256', bytes(''));
		await packet.finish();
		const left = readdirSync(folder).filter((name) => name.startsWith('.sop-packet-'));
		expect(left.length).toBe(2);
		await alive.abandon();
		expect(readdirSync(folder).sort()).toEqual(['.sop-packet-other', 'packet', 'sinks.mjs']);
	});
});

/** Looks again until a look throws: when the disk answers is up to the machine. */
async function flushedUntilItThrows({ flush }: PacketSink): Promise<void> {
	for (const end = Date.now() + 60_000; Date.now() < end; await setTimeout(5)) await flush();
}

describe('a packet as folder', () => {
	it('says that a file could not be put on the disk, at the next look and at the end', async () => {
		const folder = temporaryFolder();
		const packet = folderSink(join(folder, 'packet'), { force: false });
		const [hidden = ''] = readdirSync(folder);
		rmSync(join(folder, hidden), { recursive: true });
		packet.add('a', bytes('a'));
		await expect(flushedUntilItThrows(packet)).rejects.toMatchObject({ code: 'ENOENT' });
		await expect(packet.finish()).rejects.toMatchObject({ code: 'ENOENT' });
		await packet.abandon();
		expect(readdirSync(folder)).toEqual([]);
	});

	it('takes the place of an empty folder, and of a packet as a whole only', async () => {
		const folder = temporaryFolder({ 'mine/letter.txt': 'Dear' });
		mkdirSync(join(folder, 'empty'));
		await writeFolder(join(folder, 'empty'), new Map([['a', bytes('a')]]));
		expect(readFileSync(join(folder, 'empty/a'), 'utf8')).toBe('a');
		for (const force of [true, false])
			await expect(writeFolder(join(folder, 'mine'), new Map(), force)).rejects.toMatchObject({
				code: force ? 'ENOTPACKET' : 'EEXIST',
			});
		expect(readdirSync(join(folder, 'mine'))).toEqual(['letter.txt']);
	});

	it('gives the old packet back that a killed process had moved away', async () => {
		const folder = temporaryFolder();
		const path = join(folder, 'packet');
		const packet = folderSink(path, { force: true });
		const [hidden = ''] = readdirSync(folder);
		await packet.abandon();
		// The highest process id there can be, which is nobody's.
		const old = hidden.replace(/-\d+-([0-9a-f]{16})\.tmp$/, '-4194304-$1.old.tmp');
		mkdirSync(join(folder, old));
		writeFileSync(join(folder, old, 'MANIFEST.sha256'), 'old');
		expect(() => folderSink(path, { force: false })).toThrow(expect.objectContaining({ code: 'EEXIST' }));
		expect(readFileSync(join(path, 'MANIFEST.sha256'), 'utf8')).toBe('old');
	});

	it.each(['../a', '/a', 'a/../../b', 'a//b', './a'])('writes nothing to %s', async (path) => {
		const packet = folderSink(join(temporaryFolder(), 'packet'), { force: false });
		expect(() => packet.add(path, bytes('a'))).toThrow(expect.objectContaining({ code: 'EOUTSIDE' }));
		await packet.abandon();
	});

	it.skipIf(process.getuid?.() === 0)('says where it may not write', () => {
		const folder = temporaryFolder();
		chmodSync(folder, 0o500);
		expect(() => folderSink(join(folder, 'packet'), { force: false })).toThrow(
			expect.objectContaining({ code: 'EACCES' }),
		);
	});
});

describe('a packet as ZIP', () => {
	const files = new Map([
		['z/é.txt', bytes('é'.repeat(5000))],
		['a', bytes('')],
		['B', createHash('sha512').update('cannot be packed').digest()],
		['big', Buffer.alloc(3 << 20, 'Procedure. ')],
	]);

	it('is the same whatever the order of its files', async () => {
		const folder = temporaryFolder();
		await writeZip(join(folder, 'one.zip'), files);
		await writeZip(join(folder, 'other.zip'), new Map([...files].reverse()));
		expect(readFileSync(join(folder, 'one.zip')).equals(readFileSync(join(folder, 'other.zip')))).toBe(true);
		// Of these bytes: what changes them changes the hash of every ZIP that anybody keeps.
		expect(
			createHash('sha256')
				.update(readFileSync(join(folder, 'one.zip')))
				.digest('hex'),
		).toBe('7a20cbd87fe773cbb21160fbdf955c9b78058971833a054b1d82f87f13c4129b');
	});

	it('has sorted names, one day, one permission, and nothing more', async () => {
		const path = join(temporaryFolder(), 'one.zip');
		await writeZip(path, files);
		const zip = await openPromise(path);
		const entries = [];
		for await (const entry of zip.eachEntry()) entries.push(entry);
		expect(entries.map(({ fileName }) => fileName.replace('audit-2026-01-01-2026-03-31/', ''))).toEqual([
			'B',
			'a',
			'big',
			'z/é.txt',
		]);
		for (const entry of entries) {
			expect(entry.lastModFileDate).toBe(0x21);
			expect(entry.lastModFileTime).toBe(0);
			expect(entry.externalFileAttributes >>> 16).toBe(0o100644);
			expect(entry.extraFieldLength).toBe(0);
			expect(entry.generalPurposeBitFlag).toBe(0x800);
		}
		expect(entries.map(({ compressionMethod }) => compressionMethod)).toEqual([0, 0, 8, 8]);
		zip.close();
	});

	it.each([
		['unzip', ['unzip', '-tq', 'one.zip']],
		['python3', ['python3', '-m', 'zipfile', '-t', 'one.zip']],
		['bsdtar', ['bsdtar', '-tf', 'one.zip']],
		['7z', ['7z', 't', 'one.zip']],
	])('is read by %s', async (program, [command = '', ...words]) => {
		if (!has(program)) {
			console.warn(`SKIPPED: ${program} is not here. Not passed, not failed.`);
			return;
		}
		const folder = temporaryFolder();
		await writeZip(join(folder, 'one.zip'), files);
		execFileSync(command, words, { cwd: folder, stdio: 'pipe' });
	});

	it('holds more files than the old form can count, and other programs read them', async () => {
		const folder = temporaryFolder();
		const packet = zipSink(join(folder, 'one.zip'), { force: false, folder: 'top' });
		for (let at = 0; at < 66_000; at++) packet.add(`data/${at}`, bytes(String(at)));
		await packet.finish();
		const listed = execFileSync(
			'python3',
			[
				'-c',
				'import zipfile; z = zipfile.ZipFile("one.zip"); print(len(z.namelist()), z.read("top/data/65999"))',
			],
			{ cwd: folder, encoding: 'utf8' },
		);
		expect(listed).toBe("66000 b'65999'\n");
		if (has('unzip')) execFileSync('unzip', ['-tqq', 'one.zip'], { cwd: folder, stdio: 'pipe' });
	});

	it('says where files begin beyond 4 GiB', () => {
		const folder = temporaryFolder();
		const offset = 5 * 2 ** 30;
		const content = bytes('far');
		const entry = {
			name: bytes('top/far'),
			method: 'stored',
			crc32: 0x7a0b4ca0,
			packed: 3,
			size: 3,
			offset,
		} as const;
		const crc = Number.parseInt(
			execFileSync('python3', ['-c', 'import zlib; print(zlib.crc32(b"far"))'], { encoding: 'utf8' }),
			10,
		);
		const far = { ...entry, crc32: crc };
		// The disk holds nothing for what was never written.
		const file = openSync(join(folder, 'far.zip'), 'w');
		ftruncateSync(file, offset);
		const [header, record] = [localHeader(far), directoryRecord(far)];
		const after = offset + header.length + content.length;
		const end = endRecords(1, { offset: after, size: record.length });
		writeSync(file, Buffer.concat([header, content, record, end]), 0, undefined, offset);
		closeSync(file);
		expect(statSync(join(folder, 'far.zip')).size).toBeGreaterThan(offset);
		const read = execFileSync(
			'python3',
			['-c', 'import zipfile; print(zipfile.ZipFile("far.zip").read("top/far"))'],
			{ cwd: folder, encoding: 'utf8' },
		);
		expect(read).toBe("b'far'\n");
	});

	it.each(['Asia/Tokyo', 'America/New_York'])('is the same in %s', async (zone) => {
		const folder = temporaryFolder();
		await writeZip(join(folder, 'here.zip'), files);
		const program = join(folder, 'sinks.mjs');
		await bundled(program);
		const there = join(folder, 'there.zip');
		const call = `import { zipSink } from ${JSON.stringify(pathToFileURL(program).href)};
			import { createHash } from 'node:crypto';
			const sink = zipSink(${JSON.stringify(there)}, { force: true, folder: 'audit-2026-01-01-2026-03-31' });
			sink.add('z/é.txt', Buffer.from('é'.repeat(5000)));
			sink.add('a', Buffer.from(''));
			sink.add('B', createHash('sha512').update('cannot be packed').digest());
			sink.add('big', Buffer.alloc(3 << 20, 'Procedure. '));
			await sink.finish();`;
		execFileSync(process.execPath, ['--input-type=module', '-e', call], {
			env: { ...process.env, TZ: zone },
		});
		expect(readFileSync(there).equals(readFileSync(join(folder, 'here.zip')))).toBe(true);
	});
});

/** The sinks as a program of their own, for processes without this test around them. */
async function bundled(outfile: string): Promise<void> {
	const root = new URL('../../src/io/packet/', import.meta.url).pathname;
	await build({
		stdin: {
			contents: `export * from './zip-sink.ts'; export * from './folder-sink.ts';`,
			resolveDir: root,
			loader: 'ts',
		},
		outfile,
		bundle: true,
		platform: 'node',
		format: 'esm',
		logLevel: 'error',
	});
}
