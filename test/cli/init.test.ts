import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/source/read-yaml.ts';
import { git, introduce } from '../support/git.ts';
import { cleanEnvironment, runMain, tempFolder } from '../support/run-main.ts';

const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');
const lint = async (at: { folder: string; home: string }) => {
	const { code, stdout } = await runMain(['lint', '--format', 'json'], at);
	return { code, errors: (JSON.parse(stdout) as { summary: { errors: number } }).summary.errors };
};

describe('sop init', () => {
	it('lays out a library that lints, and does nothing to git in a pipe', async () => {
		const at = tempFolder();
		const ended = await runMain(['init'], at);
		expect(ended.code).toBe(0);
		expect(ended.stderr).toContain('Nothing was done to git');
		expect(existsSync(join(at.folder, '.git'))).toBe(false);
		for (const path of ended.stdout.trimEnd().split('\n')) expect(existsSync(join(at.folder, path))).toBe(true);
		expect(readYaml(read(at.folder, 'sop.config.yaml'))).toMatchObject({
			value: { format: 1, library: expect.stringMatching(/^[0-9a-f]{32}$/) },
			problems: [],
		});
		expect(await lint(at)).toEqual({ code: 0, errors: 0 });
	});

	it('gives every library an id of its own', async () => {
		const [a, b] = [tempFolder(), tempFolder()];
		await runMain(['init'], a);
		await runMain(['init'], b);
		expect(read(a.folder, 'sop.config.yaml')).not.toBe(read(b.folder, 'sop.config.yaml'));
	});

	it('maps schemas that are there, for editors without a network', async () => {
		const at = tempFolder();
		await runMain(['init'], at);
		const settings = JSON.parse(read(at.folder, '.vscode/settings.json')) as { 'yaml.schemas': Record<string, string> };
		const schemas = Object.keys(settings['yaml.schemas']);
		expect(schemas).toHaveLength(9);
		for (const schema of schemas) expect(JSON.parse(read(at.folder, schema))).toHaveProperty('$id');
		const modelines = readdirSync(join(at.folder, 'registers')).map((file) => `registers/${file}`);
		await runMain(['new', '--title', 'A', '--function', 'it'], at);
		for (const file of [...modelines, 'sop.config.yaml', 'sops/it/a.sop.yaml']) {
			const schema = /^# yaml-language-server: \$schema=(.*)$/m.exec(read(at.folder, file))?.[1] ?? '';
			expect(existsSync(join(at.folder, dirname(file), schema))).toBe(true);
		}
	});

	it('prints a git line that commits exactly what was written', async () => {
		const at = tempFolder({ "it's mine/notes.txt": 'kept' });
		introduce(at);
		const ended = await runMain(['init', "it's mine"], at);
		const line = /^ {2}(git init.*)$/m.exec(ended.stderr)?.[1] ?? '';
		execFileSync('sh', ['-c', line], { cwd: at.folder, env: cleanEnvironment(at.home), stdio: 'pipe' });
		const inside = { ...at, folder: join(at.folder, "it's mine") };
		expect(git(inside, 'status', '--porcelain')).toBe('?? notes.txt\n');
		expect(git(inside, 'show', '--name-only', '--format=').trim().split('\n')).toHaveLength(
			ended.stdout.trimEnd().split('\n').length,
		);
	});

	it('makes a repository with --git and commits exactly its files', async () => {
		const at = tempFolder({ 'notes.txt': 'mine' });
		introduce(at);
		const ended = await runMain(['init', '--git'], at);
		expect(ended.code).toBe(0);
		expect(git(at, 'status', '--porcelain')).toBe('?? notes.txt\n');
		expect(git(at, 'log', '--format=%s')).toBe('Lay out a library of SOPs and checklists\n');
		expect(git(at, 'branch', '--show-current')).toBe('main\n');
	});

	it('writes nothing with --git where git does not know who commits', async () => {
		const at = tempFolder();
		const ended = await runMain(['init', '--git'], at);
		expect(ended.code).toBe(2);
		expect(ended.stderr).toContain('git does not know who you are');
		expect(readdirSync(at.folder)).toEqual([]);
	});

	it('knows the branch of a repository that calls it otherwise, and leaves out what git ignores', async () => {
		const at = tempFolder({ '.gitignore': '.vscode/\n' });
		introduce(at);
		git(at, 'init', '-q', '-b', 'trunk');
		const ended = await runMain(['init', '--commit'], at);
		expect(ended.code).toBe(0);
		expect(read(at.folder, 'sop.config.yaml')).toContain('\nmainline: trunk ');
		expect(ended.stderr).toContain('.vscode/settings.json: left out of the commit');
		expect(git(at, 'status', '--porcelain')).toBe('?? .gitignore\n');
	});

	it('changes nothing in a library that exists', async () => {
		const at = tempFolder({ 'sop.config.yaml': 'library: 7f3c9d0e5b1a4c2d8e6f0a9b3c5d7e1f\n' });
		const ended = await runMain(['init'], at);
		expect(ended.code).toBe(2);
		expect(ended.stderr).toContain('There is a library here already');
		expect(readdirSync(at.folder)).toEqual(['sop.config.yaml']);
	});

	it('keeps files that exist, and names them', async () => {
		const at = tempFolder({ 'registers/roles.yaml': '# mine\nformat: 1\nroles: []\n' });
		const ended = await runMain(['init'], at);
		expect(ended.code).toBe(0);
		expect(ended.stderr).toContain('Kept: registers/roles.yaml exists already');
		expect(read(at.folder, 'registers/roles.yaml')).toBe('# mine\nformat: 1\nroles: []\n');
	});

	it('has git merge trainings line by line, and says what a file of git that exists lacks', async () => {
		const at = tempFolder({ '.gitignore': 'node_modules/\n' });
		introduce(at);
		const ended = await runMain(['init', '--git'], at);
		expect(ended.stderr).toContain('Kept: .gitignore exists already. Add this line to it:\n  .sop-*.tmp\n');
		expect(read(at.folder, '.gitignore')).toBe('node_modules/\n');
		const attributes = (path: string) => git(at, 'check-attr', 'merge', '--', path).trim();
		expect(attributes('records/training/ann/2026.jsonl')).toMatch(/: union$/);
		// Lines of a run lean on each other: none may come between.
		expect(attributes('records/runs/CHK-1/1.jsonl')).toMatch(/: unspecified$/);

		const fresh = tempFolder();
		introduce(fresh);
		await runMain(['init', '--git'], fresh);
		writeFileSync(join(fresh.folder, 'registers/.sop-1.tmp'), '');
		expect(git(fresh, 'status', '--porcelain')).toBe('');

		const told = tempFolder({ '.gitignore': '.sop-*.tmp\r\n' });
		expect((await runMain(['init'], told)).stderr).toContain('Kept: .gitignore exists already\n');
	});

	it('makes the folder, and refuses one that is a file', async () => {
		const at = tempFolder({ file: '' });
		expect((await runMain(['init', 'a/b'], at)).code).toBe(0);
		expect(existsSync(join(at.folder, 'a/b/sop.config.yaml'))).toBe(true);
		expect((await runMain(['init', 'file'], at)).code).toBe(2);
		expect((await runMain(['init', 'file/below'], at)).code).toBe(2);
	});

	it('begins with the activities of a back office', async () => {
		const at = tempFolder();
		await runMain(['init'], at);
		const { value } = readYaml(read(at.folder, 'registers/activities.yaml'));
		expect((value as { activities: readonly object[] }).activities).toContainEqual(
			expect.objectContaining({ id: 'finance.bank-reconciliation', every: '1 month', owner: 'controller' }),
		);
	});
});

describe('sop init --example', () => {
	it('copies a repository with its history, that nobody has a remote of', async () => {
		const at = tempFolder();
		const ended = await runMain(['init', 'office', '--example'], at);
		expect(ended).toMatchObject({ code: 0, stdout: '' });
		expect(ended.stderr).toContain('Next: cd office\n');
		const there = { ...at, folder: join(at.folder, 'office') };
		expect(git(there, 'status', '--porcelain')).toBe('');
		expect(git(there, 'remote')).toBe('');
		expect(Number(git(there, 'rev-list', '--count', 'HEAD'))).toBeGreaterThan(200);
		expect(new Set(git(there, 'log', '--format=%an').split('\n')).size).toBeGreaterThan(15);
		const { stdout } = await runMain(['show', 'SOP-FIN-002', '--as-of', '2025-03-23', '--format', 'json'], there);
		expect(JSON.parse(stdout)).toMatchObject({ version: '1.0', trust: { who: 'record-signed' } });
	});

	it('takes an empty folder as it is', async () => {
		const at = tempFolder();
		expect((await runMain(['init', '--example'], at)).code).toBe(0);
		expect(existsSync(join(at.folder, 'sop.config.yaml'))).toBe(true);
	});

	it.each([
		['a folder that holds something', { 'notes.txt': '' }, [], 'is not empty'],
		['another flag', {}, ['--ci', 'github'], '--example and --ci do not go together'],
		['a word about git', {}, ['--no-git'], '--example and --no-git do not go together'],
	])('refuses %s, and writes nothing', async (_, files, flags, said) => {
		const at = tempFolder(files);
		const ended = await runMain(['init', '--example', ...flags], at);
		expect(ended).toMatchObject({ code: 2, stdout: '' });
		expect(ended.stderr).toContain(said);
		expect(readdirSync(at.folder)).toEqual(Object.keys(files));
	});

	it('refuses a folder in a repository: two histories cannot be mixed', async () => {
		const at = tempFolder();
		git(at, 'init', '-q', '-b', 'main');
		const ended = await runMain(['init', 'office', '--example'], at);
		expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('lies in a git repository') });
		expect(existsSync(join(at.folder, 'office'))).toBe(false);
	});
});

describe('sop init --ci', () => {
	it('writes pipelines at the top of the repository that fetch the whole history', async () => {
		const at = tempFolder();
		git(at, 'init', '-q', '-b', 'main');
		const ended = await runMain(['init', 'docs/sops', '--ci', 'github,gitlab'], at);
		expect(ended.code).toBe(0);
		const github = readYaml(read(at.folder, '.github/workflows/sop.yml'));
		expect(github.problems).toEqual([]);
		expect(github.value).toMatchObject({
			permissions: { contents: 'read' },
			jobs: { lint: { steps: [{ with: { 'fetch-depth': 0 } }, {}, { 'working-directory': 'docs/sops' }] } },
		});
		const gitlab = readYaml(read(at.folder, '.gitlab-ci.yml'));
		expect(gitlab.problems).toEqual([]);
		expect(gitlab.value).toMatchObject({
			'sop-lint': {
				variables: { GIT_DEPTH: '0', SOP_PATH: 'docs/sops' },
				artifacts: { reports: { codequality: 'gl-code-quality-report.json' } },
			},
		});
	});

	it('adds one to a library that exists, and suggests the nearest service', async () => {
		const at = tempFolder({ 'sop.config.yaml': 'library: 7f3c9d0e5b1a4c2d8e6f0a9b3c5d7e1f\n' });
		expect((await runMain(['init', '--ci', 'github'], at)).stdout).toBe('.github/workflows/sop.yml\n');
		const wrong = await runMain(['init', '--ci', 'githib'], at);
		expect(wrong.code).toBe(2);
		expect(wrong.stderr).toContain('Did you mean github?');
	});
});

describe('sop init --hook', () => {
	it('writes a hook that runs sop on what is staged', async () => {
		const at = tempFolder();
		introduce(at);
		expect((await runMain(['init', 'library', '--git', '--hook'], at)).code).toBe(0);
		const inside = { ...at, folder: join(at.folder, 'library') };
		const hook = join(inside.folder, '.git/hooks/pre-commit');
		expect(statSync(hook).mode & 0o111).not.toBe(0);
		const tools = join(at.home, 'bin');
		mkdirSync(tools);
		writeFileSync(join(tools, 'sop'), `#!/bin/sh\necho "$@" > '${at.home}/called'\nexit 1\n`, { mode: 0o755 });
		const environment = cleanEnvironment(at.home);
		const commit = () =>
			execFileSync('git', ['commit', '--allow-empty', '-m', 'x'], {
				cwd: inside.folder,
				env: { ...environment, PATH: `${tools}:${environment['PATH']}` },
				stdio: 'pipe',
			});
		expect(commit).toThrow();
		expect(read(at.home, 'called')).toBe('lint --staged\n');
	});

	it('keeps a hook that exists, leaves shared ones alone and asks for a repository', async () => {
		const at = tempFolder({ 'sop.config.yaml': 'library: 7f3c9d0e5b1a4c2d8e6f0a9b3c5d7e1f\n' });
		expect((await runMain(['init', '--hook'], at)).stderr).toContain('There is no git repository for the hook');
		git(at, 'init', '-q');
		writeFileSync(join(at.folder, '.git/hooks/pre-commit'), 'mine');
		expect((await runMain(['init', '--hook'], at)).stderr).toContain('sop lint --staged');
		expect(read(at.folder, '.git/hooks/pre-commit')).toBe('mine');
		const shared = join(at.home, 'hooks');
		git(at, 'config', 'core.hooksPath', shared);
		expect((await runMain(['init', '--hook'], at)).stderr).toContain('shared with other repositories');
		expect(existsSync(shared)).toBe(false);
	});
});
