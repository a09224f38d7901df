import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
	appendFileSync,
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	realpathSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type NewRecord, writeRecord } from '../../src/cli/records/write-record.ts';
import { readRecord, readRecordLine } from '../../src/library/records/read-record.ts';
import { recordSigner } from '../../src/model/signature/record-signer.ts';
import { git, introduce } from '../support/git.ts';
import { approval, libraryId, recordCall, training } from '../support/record-context.ts';
import { tempFolder } from '../support/run-main.ts';
import { bundled } from '../support/run-program.ts';
import { makeKey } from '../support/signing.ts';

const config = `format: 1\nlibrary: ${libraryId}\n`;
const person = { id: 'jane.doe' };
const approvalFile = 'records/approvals/SOP-FIN-002/2.1/9f86d081884c/jane.doe-controller-approval.yaml';
const trainingFile = 'records/training/jane.doe/2026.jsonl';

type Place = { readonly folder: string; readonly home: string };

function library(files: Readonly<Record<string, string>> = {}): Place {
	return tempFolder({ 'sop.config.yaml': config, ...files });
}

/** A library in a repository, all of it committed. */
function repository(files: Readonly<Record<string, string>> = {}): Place {
	const at = library(files);
	introduce(at);
	git(at, 'init', '-q', '-b', 'main');
	git(at, 'add', '.');
	git(at, 'commit', '-q', '-m', 'Begin');
	return at;
}

const approve = (other: Partial<NewRecord<'approvals'>> = {}): NewRecord<'approvals'> => ({
	kind: 'approvals',
	value: approval(),
	person,
	...other,
});
const train = (how: string): NewRecord<'training'> => ({
	kind: 'training',
	value: training({ how }),
	person,
});

/** All files below a folder, but for those of git. */
function filesIn(folder: string): readonly string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.filter((file) => !file.startsWith('.git/'))
		.sort();
}

/** Whether all that stands under the names of records is whole. */
function expectWhole(folder: string): void {
	for (const file of filesIn(join(folder, 'records'))) {
		const bytes = readFileSync(join(folder, 'records', file));
		if (file.endsWith('.yaml')) expect(readRecord('approvals', bytes)).toHaveProperty('value');
		else if (file.endsWith('.jsonl')) {
			const lines = bytes.toString().split('\n');
			expect(lines.pop()).toBe('');
			for (const line of lines) expect(readRecordLine('training', line)).toHaveProperty('value');
		} else expect(file).toMatch(/\/\.sop-(?:[0-9a-f-]{36}|[0-9a-f]{64})\.tmp$/);
	}
}

describe('a record', () => {
	it('is shown and written, and the line of git is told', async () => {
		const at = repository();
		const { context, library, said } = recordCall(at);
		expect(await writeRecord(context, library, approve())).toEqual({
			file: approvalFile,
			value: approval(),
			commit: undefined,
			mayNotCount: false,
		});
		expect(readRecord('approvals', readFileSync(join(at.folder, approvalFile))).value).toEqual(approval());
		expect(filesIn(at.folder)).toEqual([approvalFile, 'sop.config.yaml']);
		const shown = said.join('');
		expect(shown).toContain('Record approval of SOP-FIN-002 2.1 by jane.doe as controller:\n');
		expect(shown).toContain('\n  role: controller\n');
		expect(shown).toContain(`\nWriting:\n${approvalFile}\n`);
		const [, line = ''] = /To commit it:\n {2}(.*)\n$/.exec(shown) ?? [];
		execFileSync('sh', ['-c', line], { cwd: at.folder, env: { ...process.env, HOME: at.home } });
		expect(git(at, 'log', '-1', '--format=%s', '--name-only')).toBe(
			`Record approval of SOP-FIN-002 2.1 by jane.doe as controller\n\n${approvalFile}\n`,
		);
	});

	it('with --commit is one commit of exactly its file', async () => {
		const at = repository();
		writeFileSync(join(at.folder, 'draft.txt'), 'not yet');
		const { context, library } = recordCall(at, { commit: true });
		const { commit } = await writeRecord(context, library, approve());
		expect(git(at, 'log', '--format=%h', '-1').trim()).toBe(commit);
		expect(git(at, 'show', '--format=%s', '--name-status').trim().split('\n')).toEqual([
			'Record approval of SOP-FIN-002 2.1 by jane.doe as controller',
			'',
			`A\t${approvalFile}`,
		]);
		expect(git(at, 'status', '--porcelain')).toBe('?? draft.txt\n');
		await writeRecord(context, library, train('read'));
		expect(git(at, 'show', '--format=', '--name-only').trim()).toBe(trainingFile);
	});

	it.each([
		[
			'something is staged',
			(at: Place) => {
				writeFileSync(join(at.folder, 'a'), '');
				git(at, 'add', 'a');
			},
			'"a" is staged already',
		],
		[
			'no branch is checked out',
			(at: Place) => git(at, 'checkout', '-q', '--detach'),
			'No branch is checked out',
		],
		[
			'a merge is under way',
			(at: Place) => {
				git(at, 'checkout', '-q', '-b', 'side');
				git(at, 'commit', '-q', '--allow-empty', '-m', 'Side');
				git(at, 'checkout', '-q', 'main');
				git(at, 'merge', '-q', '--no-ff', '--no-commit', 'side');
			},
			'A merge is under way',
		],
		[
			'git knows nobody',
			(at: Place) => writeFileSync(join(at.home, '.gitconfig'), ''),
			'git does not know who you are',
		],
	])('with --commit is not even written where %s', async (_name, prepare, message) => {
		const at = repository();
		prepare(at);
		const { context, library } = recordCall(at, { commit: true });
		await expect(writeRecord(context, library, approve())).rejects.toThrow(message);
		expect(existsSync(join(at.folder, 'records'))).toBe(false);
	});

	it('is not written where its like stands, or its folder leads elsewhere, or it would not be valid', async () => {
		const at = library();
		const { context, library: open } = recordCall(at);
		await writeRecord(context, open, approve());
		const before = readFileSync(join(at.folder, approvalFile));
		await expect(writeRecord(context, open, approve())).rejects.toThrow(
			'stands already; nothing was written',
		);
		const { file } = await writeRecord(context, open, approve({ again: true }));
		expect(file).toBe(approvalFile.replace('.yaml', '+2.yaml'));
		expect(readFileSync(join(at.folder, approvalFile))).toEqual(before);
		await expect(
			writeRecord(context, open, approve({ value: approval({ at: 'yesterday', role: 'x' }) })),
		).rejects.toThrow('would not be valid: at ');
		const elsewhere = tempFolder();
		symlinkSync(elsewhere.folder, join(at.folder, 'records/training'));
		await expect(writeRecord(context, open, train('read'))).rejects.toThrow('lies outside the library');
		expect(filesIn(elsewhere.folder)).toEqual([]);
	});

	it('of a hostile id stays below its folder', async () => {
		const at = library();
		const { context, library: open } = recordCall(at);
		for (const document of ['../../x', 'con', '/etc', 'ä'.repeat(64), '.git', '..']) {
			const { file } = await writeRecord(
				context,
				open,
				approve({ value: approval({ document, person: '../y' }) }),
			);
			expect(filesIn(at.folder)).toContain(file);
		}
		for (const file of filesIn(at.folder))
			expect(file).toMatch(/^(?:records\/approvals\/[^./][^/]*\/|sop\.config)/);
	});
});

describe('a file of lines', () => {
	it('grows by a line, and what stood there stays byte by byte', async () => {
		const at = library();
		const { context, library: open } = recordCall(at);
		let before = '';
		for (const how of ['read', 'read again, with “quotes”\nand lines', 'x']) {
			await writeRecord(context, open, train(how));
			const text = readFileSync(join(at.folder, trainingFile), 'utf8');
			expect(text.startsWith(before)).toBe(true);
			expect(text.slice(before.length).split('\n')).toHaveLength(2);
			expect(readRecordLine('training', text.slice(before.length)).value).toEqual(training({ how }));
			before = text;
		}
	});

	it('is not touched where it is cut off, or no text', async () => {
		const at = library({ [trainingFile]: '{"format":1' });
		const { context, library: open } = recordCall(at);
		const path = join(at.folder, trainingFile);
		await expect(writeRecord(context, open, train('x'))).rejects.toThrow('does not end with a line end');
		writeFileSync(path, Buffer.from([0xff, 0x0a]));
		await expect(writeRecord(context, open, train('x'))).rejects.toThrow('is not a text');
		expect(readFileSync(path)).toEqual(Buffer.from([0xff, 0x0a]));
	});

	it('is not written over where somebody wrote to it meanwhile', async () => {
		const at = library();
		const { context, library: open } = recordCall(at);
		const { files } = context.io;
		const path = join(at.folder, trainingFile);
		for (const other of ['{}\n', '']) {
			const meanwhile = recordCall(
				at,
				{},
				{
					files: {
						...files,
						replace: (...words) => {
							mkdirSync(join(path, '..'), { recursive: true });
							if (other === '') rmSync(path);
							else appendFileSync(path, other);
							files.replace(...words);
						},
					},
				},
			);
			await expect(writeRecord(meanwhile.context, open, train('x'))).rejects.toThrow(
				'was written by somebody else meanwhile',
			);
			expect(existsSync(path) && readFileSync(path, 'utf8')).toBe(other === '' ? false : other);
			expect(filesIn(join(at.folder, 'records'))).toHaveLength(other === '' ? 0 : 1);
		}
		await writeRecord(context, open, train('x'));
		expectWhole(at.folder);
	});
});

describe('records that a program writes', () => {
	let program = '';
	let remove = () => {};
	beforeAll(async () => {
		({ program, remove } = await bundled('write-records'));
	});
	afterAll(() => remove());

	/** Writes some records in a folder, and waits for the end of it. */
	const write = (folder: string, count: number, ...before: readonly string[]) => {
		const [first = '', ...more] = [...before, process.execPath, program, String(count)];
		return spawnSync(first, more, { cwd: folder, encoding: 'utf8' });
	};

	it('are whole when it is killed at any moment, and the next one goes on', async () => {
		const { folder } = library();
		const told: string[] = [];
		for (let round = 0; round < 25; round++) {
			const child = spawn(process.execPath, [program, '1000'], {
				cwd: folder,
				stdio: ['ignore', 'pipe', 'ignore'],
			});
			child.stdout.setEncoding('utf8').on('data', (text: string) => told.push(text));
			await once(child.stdout, 'data');
			await sleep(((round * 7) % 25) + Math.random() * 5);
			child.kill('SIGKILL');
			await once(child, 'close');
			expectWhole(folder);
		}
		const roles = told.join('').split('\n').slice(0, -1);
		expect(roles.length).toBeGreaterThanOrEqual(25);
		const lines = readFileSync(join(folder, trainingFile), 'utf8');
		// What it said it had written is there.
		for (const role of roles) expect(lines).toContain(`"role":"${role}"`);
		expect(write(folder, 3).status).toBe(0);
		expectWhole(folder);
	});

	it('are all there when several programs write to one file', async () => {
		const { folder } = library();
		const ended = await Promise.all(
			Array.from({ length: 5 }, async () => {
				const child = spawn(process.execPath, [program, '15'], { cwd: folder, stdio: 'ignore' });
				const [code] = await once(child, 'close');
				return code;
			}),
		);
		expect(ended).toEqual([0, 0, 0, 0, 0]);
		expectWhole(folder);
		const lines = readFileSync(join(folder, trainingFile), 'utf8').split('\n').slice(0, -1);
		expect(new Set(lines).size).toBe(75);
		expect(lines).toHaveLength(75);
		expect(filesIn(folder).filter((file) => file.endsWith('.tmp'))).toEqual([]);
	});

	it('go on where one was killed in the moment in which it had claimed the file', () => {
		const { folder } = library();
		expect(write(folder, 1).status).toBe(0);
		const path = join(folder, trainingFile);
		const before = readFileSync(path);
		const claim = createHash('sha256').update(realpathSync(path)).update(before).digest('hex');
		writeFileSync(join(path, '..', `.sop-${claim}.tmp`), 'left behind');
		expect(write(folder, 1).status).toBe(0);
		expect(readFileSync(path).subarray(0, before.length)).toEqual(before);
		expectWhole(folder);
		expect(filesIn(folder).filter((file) => file.endsWith('.tmp'))).toEqual([]);
	});

	it('leave the old state where no file may be that long', () => {
		const { folder } = library();
		expect(write(folder, 2).status).toBe(0);
		const line = readFileSync(join(folder, trainingFile), 'utf8').split('\n')[0] ?? '';
		writeFileSync(join(folder, trainingFile), `${line}\n`.repeat(Math.ceil(4096 / line.length)));
		const before = filesIn(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
		// In units of 1024 bytes: the approval fits, the file of lines does not.
		const { status, stderr } = write(folder, 1, 'bash', '-c', 'ulimit -f 4; exec "$@"', 'bash');
		expect(status).not.toBe(0);
		expect(stderr).toContain('EFBIG');
		const after = new Map(filesIn(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
		for (const [file = '', text] of before) expect(after.get(file)).toBe(text);
		expectWhole(folder);
		expect(filesIn(folder).filter((file) => file.endsWith('.tmp'))).toEqual([]);
		expect(write(folder, 1).status).toBe(0);
		expectWhole(folder);
	});
});

/** Mounts a small disk of its own where that is allowed. */
function smallDisk(at: Place): boolean {
	const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at.folder]).status === 0;
	if (mounted) {
		onTestFinished(() => void execFileSync('umount', ['-l', at.folder]));
		writeFileSync(join(at.folder, 'sop.config.yaml'), config);
	}
	return mounted;
}

describe('on a disk', () => {
	it('that is full, the old state stays, and a next try works once there is room', async ({ skip }) => {
		const at = tempFolder();
		if (!smallDisk(at)) return skip('no disk can be mounted here');
		const { context, library: open } = recordCall(at);
		await writeRecord(context, open, train('x'.repeat(9000)));
		expect(() => writeFileSync(join(at.folder, 'large'), Buffer.alloc(65_536, 1))).toThrow('ENOSPC');
		const path = join(at.folder, trainingFile);
		const before = readFileSync(path, 'utf8');
		const files = filesIn(at.folder);
		await expect(writeRecord(context, open, train('x'.repeat(9000)))).rejects.toMatchObject({
			message: `${trainingFile} cannot be written (ENOSPC); nothing was written`,
			exitCode: 3,
		});
		await expect(
			writeRecord(context, open, approve({ value: approval({ role: 'r'.repeat(5000) }) })),
		).rejects.toThrow('cannot be written (ENOSPC); nothing was written');
		expect(readFileSync(path, 'utf8')).toBe(before);
		expect(filesIn(at.folder)).toEqual(files);
		rmSync(join(at.folder, 'large'));
		await writeRecord(context, open, train('x'.repeat(9000)));
		await writeRecord(context, open, approve());
		expectWhole(at.folder);
	});

	it('that may only be read, or in such a folder, it says so', async () => {
		const at = tempFolder();
		const isDisk = smallDisk(at);
		if (!isDisk) writeFileSync(join(at.folder, 'sop.config.yaml'), config);
		const { context, library: open } = recordCall(at);
		await writeRecord(context, open, train('x'));
		const before = readFileSync(join(at.folder, trainingFile), 'utf8');
		const lock = (closed: boolean) => {
			if (isDisk) execFileSync('mount', ['-o', `remount,${closed ? 'ro' : 'rw'}`, at.folder]);
			else
				for (const folder of ['records/training/jane.doe', 'records', '.'])
					chmodSync(join(at.folder, folder), closed ? 0o555 : 0o755);
		};
		lock(true);
		onTestFinished(() => lock(false));
		for (const record of [train('y'), approve()])
			await expect(writeRecord(context, open, record as NewRecord)).rejects.toThrow(
				/cannot be written \(E(?:ROFS|ACCES)\); nothing was written/,
			);
		lock(false);
		expect(readFileSync(join(at.folder, trainingFile), 'utf8')).toBe(before);
		expect(filesIn(at.folder)).toEqual([trainingFile, 'sop.config.yaml']);
		await writeRecord(context, open, train('y'));
		await writeRecord(context, open, approve());
		expectWhole(at.folder);
	});
});

describe('a signed record', () => {
	it('is good', async () => {
		const at = repository();
		const key = makeKey(at.home);
		const { context, library: open, said } = recordCall(at, { commit: true });
		const { value, file } = await writeRecord(context, open, approve({ key: { file: key.file } }));
		const read = readRecord('approvals', readFileSync(join(at.folder, file))).value ?? {};
		expect(read).toEqual(value);
		expect(recordSigner(read)).toEqual({ ssh: key.line.split(' ').slice(0, 2).join(' ') });
		expect(said.join('')).toContain('Signed with SHA256:');
		const again = recordCall(at, { commit: true });
		await writeRecord(again.context, open, { ...train('x'), key: { file: key.file } });
		const [line = ''] = readFileSync(join(at.folder, trainingFile), 'utf8').split('\n');
		expect(recordSigner(readRecordLine('training', line).value ?? {})).toHaveProperty('ssh');
	});
});
