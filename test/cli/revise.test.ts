import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configText, emptyRepository, type HistoryRepository, libraryRepository, sopId, sopText } from '../support/history-repository.ts';
import { introduce } from '../support/git.ts';
import { hasPython, onTerminal } from '../support/on-terminal.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { smallSop, temporaryLibrary } from '../support/temporary-library.ts';
import { runSop } from '../support/run-sop.ts';

const words = ['--what', 'Limit lowered', '--why', 'Audit finding', '--author', 'jane.doe'];
const textIn = (repository: HistoryRepository, file = 'a.sop.yaml') =>
	readFileSync(join(repository.folder, file), 'utf8');
const valueIn = (repository: HistoryRepository, file?: string) =>
	readYaml(textIn(repository, file)).value as {
		version: string;
		effective?: string;
		change_log: Record<string, unknown>[];
	};
const people = `format: 1
people:
  - id: j.doe
    name: Jane Doe
    addresses:
      - address: Jane@Acme.example
      - address: jane@old.example
        until: 2024-06-30
`;
const asJane = { GIT_AUTHOR_NAME: 'Jane Doe', GIT_AUTHOR_EMAIL: 'jane@acme.example' };

describe('sop revise', () => {
	it('opens the next version: number, row and no day, and says so', () => {
		const repository = libraryRepository('', { effective: '2024-01-05' });
		const before = textIn(repository);
		const { code, stdout, stderr } = repository.sop('revise', 'sop-fin-900', ...words);
		expect({ code, stdout }).toEqual({ code: 0, stdout: 'a.sop.yaml\n' });
		expect(stderr).toContain('Opening version 1.1 of SOP-FIN-900 after 1.0');
		expect(stderr).toContain('2024-01-05 is taken out: that was the day of 1.0. 1.1 counts from the moment when main');
		expect(stderr).toContain('in force    1.0, until this version is');
		expect(stderr).toContain("git add -- a.sop.yaml && git commit -m 'Open version 1.1 of SOP-FIN-900' -- a.sop.yaml");
		const row = `  - version: "1.1"\n    date: 2025-01-01\n    author: jane.doe\n    what: Limit lowered\n    why: Audit finding\n`;
		expect(textIn(repository)).toBe(
			before
				.replace('version: "1.0"\neffective: 2024-01-05\n', 'version: "1.1"\n')
				.replace('change_log:\n', `change_log:\n${row}`),
		);
		expect(repository.git('status', '--porcelain')).toBe('M a.sop.yaml'.padStart(13));
	});

	it('lints as well as before', () => {
		const repository = emptyRepository();
		const text = sopText().replace('2026-01-20', '2024-01-02');
		repository.commit('2024-01-02', { 'sop.config.yaml': configText(), 'a.sop.yaml': text });
		const findings = () => JSON.parse(repository.sop('lint', '--format', 'json').stdout).summary.errors;
		const before = findings();
		repository.sop('revise', sopId, ...words);
		expect(findings()).toBe(before);
	});

	it('writes what else the flags say', () => {
		const repository = libraryRepository();
		repository.commit('2024-02-01', { 'b.sop.yaml': sopText({ id: 'SOP-FIN-901' }) });
		const flags = ['--major', '--effective', '2025-03-01', '--affects', 'sop-fin-901', '--retrain', 'no'];
		expect(repository.sop('revise', sopId, ...words, ...flags).code).toBe(0);
		expect(valueIn(repository)).toMatchObject({
			version: '2.0',
			effective: '2025-03-01',
			change_log: [{ version: '2.0', affects: ['SOP-FIN-901'], retrain: false }, {}],
		});
	});

	it('counts from the highest number that ever stood, on any branch and in any row', () => {
		const repository = libraryRepository();
		repository.branch('other').commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '1.7', wording: 'Other.' }) });
		repository.to('main');
		const { stderr } = repository.sop('revise', sopId, ...words);
		expect(valueIn(repository).version).toBe('1.8');
		expect(stderr).toContain('1.7 was used already, in another commit or row');
		repository.git('checkout', '--quiet', '.');
		for (const number of ['1.7', '1.07', '1.0', '0.9'])
			expect(repository.sop('revise', sopId, ...words, '--number', number)).toMatchObject({ code: 2, stdout: '' });
		expect(repository.sop('revise', sopId, ...words, '--number', '1.10').code).toBe(0);
		expect(valueIn(repository).version).toBe('1.10');
	});

	it('commits exactly the file, and refuses where anything else is staged', () => {
		const repository = libraryRepository();
		repository.write({ 'notes.txt': 'Mine\n' });
		repository.git('add', 'notes.txt');
		const before = textIn(repository);
		const refused = repository.sop('revise', sopId, ...words, '--commit');
		expect(refused).toMatchObject({ code: 2, stdout: '' });
		expect(refused.stderr).toContain('"notes.txt" is staged already');
		expect(textIn(repository)).toBe(before);
		repository.git('reset', '--quiet');
		repository.environment = asJane;
		expect(repository.sop('revise', sopId, ...words, '--commit').code).toBe(0);
		expect(repository.git('show', '--name-only', '--format=%s', 'HEAD')).toBe(
			'Open version 1.1 of SOP-FIN-900\n\na.sop.yaml',
		);
		expect(repository.git('status', '--porcelain')).toBe('?? notes.txt');
	});

	it('takes the author from git, by the address that counts today in the people register', () => {
		const repository = libraryRepository();
		repository.commit('2024-02-01', { 'registers/people.yaml': people });
		const authorAs = (name: string, address: string) => {
			repository.environment = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: address };
			expect(repository.sop('revise', sopId, ...words.slice(0, 4)).code).toBe(0);
			const { author } = valueIn(repository).change_log[0] ?? {};
			repository.git('checkout', '--quiet', '.');
			return author;
		};
		expect(authorAs('Jane D', 'jane@acme.example')).toBe('j.doe');
		expect(authorAs('Jane D', 'jane@old.example')).toBe('Jane D');
		expect(authorAs('Max: Muster', 'max@acme.example')).toBe('Max: Muster');
	});

	it('keeps a byte-order mark and line endings', () => {
		const repository = libraryRepository();
		const text = `\ufeff${sopText({ wording: 'Other.', version: '1.1' }).replaceAll('\n', '\r\n')}`;
		repository.commit('2024-02-01', { 'a.sop.yaml': text });
		expect(repository.sop('revise', sopId, ...words).code).toBe(0);
		expect(textIn(repository)).toMatch(/^\ufeff(?:[^\r\n]*\r\n)+$/);
		expect(valueIn(repository).version).toBe('1.2');
	});

	it('works in a library that is a folder of the repository, from a folder below', () => {
		const repository = libraryRepository();
		repository.git('rm', '-q', '-r', '.');
		repository.commit('2024-02-01', {
			'lib/sop.config.yaml': configText(),
			'lib/sops/a b.sop.yaml': sopText(),
		});
		const { code, stdout, stderr } = repository.sopIn('lib/sops', 'revise', sopId, ...words);
		expect({ code, stdout }).toEqual({ code: 0, stdout: 'a b.sop.yaml\n' });
		expect(stderr).toContain("git add -- 'a b.sop.yaml'");
	});

	it('opens a version of a text that was changed under the number of another', () => {
		const repository = libraryRepository();
		repository.commit('2024-02-01', { 'a.sop.yaml': sopText({ wording: 'Changed without a number.' }) });
		expect(repository.register()).toMatchObject({ status: 'suspended' });
		expect(repository.sop('revise', sopId, ...words).code).toBe(0);
		expect(valueIn(repository).version).toBe('1.1');
	});

	it('opens the version after what was reverted: it stands, and the higher one is in force', () => {
		const repository = libraryRepository();
		repository.commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '2.0', wording: 'Two.' }) });
		repository.git('revert', '--no-edit', 'HEAD');
		expect(repository.sop('revise', sopId, ...words).code).toBe(0);
		expect(valueIn(repository).version).toBe('2.1');
	});
});

describe('sop revise refuses, and writes nothing', () => {
	const refused = (repository: HistoryRepository, ...more: string[]) => {
		const before = existsSync(join(repository.folder, 'a.sop.yaml')) ? textIn(repository) : '';
		const ended = repository.sop('revise', sopId, ...words, ...more);
		if (before !== '') expect(textIn(repository)).toBe(before);
		expect(ended.stdout).toBe('');
		return ended;
	};

	it('an id that there is not, naming the nearest', () => {
		const { code, stderr } = libraryRepository().sop('revise', 'SOP-FIN-90', ...words);
		expect(code).toBe(2);
		expect(stderr).toContain('Did you mean SOP-FIN-900?');
	});

	it('a text that cannot be read', () => {
		const repository = libraryRepository();
		repository.commit('2024-02-01', { 'a.sop.yaml': `${sopText()}title: twice\n` });
		const { code, stderr } = refused(repository);
		expect(code).toBe(3);
		expect(stderr).toContain('a.sop.yaml cannot be read');
		expect(stderr).toContain('sop lint shows where');
	});

	it.each([
		['changed', (at: HistoryRepository) => at.write({ 'a.sop.yaml': sopText({ wording: 'New.' }) })],
		[
			'staged',
			(at: HistoryRepository) => {
				at.write({ 'a.sop.yaml': sopText({ wording: 'New.' }) }).git('add', 'a.sop.yaml');
			},
		],
	])('a file that is %s', (_, change) => {
		const repository = libraryRepository();
		change(repository);
		const { code, stderr } = refused(repository);
		expect(code).toBe(2);
		expect(stderr).toContain('holds changes that are not committed');
		expect(stderr).toContain('git stash push -- a.sop.yaml');
	});

	it('a document that was never committed', () => {
		const repository = libraryRepository();
		repository.write({ 'b.sop.yaml': sopText({ id: 'SOP-FIN-901' }) });
		const { code, stderr } = repository.sop('revise', 'SOP-FIN-901', ...words);
		expect(code).toBe(2);
		expect(stderr).toContain('was never committed here, so its first version is still open');
	});

	it('a file in conflict', () => {
		const repository = libraryRepository();
		repository.branch('other').commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '1.1', wording: 'A.' }) });
		repository.to('main').commit('2024-02-02', { 'a.sop.yaml': sopText({ version: '1.2', wording: 'B.' }) });
		repository.tryGit('2024-02-03', 'merge', 'other');
		const { code, stderr } = refused(repository);
		expect(code).not.toBe(0);
		expect(stderr).toMatch(/in conflict|cannot be read/);
	});

	it('while a version is open on a branch, until the mainline shows it', () => {
		const repository = libraryRepository();
		repository.branch('work');
		repository.environment = asJane;
		expect(repository.sop('revise', sopId, ...words, '--commit').code).toBe(0);
		const { code, stderr } = refused(repository);
		expect(code).toBe(2);
		expect(stderr).toContain('Version 1.1 of SOP-FIN-900 is open already, and 1.0 is in force');
		repository.to('main').merge('2024-02-01', 'work');
		expect(repository.sop('revise', sopId, ...words).code).toBe(0);
		expect(valueIn(repository).version).toBe('1.2');
	});

	it('where signatures are needed, while those of the version that stands are not all there', () => {
		const { code, stderr } = refused(libraryRepository('approvals: required\n'));
		expect(code).toBe(2);
		expect(stderr).toContain('Version 1.0 of SOP-FIN-900 is open already, and none is in force (draft: ');
	});

	it('a file that is behind what is in force', () => {
		const repository = libraryRepository();
		repository.branch('old');
		repository.to('main').commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '1.1', wording: 'New.' }) });
		repository.to('old');
		const { code, stderr } = refused(repository);
		expect(code).toBe(2);
		expect(stderr).toContain('a.sop.yaml is version 1.0, and main holds 1.1');
		expect(stderr).toContain('git merge main');
	});

	it('a retired document', () => {
		const repository = libraryRepository();
		repository.git('mv', 'a.sop.yaml', 'b.sop.yaml');
		repository.commit('2024-02-01', { 'archive/a.sop.yaml': sopText(), 'b.sop.yaml': null });
		const { code, stderr } = repository.sop('revise', sopId, ...words);
		expect(code).toBe(2);
		expect(stderr).toContain('SOP-FIN-900 is retired');
	});

	it('two files with one id, and a link', () => {
		const repository = libraryRepository();
		repository.commit('2024-02-01', { 'b.sop.yaml': sopText() });
		expect(refused(repository).stderr).toContain('2 files bear the id SOP-FIN-900: a.sop.yaml, b.sop.yaml');
		repository.commit('2024-02-02', { 'a.sop.yaml': null, 'b.sop.yaml': null, 'text/real.txt': sopText() });
		symlinkSync('text/real.txt', join(repository.folder, 'a.sop.yaml'));
		repository.commit('2024-02-03');
		expect(repository.sop('revise', sopId, ...words).code).not.toBe(0);
		expect(textIn(repository, 'text/real.txt')).toBe(sopText());
	});

	it('a clone that does not have all numbers, and a folder without git', () => {
		const repository = libraryRepository();
		repository.commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '1.1', wording: 'Two.' }) });
		const shallow = repository.another('shallow', 'clone', '-q', '--depth=1', `file://${repository.folder}`, 'FOLDER');
		const { code, stderr } = refused(shallow);
		expect(code).toBe(3);
		expect(stderr).toContain('git fetch --unshallow');
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop });
		expect(runSop(folder, 'revise', sopId, ...words)).toMatchObject({ code: 3, stdout: '' });
	});

	it.each([
		['--effective', '2024-12-31', 'cannot be in force since 2024-12-31'],
		['--effective', '2025-02-30', 'February 2025 has 28 days'],
		['--effective', '2025-03-01', 'takes effect on 2025-04-01'],
		['--affects', 'SOP-FIN-90', 'Did you mean SOP-FIN-900?'],
		['--number', 'two', 'takes a version such as 2.5'],
		['--what', ' ', '--what is empty'],
		['--why', 'a\u202eb', 'a character that nobody sees'],
		['--author', 'a\nb', 'must stand on one line'],
		['--on', '2024-01-01', 'sop revise writes, and writes as of now: it takes no --on'],
		['--known', 'HEAD', 'it takes no --known'],
		['--as-of', '2024-01-01', 'it takes no --as-of'],
	])('%s %j', (flag, value, message) => {
		const repository = libraryRepository('', { effective: '2025-04-01' });
		const { code, stderr } = refused(repository, flag, value);
		expect(code).toBe(2);
		expect(stderr).toContain(message);
	});

	it('in a pipe, a row that would not say what and why', () => {
		const { code, stderr } = libraryRepository().sop('revise', sopId, '--what', 'Limit lowered');
		expect(code).toBe(2);
		expect(stderr).toContain('--why is missing');
	});

	it('a change log that cannot be edited without changing more, saying what to write by hand', () => {
		const repository = libraryRepository();
		const shared = sopText({ version: '1.1' })
			.replace('version: "1.1"', 'version: &number "1.1"')
			.replace(/change_log:\n {2}- version: .*\n/, 'change_log:\n  - version: *number\n');
		repository.commit('2024-02-01', { 'a.sop.yaml': shared });
		const { code, stderr } = refused(repository);
		expect(code).toBe(2);
		expect(stderr).toContain('a.sop.yaml was left as it is');
		expect(stderr).toContain('Write it by hand: version: "1.2"');
	});
});

describe.skipIf(!hasPython)('sop revise on a terminal', () => {
	it('asks what changes and why', () => {
		const repository = libraryRepository();
		introduce(repository);
		const ended = onTerminal(
			['revise', sopId],
			[
				['What changes?', 'Limit: 50 # USD\r'],
				['Why?', 'Audit finding\r'],
			],
			repository,
		);
		expect(ended).toMatchObject({ code: 0, missed: null });
		expect(valueIn(repository).change_log[0]).toMatchObject({ author: 'Jane Doe', what: 'Limit: 50 # USD', why: 'Audit finding' });
	});
});
