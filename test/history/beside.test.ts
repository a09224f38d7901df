import { describe, expect, it } from 'vitest';
import { type HistoryRepository, libraryRepository, sopText } from '../support/history-repository.ts';

const newId = 'SOP-FIN-901';

/** What `sop show` says beside the text. */
const said = (repository: HistoryRepository) => repository.sop('show', newId).stderr.split('\n');

describe('a document that only stands on branches that were never merged', () => {
	function library() {
		const repository = libraryRepository();
		repository.branch('work').commit('2024-02-01', { 'b.sop.yaml': sopText({ id: newId }) });
		return repository.to('main');
	}

	it('is told with the branches that have it', () => {
		const repository = library();
		const commit = repository.id('work');
		const stands = `commit ${commit.slice(0, 7)}, b.sop.yaml.`;
		expect(said(repository)).toContain(`It stands only on the branch work, never merged: ${stands}`);
		expect(repository.sop('history', newId).stdout).toContain(
			'Added, version 1.0 (on the branch work, never merged)',
		);
		for (const name of ['a', 'b', 'c']) repository.git('branch', '--quiet', name, 'work');
		expect(said(repository)).toContain(
			`It stands only on the branches a, b, c and 1 more, never merged: ${stands}`,
		);
		expect(repository.history(newId).changes[0]).toMatchObject({
			mainline: false,
			branches: ['a', 'b', 'c', 'work'].map((name) => `refs/heads/${name}`),
		});
		expect(repository.sop('show', newId).code).toBe(1);
		expect(repository.sop('show', newId, '--format', 'json').stdout).toContain(
			'"It stands only on the branches a',
		);
	});

	it('is told of no branch where a detached HEAD alone has it', () => {
		const repository = library();
		repository.git('checkout', '--quiet', '--detach', 'work');
		repository.git('branch', '--quiet', '-D', 'work');
		expect(said(repository)).toContainEqual(
			expect.stringContaining('It stands only on no branch, never merged'),
		);
		expect(repository.sop('history', newId).stdout).toContain('(on no branch, never merged)');
	});

	it('is told of branches of a remote, once each', () => {
		const repository = library();
		const clone = repository.another('clone', 'clone', '--quiet', '.', 'FOLDER');
		expect(said(clone)).toContainEqual(expect.stringContaining('only on the branch origin/work, never'));
	});

	it('is told no more once it is merged, nor of what the mainline has', () => {
		const repository = library();
		repository.merge('2024-03-01', 'work');
		expect(said(repository).join()).not.toContain('It stands only');
		expect(repository.history(newId).changes.map(({ branches }) => branches)).toEqual([null, null]);
	});
});
