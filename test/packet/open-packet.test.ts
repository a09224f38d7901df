import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CommandContext } from '../../src/cli/command-context.ts';
import { openPacket } from '../../src/cli/packet/open-packet.ts';
import { writePacket } from '../../src/cli/packet/open-sink.ts';
import { nodeIo } from '../../src/io/node-io.ts';
import { sha256 } from '../../src/packet/manifest.ts';
import { type JudgedEntry, mostBytes, zipFiles } from '../../src/packet/zip-entries.ts';
import { type HostileEntry, hostileZip } from '../support/hostile-zip.ts';
import { smallPacket, writeFolder, writeZip } from '../support/small-packet.ts';
import { temporaryFolder } from '../support/temporary-library.ts';

function open(folder: string, path: string) {
	const io = { ...nodeIo(), workingDirectory: folder };
	return openPacket(new CommandContext(io, [], {}, { commands: [], showHelp() {} }), path);
}

function openZip(entries: readonly HostileEntry[]) {
	return open(temporaryFolder({ 'packet.zip': hostileZip(entries) }), 'packet.zip');
}

const good = { name: 'top/a.txt' };

describe('a packet', () => {
	it.each(['folder', 'zip'])('as %s gives the files that were written', async (kind) => {
		const folder = temporaryFolder();
		const files = smallPacket();
		await (kind === 'zip' ? writeZip : writeFolder)(join(folder, 'packet'), files);
		const packet = await open(folder, 'packet');
		expect(packet.kind).toBe(kind);
		expect(packet.files).toEqual([...files.keys()].sort());
		for (const [path, bytes] of files) {
			expect(await packet.read(path)).toEqual({ ok: true, value: bytes });
			expect(await packet.sha256(path)).toEqual({ ok: true, value: sha256(bytes) });
		}
		expect(await packet.read('none')).toEqual({ ok: false, why: 'is not in the packet' });
		expect(await packet.sha256('../packet')).toEqual({ ok: false, why: 'is not in the packet' });
		packet.close();
	});

	it.each([
		['zip', ['-qr', 'anew.zip', 'packet']],
		['python3', ['-m', 'zipfile', '-c', 'anew.zip', 'packet']],
	])('that %s packed anew is still read', async (program, words) => {
		if (spawnSync(program, ['--help']).error !== undefined) {
			console.warn(`SKIPPED: ${program} is not here. Not passed, not failed.`);
			return;
		}
		const folder = temporaryFolder();
		await writeFolder(join(folder, 'packet'), smallPacket());
		execFileSync(program, words, { cwd: folder });
		const packet = await open(folder, 'anew.zip');
		expect(packet.files).toEqual([...smallPacket().keys()].sort());
		packet.close();
	});

	it('that is not there, or no packet at all, is told in words', async () => {
		const folder = temporaryFolder({ 'a.zip': 'no archive', 'empty.zip': '' });
		await expect(open(folder, 'none')).rejects.toMatchObject({ message: 'There is no packet at none' });
		await expect(open(folder, 'a.zip')).rejects.toMatchObject({
			exitCode: 1,
			message: expect.stringMatching(/^a\.zip is refused as a packet: /),
		});
		await expect(open(folder, 'empty.zip')).rejects.toMatchObject({ exitCode: 1 });
	});
});

describe('a hostile ZIP', () => {
	const cases: readonly (readonly [string, readonly HostileEntry[], string])[] = [
		['a step upwards', [{ name: 'top/../../etc/passwd' }], 'leads out of the packet'],
		['an absolute path', [{ name: '/etc/passwd' }], 'is absolute'],
		['a drive', [{ name: 'C:/Windows/a' }], 'names a drive'],
		['a backslash', [{ name: 'top\\..\\a' }], 'has a backslash in it'],
		['NUL in a name', [{ name: 'top/a.txt\0.exe' }], 'has a NUL in it'],
		['a line break in a name', [{ name: 'top/a\nb' }], 'has a control character in it'],
		['a name that is not UTF-8', [{ name: Buffer.from([0x74, 0x2f, 0xff]) }], 'not UTF-8'],
		['a name of a code page', [{ name: Buffer.from('top/\x82', 'latin1'), flags: 0 }], 'not UTF-8'],
		['an empty name', [{ name: '' }], 'is empty'],
		['a double slash', [{ name: 'top//a' }], 'is not written the shortest way'],
		['a dot', [{ name: 'top/./a' }], 'is not written the shortest way'],
		['a long name', [{ name: `top/${'a'.repeat(2000)}` }], 'is longer than 1024 bytes'],
		['a name twice', [good, good], 'have one name on some systems'],
		['a name in two cases', [good, { name: 'top/A.TXT' }], 'have one name on some systems'],
		['a name in two normal forms', [{ name: 'top/é' }, { name: 'top/é' }], 'have one name on some systems'],
		[
			'a sharp s in two cases',
			[{ name: 'top/straße' }, { name: 'top/STRASSE' }],
			'have one name on some systems',
		],
		['a file that is a folder', [{ name: 'top/a' }, { name: 'top/a/b' }], 'is a file and a folder'],
		['a symbolic link', [{ name: 'top/a', mode: 0o120777, content: '/etc/passwd' }], 'is a symbolic link'],
		['a device', [{ name: 'top/a', mode: 0o020666 }], 'is no ordinary file'],
		[
			'an encrypted entry',
			[{ name: 'top/a', flags: 0x801, content: 'twelve bytes and 8 mo', size: 9 }],
			'is encrypted',
		],
		['another compression', [{ name: 'top/a', method: 12 }], 'neither stored nor deflated'],
		['two top folders', [good, { name: 'other/a' }], '2 folders at the top ("other", "top")'],
		['a file at the top', [{ name: 'a' }], 'lies outside the one folder at the top'],
		['a folder with data', [{ name: 'top/a/', mode: 0o040755, content: 'data' }], 'is a folder with data'],
		[
			'another name in its own record',
			[{ ...good, ownName: 'top/b.txt' }],
			'has another name in its own record',
		],
		[
			'another size in its own record',
			[{ ...good, method: 8, ownSize: 3 }],
			'has another size in its own record',
		],
		['a second name', [{ name: 'top/b', extra: Buffer.from([0x75, 0x70, 1, 0, 1]) }], 'has a second name'],
		[
			'a bomb',
			[{ name: 'top/a', method: 8, content: Buffer.alloc(2 ** 21) }],
			'unpacks to more than 500 times its size',
		],
		[
			'one piece of data under many names',
			[
				{ name: 'top/a', content: 'x'.repeat(100) },
				{ name: 'top/b', content: 'x'.repeat(100), ownName: 'top/a', sameAs: 0 },
			],
			'has another name in its own record',
		],
	];
	it.each(cases)('with %s is refused', async (_, entries, why) => {
		await expect(openZip(entries)).rejects.toMatchObject({
			exitCode: 1,
			message: expect.stringContaining(why),
		});
	});

	it('with an entry inside the data of another is refused', async () => {
		const inner = hostileZip([{ name: 'top/b', content: 'inner' }]);
		const record = inner.subarray(0, inner.indexOf('PK\x01\x02'));
		const outer: HostileEntry = { name: 'top/a', content: record };
		await expect(
			openZip([outer, { name: 'top/b', content: 'inner', sameAs: 0, offset: 30 + 'top/a'.length }]),
		).rejects.toMatchObject({ message: expect.stringContaining('overlap') });
	});

	it.each([1, 100])(
		'whose entry says %d bytes and has another number of them is refused when it is read',
		async (size) => {
			const packet = await openZip([{ name: 'top/a', method: 8, content: 'twenty bytes of text', size }]);
			const expected = { ok: false, why: expect.stringMatching(/^cannot be read \(.*bytes/) };
			expect(await packet.read('a')).toEqual(expected);
			expect(await packet.sha256('a')).toEqual(expected);
			packet.close();
		},
	);

	it('whose data is damaged is refused when it is read', async () => {
		const zip = hostileZip([{ name: 'top/a', method: 8, content: 'some text, some text, some text' }]);
		zip.fill(0xff, 36, 44);
		const packet = await open(temporaryFolder({ 'packet.zip': zip }), 'packet.zip');
		expect(await packet.read('a')).toMatchObject({ ok: false });
		packet.close();
	});

	it('that is cut off anywhere is refused, never a crash', async () => {
		const zip = hostileZip([good, { name: 'top/b', method: 8 }]);
		const folder = temporaryFolder();
		for (let length = 0; length < zip.length; length += 7) {
			writeFileSync(join(folder, 'cut.zip'), zip.subarray(0, length));
			await expect(open(folder, 'cut.zip')).rejects.toMatchObject({ name: 'CommandError', exitCode: 1 });
		}
	});

	it('is judged by all that it would unpack to', () => {
		const entry = (at: number, more: Partial<JudgedEntry>): JudgedEntry => ({
			...{
				name: `top/${at}`,
				kind: 'file',
				isEncrypted: false,
				isReadable: true,
				hasOtherName: false,
				differs: undefined,
			},
			...{ packed: 10, size: 10, from: at * 100, to: at * 100 + 50 },
			...more,
		});
		const judged = (size: number, packed: number, count: number) =>
			zipFiles(Array.from({ length: count }, (_, at) => entry(at, { size, packed }))).refused;
		expect(judged(2 ** 30, 2 ** 28, 33)).toBe(`it unpacks to more than ${mostBytes / 2 ** 30} GiB`);
		expect(judged(1_000_000, 4_000, 300)).toBe('it unpacks to more than 200 times its size');
		expect(judged(1_000_000, 100_000, 300)).toBeUndefined();
	});
});

describe('a hostile folder', () => {
	it('has its links and pipes told, and not followed', async () => {
		const folder = temporaryFolder({ 'packet/a.txt': 'a', 'outside/secret.txt': 'secret' });
		symlinkSync(join(folder, 'outside'), join(folder, 'packet/data'));
		symlinkSync('/etc/passwd', join(folder, 'packet/passwd'));
		execFileSync('mkfifo', [join(folder, 'packet/pipe')]);
		const packet = await open(folder, 'packet');
		expect(packet.files).toEqual(['a.txt']);
		expect([...packet.others].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
			{ path: 'data', what: 'is a link' },
			{ path: 'passwd', what: 'is a link' },
			{ path: 'pipe', what: 'is no ordinary file' },
		]);
		packet.close();
	});

	it('whose file becomes a link after it was listed is not followed', async () => {
		const folder = temporaryFolder({ 'packet/a.txt': 'a', 'secret.txt': 'secret' });
		const packet = await open(folder, 'packet');
		execFileSync('ln', ['-sf', join(folder, 'secret.txt'), join(folder, 'packet/a.txt')]);
		expect(await packet.read('a.txt')).toMatchObject({ ok: false });
	});
});

describe('writing a packet', () => {
	const place = (from: string, more = {}) =>
		({ kind: 'folder', path: 'out', from, force: false, folder: 'top', ...more }) as const;

	it('leaves nothing where the work fails, and tells that failure itself', async () => {
		const folder = temporaryFolder();
		const failure = Object.assign(new Error('git is gone'), { code: 'ENOENT' });
		for (const kind of ['folder', 'zip'] as const)
			await expect(
				writePacket(place(folder, { kind }), async (sink) => {
					sink.add('a', Buffer.from('a'));
					throw failure;
				}),
			).rejects.toBe(failure);
		expect(readdirSync(folder)).toEqual([]);
	});

	it('says in words why it cannot be', async () => {
		const folder = temporaryFolder({ file: '', 'mine/a': '' });
		mkdirSync(join(folder, 'real'));
		symlinkSync(join(folder, 'real'), join(folder, 'link'));
		const refused = (more: object) =>
			writePacket(place(folder, more), async () => {}).catch((error: Error) => error.message);
		expect(await refused({ path: 'mine' })).toBe('Something stands at mine already');
		expect(await refused({ path: 'mine', force: true })).toBe(
			'What stands at mine is no packet, so --force does not replace it',
		);
		expect(await refused({ path: 'link' })).toBe('link is a link, and is not followed');
		expect(await refused({ path: 'file/out' })).toMatch(/^The packet cannot be written to file\/out \(E/);
	});
});
