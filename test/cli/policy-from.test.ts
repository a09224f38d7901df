import { describe, expect, it } from 'vitest';
import {
	configText,
	emptyRepository,
	type HistoryRepository,
	libraryRepository,
	sopText,
} from '../support/history-repository.ts';

/** A document with one finding of document/version-not-text. */
const broken = sopText().replace('version: "1.0"', 'version: 1.0');
const comment = '# sop-disable-next-line document/version-not-text -- Agreed with Jane\n';
const silenced = broken.replace('version: 1.0', `${comment}version: 1.0`);
const rule = 'document/version-not-text';
const off = `rules:\n  ${rule}: off\n`;
const baseline = (count: number) =>
	JSON.stringify({
		format: 1,
		entries: [{ rule, document: 'SOP-FIN-900', place: 'version', count }],
	});

/** What lint says against a policy, each finding as `rule file:line message`, less what the past alone says. */
function findings(repository: HistoryRepository, ...words: string[]): readonly string[] {
	const all = ['lint', '--rule', rule, '--rule', 'config', '--rule', 'baseline', '--format', 'json', ...words];
	const { stdout, stderr } = repository.sop(...all);
	if (stdout === '') throw new Error(stderr);
	return JSON.parse(stdout).findings.map(
		({ rule: name, file, range, message }: Record<string, never> & { range: { start: { line: number } } }) =>
			`${name} ${file}:${range.start.line} ${name === rule ? '' : message}`.trim(),
	);
}

const found = `${rule} a.sop.yaml:5`;

describe('sop lint --policy-from', () => {
	it('judges by the config of where the branch began, and tells first what the branch loosens', () => {
		const repository = libraryRepository();
		repository.branch('work').commit('2024-01-10', { 'a.sop.yaml': broken, 'sop.config.yaml': configText(off) });
		const looser = `config/loosened sop.config.yaml:4 ${rule} is off, where main says nothing of it`;
		expect(findings(repository)).toEqual([looser]);
		expect(findings(repository, '--policy-from', 'main')).toEqual([looser, found]);
		expect(findings(repository, '--policy-from')).toEqual([looser, found]);
		// Also where only the document is looked at.
		expect(findings(repository, 'a.sop.yaml', '--policy-from')).toEqual([looser, found]);
		const { code, stdout, stderr } = repository.sop('lint', '--policy-from');
		expect(code).toBe(1);
		expect(stderr).toBe(
			`Judged by the config of main at ${repository.id('main').slice(0, 7)}, where this branch left it.\n`,
		);
		expect(stdout.split('\n')[0]).toBe('sop.config.yaml');
		const { policy } = JSON.parse(repository.sop('lint', '--policy-from', '--format', 'json').stdout);
		expect(policy).toEqual({ from: 'main', commit: repository.id('main') });
	});

	it('takes presets, overrides, options and ignored files from there as well', () => {
		const repository = libraryRepository('preset: strict\noverrides:\n  - files: [b/**]\n    rules: { document/placeholder: off }\n');
		repository.branch('work').commit('2024-01-10', {
			'sop.config.yaml': configText(
				'preset: minimal\nignore: [a.sop.yaml]\nadopted: 2024-01-09\noverrides:\n  - files: ["*.sop.yaml"]\n    preset: minimal\n    rules: { decisions/gap: off }\nids:\n  legacy: ["^X"]\nrules:\n  document/missing-section: { severity: error, sections: ["8"] }\n',
			),
			'a.sop.yaml': broken,
		});
		expect(findings(repository, '--policy-from', '--rule', rule)).toEqual([
			'config/loosened sop.config.yaml:3 The preset is minimal, where main says strict',
			'config/loosened sop.config.yaml:4 Files that match a.sop.yaml are ignored, and are not on main',
			'config/loosened sop.config.yaml:5 What is older than 2024-01-09 is not judged, where main says no such day',
			'config/loosened sop.config.yaml:8 The preset of *.sop.yaml is minimal, and is not on main',
			'config/loosened sop.config.yaml:9 decisions/gap is off for *.sop.yaml, and is not on main',
			'config/loosened sop.config.yaml:11 Ids that fit ^X are allowed, and are not on main',
			'config/loosened sop.config.yaml:13 document/missing-section sections is 8, where main says nothing of it: it may ask for less',
			found,
		].map((line) => expect.stringContaining(line)));
	});

	it('follows extends at that commit, and reads nothing of it from the working tree', () => {
		const repository = emptyRepository();
		repository.commit('2024-01-02', {
			'sop.config.yaml': configText('extends: house.yaml\n'),
			'house.yaml': `format: 1\n${off}`,
			'a.sop.yaml': broken,
		});
		repository.branch('work').write({ 'house.yaml': 'format: 1\n' });
		expect(findings(repository)).toEqual([found]);
		expect(findings(repository, '--policy-from')).toEqual([]);
		repository.write({ 'house.yaml': null, 'sop.config.yaml': configText() });
		expect(findings(repository, '--policy-from')).toEqual([]);
	});

	it('lets a branch name its functions and its library, which are no policy', () => {
		const repository = emptyRepository();
		repository.commit('2024-01-02', { 'a.sop.yaml': sopText() });
		const text = sopText({ id: 'SOP-TRS-001' }).replace('function: finance', 'function: treasury');
		repository.branch('work').commit('2024-01-10', {
			'sop.config.yaml': configText('functions: [{ id: treasury, code: TRS }]\n'),
			'b.sop.yaml': text,
		});
		const { stdout, stderr } = repository.sop('lint', '--policy-from', '--fail-on', 'warning');
		expect(stdout).not.toContain('error');
		expect(stderr).toContain('No config stood on main at ');
	});

	it('counts suppressions and baseline entries that stood there, and tells those that did not', () => {
		const repository = libraryRepository();
		repository.commit('2024-01-03', { 'a.sop.yaml': silenced, '.sop-baseline.json': baseline(1) });
		repository.branch('work').commit('2024-01-10', { 'a.sop.yaml': `${silenced}# more\n` });
		expect(findings(repository, '--policy-from')).toEqual([
			expect.stringContaining('baseline/stale .sop-baseline.json'),
		]);
		// The document moves, and other lines with it.
		repository.move('a.sop.yaml', 'sops/b.sop.yaml').write({ '.sop-baseline.json': null });
		expect(findings(repository, '--policy-from')).toEqual([]);
		// Another reason, and a longer time, are other comments.
		repository.write({ 'sops/b.sop.yaml': silenced.replace('with Jane', 'with nobody') });
		expect(findings(repository, '--policy-from')).toEqual([
			`config/loosened sops/b.sop.yaml:5 This comment would keep ${rule} quiet, and is not on main: it does not count`,
			`${rule} sops/b.sop.yaml:6`,
		]);
		repository.write({ 'sops/b.sop.yaml': broken, '.sop-baseline.json': baseline(2) });
		expect(findings(repository, '--policy-from')).toEqual([
			`config/loosened .sop-baseline.json:1 The baseline puts off 1 more of ${rule} in SOP-FIN-900 than on main`,
		]);
		repository.git('checkout', '--quiet', '--force', 'main');
		repository.write({ 'sops/b.sop.yaml': null, 'a.sop.yaml': broken, '.sop-baseline.json': null });
		expect(findings(repository, '--policy-from')).toEqual([found]);
	});

	it('takes a commit that the mainline itself has shown, never one of a branch merged into it', () => {
		const repository = libraryRepository();
		repository.branch('loose').commit('2024-01-05', { 'sop.config.yaml': configText(off) });
		repository.branch('work').commit('2024-01-10', { 'a.sop.yaml': broken });
		repository.to('loose').commit('2024-01-06', { 'sop.config.yaml': configText() });
		repository.to('main').merge('2024-01-07', 'loose');
		repository.to('work');
		expect(repository.git('merge-base', 'main', 'HEAD')).toBe(repository.id('HEAD~1'));
		expect(findings(repository, '--policy-from')).toContain(found);
	});

	it('takes the newest commit of the mainline that the branch has merged', () => {
		const repository = libraryRepository();
		repository.branch('work').commit('2024-01-10', { 'a.sop.yaml': broken });
		const newest = repository.to('main').commit('2024-01-11', { 'sop.config.yaml': configText(off) });
		repository.commit('2024-01-12', { 'sop.config.yaml': configText() });
		repository.to('work');
		expect(findings(repository, '--policy-from')).toEqual([found]);
		repository.merge('2024-01-13', newest);
		expect(findings(repository, '--policy-from')).toEqual([]);
		repository.merge('2024-01-14', 'main');
		expect(findings(repository, '--policy-from')).toEqual([found]);
	});

	it('counts nothing of a partial clone that is not here, and never fetches it', () => {
		const repository = libraryRepository();
		repository.commit('2024-01-03', { 'a.sop.yaml': silenced, '.sop-baseline.json': baseline(1) });
		repository.branch('work').commit('2024-01-10', { 'a.sop.yaml': `${silenced}# more\n` });
		repository.git('config', 'uploadpack.allowFilter', 'true');
		const words = ['clone', '--quiet', '--filter=blob:none', `file://${repository.folder}`, 'FOLDER'];
		const clone = repository.another('clone', ...words);
		expect(findings(clone, '--policy-from', 'origin/main')).toEqual([
			`config/loosened a.sop.yaml:5 This comment would keep ${rule} quiet, and is not on origin/main: it does not count`,
		]);
		expect(clone.git('rev-list', '--objects', '--all', '--missing=print')).toMatch(/^\?/m);
		clone.write({ 'sop.config.yaml': configText(off) });
		expect(findings(clone, '--policy-from', 'origin/main')).toHaveLength(2);
	});

	it('is not led astray by a config that names its own branch, nor by one that was removed or put elsewhere', () => {
		const repository = emptyRepository();
		repository.commit('2024-01-02', {
			'lib/sop.config.yaml': configText('preset: strict\n'),
			'lib/sops/a.sop.yaml': sopText(),
		});
		repository.branch('work').commit('2024-01-10', {
			'lib/sop.config.yaml': configText(`mainline: work\n${off}`),
			'lib/sops/a.sop.yaml': broken,
		});
		const lint = (folder: string) => {
			const { stdout } = repository.sopIn(folder, 'lint', '--policy-from', '--format', 'line');
			return stdout;
		};
		expect(lint('lib')).toContain('The branch that decides is work, where main says main');
		expect(lint('lib')).toContain(rule);
		repository.write({ 'lib/sop.config.yaml': null });
		expect(lint('lib')).toContain('The preset is recommended, where main says strict');
		repository.write({ 'lib/sop.config.yaml': configText('preset: strict\n'), 'lib/sops/sop.config.yaml': configText(off) });
		expect(lint('lib/sops')).toContain('The preset is recommended, where main says strict');
		expect(lint('lib/sops')).toContain(rule);
	});

	it('follows the branch that the config of main names', () => {
		const repository = libraryRepository('mainline: trunk\n');
		repository.branch('trunk').commit('2024-01-05', { 'sop.config.yaml': configText(`mainline: trunk\n${off}`) });
		repository.branch('work').write({ 'a.sop.yaml': broken });
		const { stderr } = repository.sop('lint', '--policy-from');
		expect(stderr).toContain(`Judged by the config of trunk at ${repository.id('trunk').slice(0, 7)}`);
		expect(findings(repository, '--policy-from')).toEqual([]);
	});

	it('judges in threads as it does in one', () => {
		const repository = libraryRepository();
		const many = Object.fromEntries(
			Array.from({ length: 400 }, (_, index) => [
				`many/${index}.sop.yaml`,
				sopText({ id: `SOP-FIN-${1000 + index}` }).replace('version: "1.0"', 'version: 1.0'),
			]),
		);
		repository.branch('work').write({ ...many, 'sop.config.yaml': configText(off) });
		repository.environment = { SOP_TEST: '1' };
		expect(findings(repository, '--policy-from').filter((line) => line.startsWith(rule))).toHaveLength(400);
		// And once more, from what is remembered.
		expect(findings(repository, '--policy-from').filter((line) => line.startsWith(rule))).toHaveLength(400);
		expect(findings(repository)).toHaveLength(1);
	});

	it('says in one sentence why there is no policy to go by', () => {
		const repository = libraryRepository();
		const refused = (...words: string[]) => {
			const { code, stdout, stderr } = repository.sop('lint', ...words);
			expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
			return stderr;
		};
		expect(refused('--policy-from', 'nowhere')).toContain('git knows no commit "nowhere" to take the policy from');
		expect(refused('--policy-from=--output=x')).toContain('git knows no commit "--output=x"');
		expect(refused('--policy-from', 'a.sop.yaml')).toContain('write paths before --policy-from');
		expect(refused('--policy-from', '--no-history')).toContain('cannot stand together');
		expect(refused('--policy-from', '--config', '/etc/hostname')).toContain('has no history');
		repository.git('switch', '--quiet', '--orphan', 'alone');
		repository.commit('2024-01-05', { 'sop.config.yaml': configText() });
		expect(refused('--policy-from', 'main')).toContain('HEAD shares no past with "main"');
		repository.git('branch', '--quiet', '-D', 'main');
		expect(refused('--policy-from')).toContain('There is no branch main to take the policy from');
		repository.commit('2024-01-06', { 'sop.config.yaml': 'preset: [\n' });
		repository.branch('next').write({ 'sop.config.yaml': configText() });
		expect(refused('--policy-from', 'alone')).toContain('The policy of alone at ');
		const empty = emptyRepository();
		empty.write({ 'a.sop.yaml': sopText() });
		expect(empty.sop('lint', '--policy-from')).toMatchObject({ code: 2, stdout: '' });
	});

	it('says that a shallow clone lacks the commit', () => {
		const repository = libraryRepository();
		repository.branch('work').commit('2024-01-10', { 'a.sop.yaml': broken });
		repository.to('main').commit('2024-01-11', { 'b.txt': 'b' });
		repository.to('work');
		const clone = repository.another('shallow', 'clone', '--quiet', '--depth=1', '--no-single-branch', `file://${repository.folder}`, 'FOLDER');
		const { code, stderr } = clone.sop('lint', '--policy-from', 'origin/main');
		expect(code).toBe(2);
		expect(stderr).toContain('The history is cut off: fetch the whole of it');
	});
});
