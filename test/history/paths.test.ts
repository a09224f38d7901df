import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	configText,
	emptyRepository,
	libraryRepository,
	sopId,
	sopText,
} from '../support/history-repository.ts';

const other = 'SOP-FIN-901';

describe('a document is followed by its id, wherever it stands', () => {
	it('through a rename, which changes no version', () => {
		const repository = libraryRepository();
		repository.move('a.sop.yaml', 'finance/pay.sop.yaml').commit('2024-02-01', {}, { message: 'Move' });
		expect(repository.changes()).toEqual([
			'Move | moved | finance/pay.sop.yaml',
			'First | added | a.sop.yaml',
		]);
		const [moved] = repository.history().changes;
		expect(moved).toMatchObject({ renamedFrom: 'a.sop.yaml', sections: [], version: '1.0' });
		expect(repository.show()).toMatchObject({ version: '1.0', from: '2024-01-02T12:00:00Z', inForce: true });
	});

	it('through a rename in the same commit as a change', () => {
		const repository = libraryRepository();
		repository.write({ 'a.sop.yaml': null });
		repository.commit('2024-02-01', { 'b.sop.yaml': sopText({ version: '1.1' }) }, { message: 'Both' });
		expect(repository.changes()).toEqual([
			'Both | moved and changed | b.sop.yaml',
			'First | added | a.sop.yaml',
		]);
		expect(repository.inForce('2024-02-01')).toBe('1.1');
	});

	it('through a rename that changes nothing but case', () => {
		const repository = libraryRepository();
		repository.git('mv', 'a.sop.yaml', 'A.sop.yaml');
		repository.commit('2024-02-01', {}, { message: 'Case' });
		expect(repository.changes()).toEqual(['Case | moved | A.sop.yaml', 'First | added | a.sop.yaml']);
		expect(repository.list().get(sopId)).toMatchObject({ file: 'A.sop.yaml', here: null });
	});

	it('through a swap of two files, where git sees two changes of content', () => {
		const repository = libraryRepository();
		repository.commit('2024-01-03', { 'b.sop.yaml': sopText({ id: other }) }, { message: 'Second' });
		repository.move('a.sop.yaml', 'c').move('b.sop.yaml', 'a.sop.yaml').move('c', 'b.sop.yaml');
		repository.commit('2024-02-01', {}, { message: 'Swap' });
		expect(repository.changes()).toEqual(['Swap | moved | b.sop.yaml', 'First | added | a.sop.yaml']);
		expect(repository.changes(other)).toEqual(['Swap | moved | a.sop.yaml', 'Second | added | b.sop.yaml']);
		expect([...repository.list().values()].map(({ id, file, here }) => [id, file, here])).toEqual([
			[sopId, 'b.sop.yaml', null],
			[other, 'a.sop.yaml', null],
		]);
	});

	it('out of the folder of the library and back, while its version stays in force', () => {
		const repository = emptyRepository();
		repository.at = 'library';
		repository.commit(
			'2024-01-02',
			{ 'library/sop.config.yaml': configText(), 'library/a.sop.yaml': sopText(), 'other/x.txt': 'x' },
			{ message: 'First' },
		);
		repository.move('library/a.sop.yaml', 'other/a.sop.yaml').commit('2024-02-01', {}, { message: 'Out' });
		expect(repository.register()).toEqual({ inForce: '1.0', stands: null, status: 'missing' });
		repository.move('other/a.sop.yaml', 'library/b.sop.yaml').commit('2024-03-01', {}, { message: 'Back' });
		expect(repository.changes()).toEqual([
			'Back | returned | library/b.sop.yaml',
			'Out | removed',
			'First | added | library/a.sop.yaml',
		]);
		expect(repository.register()).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
		expect(repository.list().get(sopId)).toMatchObject({ file: 'b.sop.yaml', here: null });
		expect(repository.show().from).toBe('2024-01-02T12:00:00Z');
	});

	it('out of the names that a library looks for', () => {
		const repository = libraryRepository();
		repository.move('a.sop.yaml', 'a.yaml').commit('2024-02-01', {}, { message: 'Hide' });
		expect(repository.changes()).toEqual(['Hide | removed', 'First | added | a.sop.yaml']);
		expect(repository.history().changes[0]).toMatchObject({ replacedBy: null, version: null, digest: null });
		expect(repository.register()).toEqual({ inForce: '1.0', stands: null, status: 'missing' });
	});

	it('to where a symbolic link took its place', () => {
		const repository = libraryRepository();
		repository.move('a.sop.yaml', 'a.txt');
		symlinkSync('a.txt', join(repository.folder, 'a.sop.yaml'));
		repository.commit('2024-02-01', {}, { message: 'Link' });
		expect(repository.history().changes[0]).toMatchObject({ what: 'removed', replacedBy: 'link' });
		expect(repository.register()).toEqual({ inForce: '1.0', stands: null, status: 'missing' });
	});

	it('to where a submodule took its place', () => {
		const repository = libraryRepository();
		const commit = repository.id();
		repository.git('rm', '--quiet', '--cached', 'a.sop.yaml');
		repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},a.sop.yaml`);
		repository.gitAt('2024-02-01', 'commit', '--quiet', '-m', 'Submodule');
		expect(repository.history().changes[0]).toMatchObject({ what: 'removed', replacedBy: 'submodule' });
		expect(repository.register()).toMatchObject({ inForce: '1.0', stands: null, status: 'missing' });
	});

	it('to where another id was written into its file', () => {
		const repository = libraryRepository();
		repository.commit('2024-02-01', { 'a.sop.yaml': sopText({ id: other }) }, { message: 'New id' });
		expect(repository.history().changes[0]).toMatchObject({ what: 'removed', replacedBy: 'other text' });
		expect(repository.register()).toEqual({ inForce: '1.0', stands: null, status: 'missing' });
		expect(repository.changes(other)).toEqual(['New id | added | a.sop.yaml']);
		expect(repository.register(other)).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
		expect(repository.show(other).from).toBe('2024-02-01T12:00:00Z');
	});

	it('in two files at once, and names both', () => {
		const repository = libraryRepository();
		repository.commit('2024-02-01', { 'b.sop.yaml': sopText({ version: '1.1' }) }, { message: 'Copy' });
		const { inForce, standing } = repository.list().get(sopId) ?? {};
		// Both stand on the mainline: the higher number is in force, as it would be in one file.
		expect(inForce).toMatchObject({ version: '1.1', from: '2024-02-01T12:00:00Z' });
		expect(standing?.why).toContain('2 files bear its id: a.sop.yaml, b.sop.yaml');
		repository.write({ 'b.sop.yaml': null }).commit('2024-03-01', {}, { message: 'Drop the copy' });
		expect(repository.register()).toEqual({ inForce: '1.1', stands: '1.0', status: 'superseded' });
	});
});

describe('a path may be anything that git can hold', () => {
	const paths = {
		'letters beyond ASCII': 'Köln/übersicht 漢字.sop.yaml',
		spaces: ' two  words .sop.yaml',
		'a newline': 'one\ntwo.sop.yaml',
		'a tab': 'one\ttwo.sop.yaml',
		quotes: `"quoted" 'twice'.sop.yaml`,
		'a backslash': 'back\\slash.sop.yaml',
		'a leading dash': '-x.sop.yaml',
		'a leading colon': ':100644 000000.sop.yaml',
		'a pathspec': ':(exclude)*.sop.yaml',
	};

	it('to be found, followed, and told from the file on disk', () => {
		const repository = emptyRepository();
		const documents = Object.values(paths).map((path, index) => ({ path, id: `SOP-FIN-${910 + index}` }));
		const files = documents.map(({ id }) => [`${id}.sop.yaml`, sopText({ id })]);
		repository.commit('2024-01-02', Object.fromEntries(files), { message: 'First' });
		for (const { id, path } of documents) repository.move(`${id}.sop.yaml`, path);
		repository.commit('2024-02-01', {}, { message: 'Move' });
		expect([...repository.list().values()].map(({ id, file, here }) => ({ id, path: file, here }))).toEqual(
			documents.map((one) => ({ ...one, here: null })),
		);
		for (const { id, path } of documents)
			expect(repository.changes(id)).toEqual([`Move | moved | ${path}`, `First | added | ${id}.sop.yaml`]);
	});

	it('and not to break a line of what is printed', () => {
		const repository = emptyRepository();
		repository.commit('2024-01-02', { [paths['a newline']]: sopText() });
		expect(repository.sop('history', sopId).stdout).not.toContain('one\n');
		expect(repository.sop('show', sopId).stderr).not.toContain('one\n');
	});

	it('and a folder of the library may be called like an option', () => {
		const repository = emptyRepository();
		repository.at = '--all';
		repository.commit('2024-01-02', { '--all/sop.config.yaml': configText(), '--all/a.sop.yaml': sopText() });
		expect(repository.register()).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
	});

	it('also where its bytes are no text', () => {
		const repository = libraryRepository();
		const blob = repository.id('HEAD:a.sop.yaml');
		const tree = `100644 blob ${blob}\t"\\377.sop.yaml"\n`;
		repository.write({ tree });
		const mktree = repository.git('-c', `alias.mk=!git mktree <tree`, 'mk');
		const commit = repository.gitAt('2024-02-01', 'commit-tree', mktree, '-p', 'HEAD', '-m', 'Bytes');
		repository.git('update-ref', 'refs/heads/main', commit);
		expect(repository.changes()).toEqual(['Bytes | moved | \ufffd.sop.yaml', 'First | added | a.sop.yaml']);
		expect(repository.show().inForce).toBe(true);
	});
});
