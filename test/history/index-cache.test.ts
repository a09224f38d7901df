import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
	configText,
	emptyRepository,
	type HistoryRepository,
	libraryRepository,
	sopId,
	sopText,
} from '../support/history-repository.ts';

const other = 'SOP-FIN-901';
const indexOf = ({ folder }: HistoryRepository) => join(folder, '.git/sop/history');

/** What is known of two documents with what is remembered; the test fails where it is not what is known without. */
function answers(repository: HistoryRepository) {
	const remembered = repository.history();
	expect(repository.history(sopId, '--no-cache')).toEqual(remembered);
	return remembered.changes.map(({ subject, mainline, knownAt }) =>
		[subject, mainline ? 'mainline' : 'beside', knownAt?.slice(0, 10) ?? 'not known'].join(', '),
	);
}

/** A library with two documents and a branch that was merged, read once. */
function remembered(): HistoryRepository {
	const repository = libraryRepository();
	repository.commit('2024-01-03', { 'b.sop.yaml': sopText({ id: other }) }, { message: 'Other' });
	repository
		.branch('side')
		.commit('2024-01-10', { 'a.sop.yaml': sopText({ version: '1.1' }) }, { message: 'Side' });
	repository.to('main').commit('2024-01-20', { 'note.txt': 'x' }, { message: 'Note' });
	repository.merge('2024-02-01', 'side', '-m', 'Merge');
	repository.git('branch', '--quiet', '-d', 'side');
	repository.history();
	expect(existsSync(indexOf(repository))).toBe(true);
	return repository;
}

const before = ['Merge, mainline, 2024-02-01', 'Side, beside, 2024-02-01', 'First, mainline, 2024-01-02'];

describe('what is remembered of history', () => {
	it('is not written again while nothing changes, and not at all with --no-cache', () => {
		const repository = remembered();
		utimesSync(indexOf(repository), 1, 1);
		expect(answers(repository)).toEqual(before);
		repository.list();
		expect(statSync(indexOf(repository)).mtimeMs).toBe(1000);
		rmSync(indexOf(repository));
		repository.history(sopId, '--no-cache');
		expect(existsSync(indexOf(repository))).toBe(false);
	});

	it('grows by new commits, merges and branches', () => {
		const repository = remembered();
		repository.commit('2024-03-01', { 'a.sop.yaml': sopText({ version: '1.2' }) }, { message: 'New' });
		repository
			.branch('next')
			.commit('2024-03-02', { 'a.sop.yaml': sopText({ version: '1.3' }) }, { message: 'Next' });
		expect(answers(repository)).toEqual(['Next, beside, not known', 'New, mainline, 2024-03-01', ...before]);
		repository.to('main').merge('2024-04-01', 'next', '-m', 'Second merge');
		expect(answers(repository)).toEqual([
			'Second merge, mainline, 2024-04-01',
			'Next, beside, 2024-04-01',
			'New, mainline, 2024-03-01',
			...before,
		]);
		expect(repository.register()).toEqual(repository.register(sopId, '--no-cache'));
	});

	it('grows by commits whose dates fit no other, and tells the same times as read anew', () => {
		const repository = remembered();
		const dates = ['2024-03-01', '2099-01-01', '2024-01-21', '2024-03-05', '2024-02-02', '2024-03-06'];
		const growing = dates.map((day, index) => {
			const files = { 'a.sop.yaml': sopText({ version: `1.${index + 2}` }) };
			repository.commit(day, files, { message: day });
			return answers(repository)
				.slice(0, index + 1)
				.map((line) => line.slice(-10));
		});
		expect(growing).toEqual([
			['2024-03-01'],
			['2099-01-01', '2024-03-01'],
			// Nothing after the 2099 commit is believed yet.
			['2099-01-01', '2099-01-01', '2024-03-01'],
			['2024-03-05', '2024-03-05', '2024-03-05', '2024-03-01'],
			['2024-03-05', '2024-03-05', '2024-03-05', '2024-03-05', '2024-03-01'],
			['2024-03-06', '2024-03-05', '2024-03-05', '2024-03-05', '2024-03-05', '2024-03-01'],
		]);
	});

	it('gives way where the last commit is amended', () => {
		const repository = libraryRepository();
		repository.commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '1.1' }) }, { message: 'Typo' });
		repository.history();
		repository.gitAt('2024-02-02', 'commit', '--quiet', '--amend', '-m', 'Better');
		expect(answers(repository)).toEqual(['Better, mainline, 2024-02-02', 'First, mainline, 2024-01-02']);
	});

	it('gives way where a branch is rebased, reset or deleted', () => {
		const repository = remembered();
		repository
			.branch('topic')
			.commit('2024-03-01', { 'a.sop.yaml': sopText({ version: '1.2' }) }, { message: 'Topic' });
		expect(answers(repository)[0]).toBe('Topic, beside, not known');
		repository.to('main').commit('2024-03-02', { 'note.txt': 'y' });
		repository.to('topic').gitAt('2024-03-03', 'rebase', '--quiet', 'main');
		expect(answers(repository)).toEqual(['Topic, beside, not known', ...before]);
		repository.to('main').git('branch', '--quiet', '-D', 'topic');
		expect(answers(repository)).toEqual(before);
		repository.git('reset', '--quiet', '--hard', 'HEAD~2');
		expect(answers(repository)).toEqual(['First, mainline, 2024-01-02']);
		repository.git('reflog', 'expire', '--expire=now', '--all');
		repository.git('gc', '--quiet', '--prune=now');
		expect(answers(repository)).toEqual(['First, mainline, 2024-01-02']);
	});

	it('is read anew where main moves onto a branch whose merges stood beside it', () => {
		const repository = libraryRepository();
		repository
			.branch('side')
			.commit('2024-01-10', { 'a.sop.yaml': sopText({ version: '1.1' }) }, { message: 'Side' });
		repository
			.branch('deep', 'main')
			.commit('2024-01-12', { 'b.sop.yaml': sopText({ id: other }) }, { message: 'Deep' });
		repository.to('side').merge('2024-01-15', 'deep', '-m', 'Beside');
		expect(answers(repository)).toEqual(['Side, beside, not known', 'First, mainline, 2024-01-02']);
		expect(repository.history(other).changes.map(({ subject }) => subject)).toEqual(['Deep']);
		repository.to('main').git('merge', '--quiet', '--ff-only', 'side');
		expect(answers(repository)).toEqual(['Side, mainline, 2024-01-10', 'First, mainline, 2024-01-02']);
		expect(repository.history(other).changes.map(({ subject, mainline }) => [subject, mainline])).toEqual([
			['Beside', true],
			['Deep', false],
		]);
		expect(repository.register(other)).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
	});

	it('is read anew where main moves back, and a branch keeps its merges', () => {
		const repository = remembered();
		repository.git('branch', 'kept');
		repository.git('reset', '--quiet', '--hard', 'HEAD^');
		repository.commit('2024-03-01', { 'a.sop.yaml': sopText({ version: '1.2' }) }, { message: 'Instead' });
		expect(answers(repository)).toEqual([
			'Side, beside, not known',
			'Instead, mainline, 2024-03-01',
			'First, mainline, 2024-01-02',
		]);
	});

	it('is read anew where the config names another mainline', () => {
		const repository = remembered();
		repository
			.branch('trunk', 'HEAD^')
			.commit('2024-03-01', { 'a.sop.yaml': sopText({ version: '1.2' }) }, { message: 'Trunk' });
		expect(answers(repository)).toEqual(['Trunk, beside, not known', ...before]);
		repository.write({ 'sop.config.yaml': configText('mainline: trunk\n') });
		expect(answers(repository)).toEqual(
			['Trunk, mainline, 2024-03-01', 'Side, beside, not known', 'First, mainline, 2024-01-02'].sort(
				(a, b) => Number(b.startsWith('Side')) - Number(a.startsWith('Side')),
			),
		);
	});

	it('is read anew where a shallow clone gets the rest of its past', () => {
		const repository = remembered();
		const url = pathToFileURL(repository.folder).href;
		const clone = repository.another('clone', 'clone', '--quiet', '--depth=1', url, 'FOLDER');
		expect(answers(clone)).toEqual(['Merge, mainline, 2024-02-01']);
		clone.git('fetch', '--quiet', '--depth=2');
		expect(answers(clone)).toHaveLength(3);
		clone.git('fetch', '--quiet', '--unshallow');
		expect(answers(clone)).toEqual(before);
		expect(clone.history().partial).toBeNull();
		expect(clone.inForce('2024-01-15')).toBe('1.0');
	});

	it('is read anew where a text that was missing has come', () => {
		const repository = remembered();
		const text = repository.id('HEAD^:a.sop.yaml');
		const file = join(repository.folder, '.git/objects', text.slice(0, 2), text.slice(2));
		renameSync(file, join(repository.home, 'text'));
		rmSync(indexOf(repository));
		expect(repository.history().partial).toBe('objects are missing from the repository');
		renameSync(join(repository.home, 'text'), file);
		repository.commit('2024-03-02', { 'note.txt': 'z' });
		expect(answers(repository)).toEqual(before);
	});

	it('is of one library: another in the same repository has its own', () => {
		const repository = emptyRepository();
		repository.commit('2024-01-02', {
			'sop.config.yaml': configText(),
			'a.sop.yaml': sopText(),
			'sub/sop.config.yaml': configText(),
			'sub/b.sop.yaml': sopText({ id: other }),
		});
		expect([...repository.list().keys()]).toEqual([sopId, other]);
		repository.at = 'sub';
		expect([...repository.list().keys()]).toEqual([other]);
		repository.at = '.';
		expect([...repository.list().keys()]).toEqual([sopId, other]);
	});

	it('is shared by worktrees that stand at other commits', () => {
		const repository = remembered();
		const tree = repository.another('tree', 'worktree', 'add', '--quiet', '--detach', 'FOLDER', 'HEAD^');
		expect(answers(tree)).toEqual(before);
		tree.commit('2024-03-01', { 'a.sop.yaml': sopText({ version: '1.2' }) }, { message: 'Nowhere' });
		expect(answers(tree)).toEqual(['Nowhere, beside, not known', ...before]);
		expect(answers(repository)).toEqual(before);
	});
});

describe('a remembered file that was damaged or edited', () => {
	const damages: readonly (readonly [string, (text: string) => string])[] = [
		['empty', () => ''],
		['no index at all', () => '\0\u0001\u0002 garbage\n\n\n\n\n'],
		['JSON of another kind', () => '{}\n[]\n[[],[]]\n[]\n'],
		['null', () => 'null\nnull\nnull\nnull\nnull\n'],
		['cut off in its last line', (text) => text.slice(0, -20)],
		['cut off in its table', (text) => text.slice(0, text.indexOf(sopId) + 2)],
		['without its last line', (text) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)],
		['damaged in the middle', (text) => text.replace('"a.sop.yaml"', '"a.sop.yaml\0')],
		['with a letter changed', (text) => text.replace('"a.sop.yaml"', '"x.sop.yaml"')],
		['with a version changed', (text) => text.replace('"1.1"', '"1.9"')],
		['with deep nesting', (text) => text.replace(/\n\[\["/, `\n${'['.repeat(100_000)}"`)],
		['of another build', (text) => text.replace(/"build":"[^"]*"/, '"build":"0"').replaceAll('1.1', '9.9')],
		['of a later format', (text) => text.replace('"format":1', '"format":2').replaceAll('1.1', '9.9')],
	];

	it('is read anew, whatever the damage, and mended', () => {
		const repository = remembered();
		const file = indexOf(repository);
		const text = readFileSync(file, 'utf8');
		for (const [what, damage] of damages) {
			expect(damage(text), what).not.toBe(text);
			writeFileSync(file, damage(text));
			const { changes } = repository.history();
			expect(
				changes.map(({ subject, version, file }) => [subject, version, file].join(' ')),
				what,
			).toEqual(['Merge 1.1 a.sop.yaml', 'Side 1.1 a.sop.yaml', 'First 1.0 a.sop.yaml']);
			// Only what an answer needs is read, and so noticed; the register needs all of it.
			repository.list();
			expect(readFileSync(file, 'utf8'), what).toBe(text);
		}
	});

	it('cannot be told from a good one where whoever edits it knows how; --no-cache does not look at it', () => {
		const repository = remembered();
		const truth = repository.history();
		const poisoned = libraryRepository();
		poisoned.commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '1.1' }) }, { message: 'Forged' });
		poisoned.history();
		const [first = '', , ...forged] = readFileSync(indexOf(poisoned), 'utf8').split('\n');
		const [, header = ''] = readFileSync(indexOf(repository), 'utf8').split('\n');
		const fitted = header.replace(/"length":\d+/, '"length":2');
		const [table = '', ...rest] = forged;
		const top = `${fitted}\n${table}\n`;
		const sum = createHash('sha256').update(top).digest('hex').slice(0, 20);
		const line = `${Buffer.byteLength(top)} ${sum}`.padEnd(first.length);
		writeFileSync(indexOf(repository), `${line}\n${top}${rest.join('\n')}`);
		expect(repository.history().changes[0]?.subject).toBe('Forged');
		expect(repository.history(sopId, '--no-cache')).toEqual(truth);
		expect(repository.show(sopId, '--no-cache').from).toBe('2024-02-01T12:00:00Z');
		// What is no longer looked for is no longer believed either.
		repository.commit('2024-03-01', { 'a.sop.yaml': sopText({ version: '1.2' }) }, { message: 'New' });
		expect(repository.history(sopId, '--no-cache').changes).toHaveLength(4);
	});

	it('that cannot be written is no hindrance: a folder stands in its place, or a file where its folder would be', () => {
		const repository = libraryRepository();
		repository.write({ '.git/sop/history/x': 'x' });
		expect(answers(repository)).toEqual(['First, mainline, 2024-01-02']);
		const second = libraryRepository();
		second.write({ '.git/sop': 'x' });
		expect(answers(second)).toEqual(['First, mainline, 2024-01-02']);
	});
});
