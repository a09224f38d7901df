import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/lint-library.ts';
import { runMain } from '../support/run-main.ts';
import { runSop } from '../support/run-sop.ts';
import { smallSop, temporaryFolder, temporaryLibrary } from '../support/temporary-library.ts';

const id = 'library: 3f1b0c6a9d4e4f7a\n';
/** A document with a warning (placeholder) and an error (version). */
const faulty = smallSop.replace('First version', 'TODO').replace('version: "1.0"', 'version: 1.0');
const placeholder = 'a.sop.yaml:120:11 warning document/placeholder';
const version = 'a.sop.yaml:5:10 error document/version-not-text';

function findings(config: string, ...words: string[]): readonly string[] {
	return findingsOf(temporaryLibrary({ 'sop.config.yaml': config, 'a.sop.yaml': faulty }), words);
}

describe('settings of rules', () => {
	it.each([
		['nothing set', '', [version, placeholder]],
		['a rule off', 'rules: { document/placeholder: off }\n', [version]],
		['another severity', 'rules: { document/placeholder: error, document/version-not-text: { severity: warning } }\n', [
			version.replace('error', 'warning'),
			placeholder.replace('warning', 'error'),
		]],
		['strict', 'preset: strict\n', [version, placeholder.replace('warning', 'error')]],
		['minimal', 'preset: minimal\n', [version]],
		['an override for it', 'overrides: [ { files: ["*.sop.yaml"], rules: { document/placeholder: off } } ]\n', [version]],
		['an override for others', 'overrides: [ { files: [sops/**], rules: { document/placeholder: off } } ]\n', [version, placeholder]],
		['a later override wins', 'overrides: [ { files: ["*"], preset: minimal }, { files: [a*], preset: recommended } ]\n', [version, placeholder]],
	])('%s', (_, config, expected) => {
		expect(findings(id + config)).toEqual(expected);
	});

	it('takes --preset and --rule over what the config says', () => {
		expect(findings(`${id}preset: minimal\n`, '--preset', 'strict')).toEqual([version, placeholder.replace('warning', 'error')]);
		expect(findings(id, '--rule', 'document/placeholder')).toEqual([placeholder]);
		expect(findings(id, '--rule', 'document')).toEqual([version, placeholder]);
		expect(findings(id, '--rule', 'procedure', '--rule', 'document/version-not-text')).toEqual([version]);
	});

	it('keeps rules on that cannot be silenced, and reports settings that set nothing', () => {
		const config = [
			'rules:',
			'  config/unknown-rule: off',
			'  config/invalid-value: off',
			'  document/place-holder: off',
			'  document/placeholder: loud',
			'  document/missing-section: { sections: 7, sectoins: ["7"] }',
			'  document/impossible-date: { ahead: soon }',
			'  review/overdue: { grace: 14 days }',
			'timezone: Europe/Munich',
			'',
		].join('\n');
		expect(findings(id + config, '--rule', 'config')).toEqual([
			'sop.config.yaml:5:3 error config/unknown-rule',
			'sop.config.yaml:6:25 error config/invalid-value',
			'sop.config.yaml:7:41 error config/invalid-value',
			'sop.config.yaml:7:44 error config/invalid-value',
			'sop.config.yaml:8:38 error config/invalid-value',
			'sop.config.yaml:10:11 error config/invalid-value',
		]);
	});
});

describe('extends', () => {
	it('merges the files, lints each, and asks for one library id in all', () => {
		const folder = temporaryLibrary({
			'sop.config.yaml': 'extends: [house/base.yaml, house/more.yaml]\nrules: { document/version-not-text: warning }\n',
			'house/base.yaml': `${id}extends: ./root.yaml\nrules: { document/placeholder: off }\n`,
			'house/root.yaml': 'rules: { document/placeholder: error, document/version-not-text: off }\n',
			'house/more.yaml': 'extends: root.yaml\ntime_zone: UTC\n',
			'a.sop.yaml': faulty,
		});
		expect(findingsOf(folder, [])).toEqual([
			version.replace('error', 'warning'),
			placeholder.replace('warning', 'error'),
			'house/more.yaml:2:1 error config/unknown-key',
		]);
		expect(findingsOf(folder, ['house/more.yaml'])).toEqual(['house/more.yaml:2:1 error config/unknown-key']);
		expect(runSop(folder, 'lint', '--format', 'line', '--rule', 'config', 'a.sop.yaml')).toEqual({
			code: 0,
			stdout: '',
			stderr: 'house/more.yaml has settings that do not count: sop lint house/more.yaml shows them.\n',
		});
	});

	it('reports a missing library id once, in the config itself', () => {
		const folder = temporaryLibrary({
			'sop.config.yaml': 'extends: base.yaml\n',
			'base.yaml': 'timezone: UTC\n',
			'a.sop.yaml': smallSop,
		});
		expect(findingsOf(folder, [])).toEqual(['sop.config.yaml:1:1 error config/invalid-value']);
	});

	it.each([
		['a missing file', 'extends: none.yaml\n', 'sop: The config none.yaml, which sop.config.yaml extends, cannot be read (ENOENT)'],
		['itself', 'extends: ./sop.config.yaml\n', 'sop: The config extends itself by way of sop.config.yaml'],
		['a circle', 'extends: circle.yaml\n', 'sop: The config extends itself by way of sop.config.yaml'],
		['a device', 'extends: /dev/zero\n', 'sop: The config /dev/zero, which sop.config.yaml extends, lies outside the repository'],
		['a file elsewhere', 'extends: ../secret.yaml\n', '/secret.yaml, which sop.config.yaml extends, lies outside the repository'],
		['a folder', 'extends: folder\n', 'sop: The config folder, which sop.config.yaml extends, cannot be read (EISDIR)'],
	])('refuses %s', async (_, config, message) => {
		const outer = temporaryFolder({
			'lib/sop.config.yaml': id + config,
			'lib/circle.yaml': 'extends: sop.config.yaml\n',
			'lib/folder/x': '',
			'lib/a.sop.yaml': smallSop,
			'secret.yaml': 'timezone: UTC\n',
		});
		const outcome = await runMain(['lint'], { folder: join(outer, 'lib'), home: outer });
		expect(outcome).toMatchObject({ code: 2, stdout: '' });
		expect(outcome.stderr).toContain(message);
	});

	it('may reach into the repository around the library', () => {
		const top = temporaryFolder({
			'.git/HEAD': 'ref: refs/heads/main\n',
			'house.yaml': 'rules: { document/placeholder: off }\n',
			'lib/sop.config.yaml': `${id}extends: ../house.yaml\n`,
			'lib/a.sop.yaml': faulty,
		});
		expect(findingsOf(join(top, 'lib'), [])).toEqual([version]);
	});
});

describe('the config file', () => {
	it('is judged like any file; what is not about it stops where it does not parse', () => {
		const folder = temporaryLibrary({ 'sop.config.yaml': `${id}rules: [\n`, 'a.sop.yaml': smallSop });
		expect(findingsOf(folder, [])[0]).toMatch(/^sop\.config\.yaml:\d+:\d+ error document\/syntax$/);
		const outcome = runSop(folder, 'lint', 'a.sop.yaml');
		expect(outcome).toMatchObject({ code: 2, stdout: '' });
		expect(outcome.stderr).toMatch(/^sop: The config sop\.config\.yaml:\d+:\d+ cannot be read: /);
	});

	it('can be another, named from the folder to work in', () => {
		const folder = temporaryLibrary({ 'ci/ci.yaml': 'extends: ../sop.config.yaml\npreset: strict\n', 'a.sop.yaml': faulty });
		const words = ['lint', '--cwd', folder, '--config', 'ci/ci.yaml', '--format', 'line'];
		const { code, stdout, stderr } = runSop('/', ...words);
		expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
		expect(stdout.match(/ error: /g)).toHaveLength(2);
		expect(runSop(folder, 'lint', '--config', 'none.yaml')).toEqual({
			code: 2,
			stdout: '',
			stderr: `sop: There is no config at ${folder}/none.yaml\nGive the path of an existing file after --config.\n`,
		});
	});
});
