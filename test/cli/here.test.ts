import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runSop } from '../support/run-sop.ts';
import { commitAll, git, smallSop, temporaryFolder, temporaryLibrary } from '../support/temporary-library.ts';

const stateOf = (folder: string) => JSON.parse(runSop(folder, '--format', 'json').stdout);

describe('bare sop', () => {
	test('outside a library is help', () => {
		const folder = temporaryFolder();
		const { code, stdout } = runSop(folder);
		expect(code).toBe(0);
		expect(stdout).toBe(runSop(folder, '--help').stdout);
		expect(stdout).toContain('Usage: sop');
	});

	test('in a library says how many documents there are, what fails, what is unsaved, and what to type', () => {
		const folder = temporaryLibrary({ 'sops/a.sop.yaml': smallSop });
		commitAll(folder);
		writeFileSync(join(folder, "sops/it's new.sop.yaml"), smallSop.replace('SOP-FIN-900', 'SOP-FIN-901'));
		appendFileSync(join(folder, 'sops/a.sop.yaml'), 'wrong: key\n');
		const { code, stdout, stderr } = runSop(folder);
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		expect(stdout).toContain(`library    ${folder}: 2 SOPs, 0 checklists\n           next: sop list\n`);
		expect(stdout).toMatch(/checks +2 documents: \d+ errors?.*\n(?:.*\n)*? +next: sop lint/);
		expect(stdout).toContain("2 files not committed: sops/a.sop.yaml (changed), sops/it's new.sop.yaml (new)");
		expect(stdout).toContain("next: git add -- sops/a.sop.yaml 'sops/it'\\''s new.sop.yaml' && git commit -m 'Change 2 files'\n");
		expect(stdout).toContain('approvals  library without approvals: nobody has to approve what counts\n');
	});

	test('finds the same library from a folder inside it, and names files from there', () => {
		const folder = temporaryLibrary({ 'sops/a.sop.yaml': smallSop });
		const { stdout } = runSop(join(folder, 'sops'));
		expect(stdout).toContain(`library    ${folder}: 1 SOP, 0 checklists`);
		commitAll(folder);
		appendFileSync(join(folder, 'sops/a.sop.yaml'), '# more\n');
		expect(runSop(join(folder, 'sops')).stdout).toContain("next: git add -- a.sop.yaml && git commit -m 'Change a.sop.yaml'\n");
	});

	test('tells deleted and renamed files, and leaves out what is no part of the library', () => {
		const folder = temporaryLibrary({
			'a.sop.yaml': smallSop,
			'b.sop.yaml': smallSop.replace('SOP-FIN-900', 'SOP-FIN-901').replace('Pay an', 'Send an'),
			'notes.txt': 'x',
		});
		commitAll(folder);
		expect(stateOf(folder).unsaved).toEqual([]);
		rmSync(join(folder, 'a.sop.yaml'));
		renameSync(join(folder, 'b.sop.yaml'), join(folder, 'c.sop.yaml'));
		git(folder, 'add', 'b.sop.yaml', 'c.sop.yaml');
		writeFileSync(join(folder, 'notes.txt'), 'y');
		expect(stateOf(folder).unsaved).toEqual([
			{ path: 'a.sop.yaml', state: 'deleted' },
			{ path: 'c.sop.yaml', state: 'renamed' },
		]);
		git(folder, 'add', '--all', '*.sop.yaml');
		git(folder, 'commit', '--quiet', '--message', 'Take one out');
		writeFileSync(join(folder, '.gitlab-ci.yml'), 'x: 1\n');
		// A pipeline that nobody has committed checks nothing.
		expect(runSop(folder).stdout.replaceAll(/\s+/g, ' ')).toContain(
			'unsaved no document, register or config; 2 other files here are not committed: .gitlab-ci.yml (new), notes.txt (changed) in force',
		);
		git(folder, 'add', '--all');
		git(folder, 'commit', '--quiet', '--message', 'And the rest');
		expect(runSop(folder).stdout).toContain('unsaved    nothing: every file is committed\n');
	});

	test('says that it cannot tell what is unsaved where there is no repository', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop });
		expect(runSop(folder).stdout).toContain('unsaved    not evaluated: it is in no git repository');
		expect(stateOf(folder)).toMatchObject({ format: 1, library: folder, unsaved: null });
	});

	test('of a library in a folder of a repository looks only there, whatever the folder is called', () => {
		const name = ':(exclude)*[a] ü';
		const folder = temporaryFolder({
			[`${name}/sop.config.yaml`]: 'format: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\n',
			[`${name}/a.sop.yaml`]: smallSop,
			'other/b.sop.yaml': smallSop,
		});
		commitAll(folder);
		appendFileSync(join(folder, name, 'a.sop.yaml'), '# more\n');
		appendFileSync(join(folder, 'other/b.sop.yaml'), '# more\n');
		expect(stateOf(join(folder, name)).unsaved).toEqual([{ path: 'a.sop.yaml', state: 'changed' }]);
	});

	test('names the flag in what to type, and reads it before a command too', () => {
		const folder = temporaryFolder();
		const library = temporaryLibrary({ 'a.sop.yaml': smallSop });
		expect(runSop(folder, '--cwd', library).stdout).toContain(`next: sop list --cwd ${library}\n`);
		expect(runSop(folder, '--cwd', library, 'list').stdout).toContain('SOP-FIN-900');
	});

	test('lets no file name act on a terminal or in a shell', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop });
		commitAll(folder);
		writeFileSync(join(folder, '$(touch owned)\u001b[2J.sop.yaml'), smallSop);
		const { stdout } = runSop(folder);
		expect(stdout).not.toContain('\u001b');
		expect(stdout).toContain("next: git add -- . && git commit -m ");
	});
});
