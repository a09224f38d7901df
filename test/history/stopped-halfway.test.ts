import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { readRecord } from '../../src/library/records/read-record.ts';
import { recordKindOf } from '../../src/model/record/record-kind.ts';
import type { Office } from '../support/office.ts';
import { sopBin } from '../support/run-sop.ts';
import { smallFile as file, smallId as id, type SmallOffice, smallOffice } from '../support/small-office.ts';

const archived = `archive/${file}`;

/** A library in which Ann can sign what Eve wrote, or in which nobody needs to; its clock is the one of the programs it starts. */
function library(approvals: 'required' | 'none', atEnd?: SmallOffice['atEnd']): Office {
	const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
	return smallOffice({ config: `approvals: ${approvals}\n`, now, ...(atEnd === undefined ? {} : { atEnd }) });
}

/**
 * Starts a call in a group of processes of its own, and kills all of them: some milliseconds after it began, or after it
 * said that it writes.
 */
async function killed(
	office: Office,
	words: readonly string[],
	after: number,
	since: 'begin' | 'writing',
): Promise<void> {
	const child = spawn(process.execPath, [sopBin, ...words], {
		cwd: office.folder,
		env: office.environment(),
		stdio: ['ignore', 'ignore', 'pipe'],
		detached: true,
	});
	const closed = once(child, 'close');
	const said = new Promise<void>((resolve) => {
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			if (text.includes('Writing:')) resolve();
		});
	});
	await Promise.race([(since === 'begin' ? Promise.resolve() : said).then(() => sleep(after)), closed]);
	try {
		if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
	} catch {
		// It had ended by itself, which is the last of the moments to stop it.
	}
	await closed;
	// A git that is killed leaves its locks (of the index, of HEAD, of the branch), and names the file to delete when it is called again.
	const repository = join(office.folder, '.git');
	const locks = readdirSync(repository, { recursive: true, encoding: 'utf8' }).filter((path) =>
		path.endsWith('.lock'),
	);
	for (const path of locks) rmSync(join(repository, path));
	if (locks.length > 0) office.git('reset', '--quiet');
}

/** What is not committed, without what a writer that was killed left behind under a name of its own. */
function open(office: Office): readonly string[] {
	const said = office.git('status', '--porcelain', '--untracked-files=all');
	return said.split('\n').filter((line) => line !== '' && !line.endsWith('.tmp'));
}

/** Does what the program says has to be done to finish. */
function finishAsTold(office: Office, told: string): void {
	const [, from, to] = /move (\S+) to (\S+), and commit/.exec(told) ?? [];
	if (from !== undefined && to !== undefined) {
		mkdirSync(join(office.folder, to, '..'), { recursive: true });
		renameSync(join(office.folder, from), join(office.folder, to));
	}
	const line = /^ {2}(git add .*)$/m.exec(told)?.[1] ?? 'false';
	const { status, stderr } = spawnSync('sh', ['-c', line], {
		cwd: office.folder,
		env: office.environment(),
		encoding: 'utf8',
	});
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}

const rounds = 15;

const calls = {
	approve: {
		approvals: 'required',
		words: ['approve', id, '--commit'],
		files: [/^records\/approvals\/.*\.yaml$/],
		isDone: (office: Office) => office.list(id)?.inForce === '1.0',
	},
	retire: {
		approvals: 'none',
		words: ['retire', id, '--reason', 'Merged', '--commit'],
		files: [/^archive\/sops\/a\.sop\.yaml$/, /^records\/withdrawals\/.*\.yaml$/, /^sops\/a\.sop\.yaml$/],
		isDone: (office: Office) => office.list(id)?.status === 'retired',
	},
} as const;

describe.each(['approve', 'retire'] as const)('sop %s --commit', (name) => {
	const { approvals, words, files, isDone } = calls[name];

	it('leaves the old state or the new one when it is killed at any moment, or says what is left to do', async () => {
		const office = library(approvals, afterAll);
		const base = office.git('rev-parse', 'HEAD');
		const begun = Date.now();
		await killed(office, words, 60_000, 'begin');
		const whole = Date.now() - begun;
		expect(isDone(office)).toBe(true);
		const seen = { old: 0, unfinished: 0, done: 0 };
		for (let round = 0; round < rounds; round++) {
			office.git('reset', '--quiet', '--hard', base);
			office.git('clean', '--quiet', '--force', '-d');
			if (round < 3) await killed(office, words, Math.random() * whole, 'begin');
			else await killed(office, words, (round - 3) * 7 + Math.random() * 7, 'writing');
			const head = office.git('rev-parse', 'HEAD');
			if (head !== base) {
				seen.done++;
				expect(office.git('rev-parse', 'HEAD^')).toBe(base);
				expect(open(office)).toEqual([]);
				const changed = office.git('diff', '--no-renames', '--name-only', base, head).split('\n').sort();
				expect(changed).toEqual(files.map((one) => expect.stringMatching(one)));
			} else if (open(office).length === 0) {
				seen.old++;
				expect(office.sop(...words).code).toBe(0);
			} else {
				seen.unfinished++;
				for (const path of open(office).map((line) => line.slice(3))) {
					const kind = recordKindOf(path);
					if (kind !== undefined)
						expect(readRecord(kind, Buffer.from(office.read(path))).problem).toBeUndefined();
				}
				const told = office.refuses(...words);
				expect(told).toMatch(/^1: sop: That is recorded here already, and not committed: records\//);
				finishAsTold(office, told);
				expect(open(office)).toEqual([]);
			}
			expect(isDone(office)).toBe(true);
		}
		// Without one in the middle nothing was tried.
		expect(seen.unfinished).toBeGreaterThan(0);
	});
});

describe('what was stopped halfway', () => {
	it('is told of an approval that no commit holds, with and without --commit, staged or not', () => {
		const office = library('required');
		office.does('approve', id);
		const record = 'records/approvals/SOP-FIN-001/1.0/';
		for (const more of [[], ['--commit']]) {
			const told = office.refuses('approve', id, ...more);
			expect(told).toContain(`1: sop: That is recorded here already, and not committed: ${record}`);
			expect(told).toMatch(/To begin again, delete that record\.\n$/);
		}
		office.git('add', '--all');
		const told = office.refuses('approve', id);
		expect(told).toContain('not committed');
		finishAsTold(office, told);
		expect(office.list(id)?.inForce).toBe('1.0');
		expect(office.refuses('approve', id)).toContain('is complete already');
	});

	it.each(['written', 'moved', 'staged'])('is told of a retirement that is only %s', (state) => {
		const office = library('none');
		office.does('retire', id, '--reason', 'Merged');
		if (state === 'written') renameSync(join(office.folder, archived), join(office.folder, file));
		if (state === 'staged') office.git('add', '--all');
		const told = office.refuses('retire', id, '--reason', 'Another reason', '--commit');
		expect(told).toContain(
			'That is recorded here already, and not committed: records/withdrawals/SOP-FIN-001/',
		);
		expect(told).toContain(
			state === 'written'
				? `To finish it, move ${file} to ${archived}, and commit it:`
				: `delete that record, and move ${archived} back to ${file}.`,
		);
		finishAsTold(office, told);
		expect(open(office)).toEqual([]);
		expect(office.list(id)).toMatchObject({ inForce: null, status: 'retired' });
	});

	it.each([
		['withdraw', ['withdraw', id, '--reason', 'Unsafe']],
		['review', ['review', id, '--verdict', 'keep', '--reason', 'Fine']],
		['except', ['except', id, '--reason', 'Down', '--until', '2999-01-01']],
	])('is told of sop %s', (_, words) => {
		const office = library('none');
		office.does(...words);
		const told = office.refuses(...words);
		expect(told).toContain('1: sop: That is recorded here already, and not committed: records/');
		finishAsTold(office, told);
		expect(open(office)).toEqual([]);
	});

	it('is told on the branch that it waits for the mainline', () => {
		const office = library('none');
		office.git('switch', '--quiet', '-c', 'gone');
		office.does('retire', id, '--reason', 'Merged', '--commit');
		expect(office.refuses('retire', id, '--reason', 'Merged')).toMatch(
			/^1: sop: That is recorded on this branch already: records\/withdrawals\/SOP-FIN-001\/\S+\nIt counts once main shows it\.\n$/,
		);
	});

	it('goes on where git was killed: its lock is named, and the record is not lost', () => {
		const office = library('required');
		writeFileSync(join(office.folder, '.git/index.lock'), '');
		const told = office.refuses('approve', id, '--commit');
		expect(told).toMatch(
			/^3: .*\nsop: git add failed: .*index\.lock.*\nThe file is written; nothing is committed\./s,
		);
		rmSync(join(office.folder, '.git/index.lock'));
		finishAsTold(office, office.refuses('approve', id, '--commit'));
		expect(office.list(id)?.inForce).toBe('1.0');
	});
});
