import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileKindOf } from '../../src/model/file-kind.ts';
import { hookFile } from '../../src/scaffold/hook-file.ts';
import {
	environment,
	exampleRepository,
	packTool,
	projectText,
	projectYaml,
	run,
	workFolder,
} from './packed-tool.ts';

interface Hook {
	readonly id: string;
	readonly entry: string;
	readonly files: string;
	readonly require_serial: boolean;
}

const hooks = projectYaml<readonly Hook[]>('.pre-commit-hooks.yaml');
const [hook] = hooks;
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const schemaOf = (name: string) =>
	ajv.compile(JSON.parse(projectText(`test/fixtures/conformance/${name}.json`)));
const hasPreCommit = spawnSync('pre-commit', ['--version']).status === 0;
if (!hasPreCommit) {
	process.stderr.write(
		'pre-commit is not installed: .pre-commit-hooks.yaml is not run (apt install pre-commit)\n',
	);
}

describe('.pre-commit-hooks.yaml', () => {
	it('is what the official schema describes', () => {
		const validate = schemaOf('pre-commit-hooks');
		expect(validate(hooks), JSON.stringify(validate.errors)).toBe(true);
		expect(validate([{ id: 'sop-lint' }])).toBe(false);
	});

	it('looks at every kind of file that sop lint reads, and at no other', () => {
		const files = new RegExp(hook?.files ?? '');
		const some = [
			...['a.sop.yaml', 'sops/b.checklist.yaml', 'sop.config.yaml', 'registers/people.yaml'],
			...['registers/calendar.yaml', 'registers/others.yaml', 'a.yaml', 'a.sop.yml', 'my-sop.config.yaml'],
			...['other-registers/people.yaml', 'a.sop.yaml.orig'],
		];
		for (const file of some) expect(files.test(file), file).toBe(fileKindOf(file) !== undefined);
		expect(files.test('docs/sop.config.yaml')).toBe(true);
		expect(files.test('docs/registers/roles.yaml')).toBe(true);
	});
});

const top = workFolder();
const home = join(top, 'home');
const env = environment(home, {
	npm_config_prefix: join(top, 'npm'),
	PATH: `${join(top, 'npm/bin')}:${environment(home)['PATH']}`,
	PRE_COMMIT_HOME: join(top, 'pre-commit'),
});
let tarball = '';
beforeAll(() => {
	for (const name of ['home', 'npm']) mkdirSync(join(top, name));
	tarball = packTool(top);
	const { code, stderr } = run(
		{ folder: top, env },
		'npm',
		'install',
		'--global',
		'--ignore-scripts',
		tarball,
	);
	if (code !== 0) throw new Error(stderr);
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

const file = 'sops/hr/term-extension.sop.yaml';

/** A repository with the examples, below the folder of its library where one is named. */
function repository(name: string, library = '') {
	const folder = join(top, name);
	mkdirSync(join(folder, library), { recursive: true });
	exampleRepository(join(folder, library), env);
	const git = (...words: readonly string[]) => run({ folder, env }, 'git', ...words);
	const path = join(folder, library, file);
	const good = readFileSync(path, 'utf8');
	const bad = good.replace(/^owner: .*$/m, '');
	return { folder, git, good, bad, write: (text: string) => writeFileSync(path, text) };
}

describe('the hook of sop init in a real repository', () => {
	it('refuses a commit with an error and lets the mended one pass', () => {
		const { folder, git, good, bad, write } = repository('hooked');
		const path = join(folder, '.git/hooks/pre-commit');
		mkdirSync(join(folder, '.git/hooks'), { recursive: true });
		writeFileSync(path, hookFile(''));
		chmodSync(path, 0o755);

		write(bad);
		git('add', '--all');
		const refused = git('commit', '--message', 'Leave out the owner');
		expect(refused.code).toBe(1);
		expect(refused.stdout + refused.stderr).toContain(file);

		// What is staged counts, not what lies in the folder.
		write(good);
		expect(git('commit', '--message', 'Still without an owner').code).toBe(1);
		// A comment is no change of the text, so the version may stay.
		write(`${good}# A second look\n`);
		git('add', '--all');
		write(bad);
		const passed = git('commit', '--message', 'Add a note');
		expect(passed, passed.stderr).toMatchObject({ code: 0 });
		expect(git('log', '--format=%s').stdout).toBe('Add a note\nAll of it\n');
	});
});

it('npm pack prints the name of the file and nothing else, whatever scripts run: pre-commit installs what it prints', () => {
	const folder = join(top, 'packed');
	mkdirSync(folder);
	const prepack = { name: 'p', version: '1.0.0', scripts: { prepack: 'echo building' } };
	writeFileSync(join(folder, 'package.json'), JSON.stringify(prepack));
	expect(run({ folder, env }, 'npm', 'pack').stdout).not.toBe('p-1.0.0.tgz\n');
	writeFileSync(join(folder, '.npmrc'), projectText('.npmrc'));
	expect(run({ folder, env }, 'npm', 'pack').stdout).toBe('p-1.0.0.tgz\n');
});

describe.skipIf(!hasPreCommit)('the hook, run by pre-commit', () => {
	const source = join(top, 'source');
	const config = join(top, '.pre-commit-config.yaml');
	beforeAll(() => {
		// What users get: the packed files, as a repository with a version. Nothing is left to build or to fetch.
		mkdirSync(source);
		run({ folder: source, env }, 'tar', '--extract', '--strip-components=1', '--file', tarball);
		const { devDependencies: _, scripts: __, ...kept } = JSON.parse(projectText('package.json'));
		writeFileSync(join(source, 'package.json'), JSON.stringify(kept));
		for (const words of [
			['init', '-q'],
			['add', '-A', '-f'],
			['commit', '-qm', 'Release'],
			['tag', 'v1'],
		])
			run({ folder: source, env }, 'git', ...words);
		writeFileSync(
			config,
			`repos:\n  - repo: ${JSON.stringify(source)}\n    rev: v1\n    hooks:\n      - id: sop-lint\n`,
		);
	});

	it('is asked for as the official schema says', () => {
		const validate = schemaOf('pre-commit-config');
		const asked = { repos: [{ repo: source, rev: 'v1', hooks: [{ id: 'sop-lint' }] }] };
		expect(validate(asked), JSON.stringify(validate.errors)).toBe(true);
	});

	it('checks what is committed, and everything where asked to', () => {
		const { folder, git, good, bad, write } = repository('checked');
		const preCommit = (...words: readonly string[]) =>
			run({ folder, env }, 'pre-commit', 'run', '--config', config, ...words);
		const all = preCommit('--all-files');
		expect(all, all.stdout + all.stderr).toMatchObject({ code: 0 });
		expect(all.stdout).toMatch(/Lint SOPs and checklists\.+Passed/);
		expect(preCommit().stdout).toMatch(/no files to check/);

		write(bad);
		git('add', '--all');
		write(good);
		const refused = preCommit();
		expect(refused.code).toBe(1);
		expect(refused.stdout).toContain(file);
		git('add', '--all');
		expect(preCommit('--all-files').code).toBe(0);
	});

	it('finds a library below the top of the repository', () => {
		const { folder, git, bad, write } = repository('below', 'docs');
		rmSync(join(folder, 'docs/.git'), { recursive: true });
		git('init', '-q');
		write(bad);
		git('add', '--all');
		const ended = run({ folder, env }, 'pre-commit', 'run', '--config', config);
		expect(ended.code).toBe(1);
		expect(ended.stdout).toContain(`docs/${file}`);
	});
});
