import { chmodSync, chownSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { callSop, sopWithId } from '../support/lint-library.ts';
import { runSop } from '../support/run-sop.ts';
import { commitAll, git, smallSop, temporaryFolder, temporaryLibrary } from '../support/temporary-library.ts';

/** A document with exactly one finding, in line 5. */
const broken = (number: number) => sopWithId(`SOP-FIN-${number}`, (text) => text.replace('version: "1.0"', 'version: 1.0'));

/** The files in which a call finds something. */
function files(folder: string, ...words: string[]): readonly string[] {
	const { stdout, stderr } = runSop(folder, 'lint', '--format', 'line', ...words);
	if (stderr !== '') throw new Error(stderr);
	return [...new Set(stdout.split('\n').flatMap((line) => (line === '' ? [] : [line.slice(0, line.indexOf(':'))])))];
}

describe('sop lint --changed', () => {
	it('looks at what differs from a commit or from where a branch began, in a library below the top', () => {
		const top = temporaryFolder({
			'lib/sop.config.yaml': 'library: 3f1b0c6a9d4e4f7a\n',
			'lib/same.sop.yaml': broken(901),
			'lib/edited.sop.yaml': broken(902),
			'lib/gone.sop.yaml': broken(903),
			'lib/moved.sop.yaml': broken(904),
			'lib/committed.sop.yaml': broken(905),
			'outside.sop.yaml': broken(906),
		});
		commitAll(top);
		const lib = join(top, 'lib');
		git(top, 'switch', '--quiet', '--create', 'work');
		writeFileSync(join(lib, 'committed.sop.yaml'), `${broken(905)}# more\n`);
		git(top, 'commit', '--quiet', '--all', '--message', 'More');
		git(top, 'switch', '--quiet', 'main');
		writeFileSync(join(lib, 'same.sop.yaml'), `${broken(901)}# on main\n`);
		git(top, 'commit', '--quiet', '--all', '--message', 'On main');
		git(top, 'switch', '--quiet', 'work');
		writeFileSync(join(lib, 'edited.sop.yaml'), `${broken(902)}# edited\n`);
		rmSync(join(lib, 'gone.sop.yaml'));
		renameSync(join(lib, 'moved.sop.yaml'), join(lib, 'is moved\n.sop.yaml'));
		writeFileSync(join(lib, 'new.sop.yaml'), broken(907));
		writeFileSync(join(top, 'outside.sop.yaml'), `${broken(906)}# edited\n`);
		const moved = 'is moved\u240a.sop.yaml';
		expect(files(lib, '--changed')).toEqual(['edited.sop.yaml', moved, 'new.sop.yaml']);
		expect(files(lib, '--changed', 'main')).toEqual(['committed.sop.yaml', 'edited.sop.yaml', moved, 'new.sop.yaml']);
		expect(files(top, '--changed=HEAD', 'lib/edited.sop.yaml', 'lib/same.sop.yaml')).toEqual(['lib/edited.sop.yaml']);
		expect(files(top, 'lib', '--changed')).toHaveLength(3);
	});

	it('takes every file before the first commit, and refuses what it cannot compare with', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': broken(901), 'b.sop.yaml': broken(902) });
		expect(runSop(folder, 'lint', '--changed')).toEqual({
			code: 2,
			stdout: '',
			stderr: `sop: ${folder} is in no git checkout\nRun it inside one; git init begins one.\n`,
		});
		git(folder, 'init', '--quiet', '--initial-branch', 'main');
		git(folder, 'add', 'a.sop.yaml');
		expect(files(folder, '--changed')).toEqual(['a.sop.yaml', 'b.sop.yaml']);
		expect(files(folder, '--staged')).toEqual(['a.sop.yaml']);
		commitAll(folder);
		expect(files(folder, '--changed')).toEqual([]);
		for (const ref of ['nowhere', '--output=x', 'HEAD:a.sop.yaml']) {
			const refused = runSop(folder, 'lint', `--changed=${ref}`);
			expect(refused).toMatchObject({ code: 2, stdout: '' });
			expect(refused.stderr).toContain(`sop: git knows no commit "${ref}"`);
		}
		expect(runSop(folder, 'lint', '--changed', 'a.sop.yaml').stderr).toContain('write paths before --changed, or --changed=HEAD');
		git(folder, 'switch', '--quiet', '--orphan', 'alone');
		git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'Alone');
		writeFileSync(join(folder, 'sop.config.yaml'), 'library: 3f1b0c6a9d4e4f7a\n');
		writeFileSync(join(folder, 'c.sop.yaml'), smallSop);
		expect(runSop(folder, 'lint', '--changed', 'main').stderr).toContain('that HEAD shares a past with');
	});

	it('works in a shallow clone as far as it reaches', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': broken(901) });
		commitAll(folder);
		writeFileSync(join(folder, 'a.sop.yaml'), `${broken(901)}# two\n`);
		git(folder, 'commit', '--quiet', '--all', '--message', 'Two');
		const clone = join(temporaryFolder(), 'clone');
		git(folder, 'clone', '--quiet', '--depth', '1', `file://${folder}`, clone);
		writeFileSync(join(clone, 'b.sop.yaml'), broken(902));
		expect(files(clone, '--changed')).toEqual(['b.sop.yaml']);
		expect(runSop(clone, 'lint', '--changed', 'HEAD~1')).toMatchObject({ code: 2, stdout: '' });
	});

	it('says in words that git may not read, or is not there', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop });
		commitAll(folder);
		const noGit = callSop(folder, ['lint', '--changed'], { environment: { PATH: '/nowhere' } });
		expect(noGit).toMatchObject({ code: 3, stdout: '' });
		expect(noGit.stderr).toBe('sop: git is not installed, or not on the PATH\nInstall git, or leave the git flags out.\n');
		if (process.getuid?.() !== 0) return;
		chmodSync(folder, 0o755);
		chownSync(folder, 65534, 65534);
		chownSync(join(folder, '.git'), 65534, 65534);
		const refused = runSop(folder, 'lint', '--changed');
		expect(refused).toMatchObject({ code: 3, stdout: '' });
		expect(refused.stderr).toContain('dubious ownership');
		expect(refused.stderr).toContain('git config --global --add safe.directory');
	});
});

describe('sop lint --staged', () => {
	it('judges what is in the index, not what stands on the disk', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop, 'b.sop.yaml': sopWithId('SOP-FIN-901') });
		commitAll(folder);
		expect(files(folder, '--staged')).toEqual([]);
		writeFileSync(join(folder, 'a.sop.yaml'), broken(900));
		git(folder, 'add', 'a.sop.yaml');
		// Mended on the disk, broken in the index; the other the other way round.
		writeFileSync(join(folder, 'a.sop.yaml'), smallSop);
		writeFileSync(join(folder, 'b.sop.yaml'), broken(901));
		expect(files(folder, '--staged')).toEqual(['a.sop.yaml']);
		expect(files(folder, '--staged', 'b.sop.yaml')).toEqual([]);
		expect(files(folder, '--staged', 'a.*')).toEqual(['a.sop.yaml']);
		git(folder, 'add', 'a.sop.yaml', 'b.sop.yaml');
		expect(files(folder, '--staged')).toEqual(['b.sop.yaml']);
		git(folder, 'rm', '--quiet', '--cached', 'b.sop.yaml');
		expect(files(folder, '--staged')).toEqual([]);
	});

	it('leaves out what the config ignores, links, and other folders than the one it stands in', () => {
		const folder = temporaryLibrary({
			'drafts/d.sop.yaml': broken(901),
			'sops/a.sop.yaml': broken(902),
			'other/b.sop.yaml': broken(903),
			'texts/l.yaml': broken(904),
		});
		writeFileSync(join(folder, 'sop.config.yaml'), 'library: 3f1b0c6a9d4e4f7a\nignore: [drafts/**]\n');
		symlinkSync('../texts/l.yaml', join(folder, 'sops/l.sop.yaml'));
		mkdirSync(join(folder, 'empty'));
		git(folder, 'init', '--quiet', '--initial-branch', 'main');
		git(folder, 'add', '--all');
		expect(files(folder, '--staged')).toEqual(['other/b.sop.yaml', 'sops/a.sop.yaml']);
		expect(files(join(folder, 'sops'), '--staged')).toEqual(['../sops/a.sop.yaml']);
	});

	it('uses the index of the commit in a hook, also of a commit of some files only', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop, 'b.sop.yaml': sopWithId('SOP-FIN-901') });
		commitAll(folder);
		writeFileSync(join(folder, 'a.sop.yaml'), `${smallSop}# more\n`);
		writeFileSync(join(folder, 'b.sop.yaml'), broken(901));
		git(folder, 'add', 'b.sop.yaml');
		const hook = join(folder, '.git/hooks/pre-commit');
		const bin = join(import.meta.dirname, '../../bin/sop.js');
		writeFileSync(hook, `#!/bin/sh\nexec '${process.execPath}' '${bin}' lint --staged --format line >&2\n`, { mode: 0o755 });
		// Only a.sop.yaml is committed, so that the broken b.sop.yaml, though staged, is no matter of this commit.
		git(folder, 'commit', '--quiet', '--message', 'Only a', 'a.sop.yaml');
		expect(() => git(folder, 'commit', '--quiet', '--message', 'Now b')).toThrow('document/version-not-text');
	});

	it('says which file is in conflict', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop });
		commitAll(folder);
		git(folder, 'switch', '--quiet', '--create', 'work');
		writeFileSync(join(folder, 'a.sop.yaml'), smallSop.replace('Pay an invoice', 'Pay invoices'));
		git(folder, 'commit', '--quiet', '--all', '--message', 'One');
		git(folder, 'switch', '--quiet', 'main');
		writeFileSync(join(folder, 'a.sop.yaml'), smallSop.replace('Pay an invoice', 'Pay the invoice'));
		git(folder, 'commit', '--quiet', '--all', '--message', 'Other');
		expect(() => git(folder, 'merge', '--quiet', 'work')).toThrow();
		expect(runSop(folder, 'lint', '--staged')).toEqual({
			code: 2,
			stdout: '',
			stderr: 'sop: A merge has left a.sop.yaml in conflict, so nothing of it is staged\nSettle the conflict and git add the file.\n',
		});
	});
});
