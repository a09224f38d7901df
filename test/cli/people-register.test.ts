import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callSop, findingsOf } from '../support/lint-library.ts';
import { git, smallSop, temporaryFolder, temporaryLibrary } from '../support/temporary-library.ts';

const config = (file: string) =>
	`format: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\npeople:\n  file: ${file}\n`;
const person = (id: string, role: string) =>
	`  - id: ${id}\n    name: Somebody\n    roles:\n      - role: ${role}\n`;
const clerk = `format: 1\npeople:\n${person('j.roe', 'clerk')}`;
const everybody = clerk + person('m.doe', 'controller');

/** Why roles/no-holder was not evaluated, and what it found. */
function holders(folder: string): { readonly found: number; readonly reasons: readonly string[] } {
	const { stdout } = callSop(folder, ['lint', '--rule', 'roles/no-holder', '--format', 'json']);
	const report = JSON.parse(stdout) as {
		readonly findings: readonly unknown[];
		readonly notEvaluated: readonly { readonly reason: string }[];
	};
	return { found: report.findings.length, reasons: report.notEvaluated.map(({ reason }) => reason) };
}

describe('the people register', () => {
	it('is read from where the config says, and no longer from its usual place', () => {
		const folder = temporaryLibrary({
			'sop.config.yaml': config('private/people.yaml'),
			'private/people.yaml': clerk,
			'registers/people.yaml': everybody,
			'sops/a.sop.yaml': smallSop,
		});
		expect(holders(folder)).toEqual({ found: 1, reasons: [] });
	});

	it('is checked itself at that place: as part of the library, alone, as standard input, and as staged', () => {
		const wrong = `${everybody}    rolls: []\n`;
		const folder = temporaryLibrary({
			'sop.config.yaml': config('./private/people.yaml'),
			'private/people.yaml': wrong,
			'sops/a.sop.yaml': smallSop,
		});
		const found = ['private/people.yaml:11:5 error document/unknown-key'];
		expect(findingsOf(folder, [])).toEqual(found);
		expect(findingsOf(folder, ['private'])).toEqual(found);
		expect(findingsOf(folder, ['private/people.yaml'])).toEqual(found);
		expect(findingsOf(folder, ['sops'])).toEqual([]);
		expect(findingsOf(folder, ['--stdin-filename', 'private/people.yaml'], { input: wrong })).toEqual(found);
		git(folder, 'init', '--quiet');
		git(folder, 'add', '--all');
		expect(findingsOf(folder, ['--staged'])).toEqual(found);
	});

	it.each([
		['not there', {}, 'there is no people register at private/people.yaml'],
		['empty', { 'private/people.yaml': 'format: 1\npeople: []\n' }, 'the people register is empty'],
		['broken', { 'private/people.yaml': 'format: 1\npeople: [\n' }, 'the people register cannot be read'],
	])('says so where it is %s', (_, files, reason) => {
		const folder = temporaryLibrary({
			'sop.config.yaml': config('private/people.yaml'),
			'sops/a.sop.yaml': smallSop,
			...files,
		});
		expect(holders(folder).reasons).toEqual([reason]);
	});

	it.each([
		['../people.yaml', 'lies outside the library'],
		['/etc/passwd', 'lies outside the library'],
		['link.yaml', 'lies outside the library'],
		['folder/people.yaml', 'lies outside the library'],
		['sops', 'is a folder'],
		['pipe.yaml', 'is no ordinary file'],
		['sops/a.sop.yaml', 'is something else by its name (sop)'],
	])('is refused at %s', (file, message) => {
		const outside = temporaryFolder({ 'people.yaml': everybody });
		const folder = temporaryLibrary({ 'sop.config.yaml': config(file), 'sops/a.sop.yaml': smallSop });
		symlinkSync(join(outside, 'people.yaml'), join(folder, 'link.yaml'));
		symlinkSync(outside, join(folder, 'folder'));
		execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
		const outcome = callSop(folder, ['lint']);
		expect(outcome.stderr).toContain(`The people register ${file}, which sop.config.yaml names under people.file, ${message}`);
		expect(outcome.code).toBe(2);
		expect(outcome.stdout).toBe('');
	});

	it('is not read at its usual place either where a link leads out of the library', () => {
		const outside = temporaryFolder({ 'people.yaml': everybody });
		const folder = temporaryLibrary({ 'sops/a.sop.yaml': smallSop });
		symlinkSync(outside, join(folder, 'registers'));
		expect(holders(folder).reasons).toEqual(['the people register cannot be read']);
	});
});
