import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { readYaml } from '../../src/source/read-yaml.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** How a call ended. */
export interface Ended {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** A folder for one test file; the caller removes it. */
export function workFolder(): string {
	return realpathSync(mkdtempSync(join(tmpdir(), 'sop-ci-')));
}

/** Packs the built tool as `npm publish` would, and gives the tarball. */
export function packTool(into: string): string {
	if (!existsSync(join(root, 'dist'))) throw new Error('The tool is not built: npm run build');
	const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', into], {
		cwd: root,
		encoding: 'utf8',
	});
	const [{ filename }] = JSON.parse(packed) as [{ filename: string }]; // What `npm pack --json` prints.
	return join(into, filename);
}

/** Settings of nobody, for git and npm, so that the tests do not depend on whose machine it is. */
export function environment(home: string, more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
	return {
		PATH: process.env['PATH'],
		HOME: home,
		npm_config_cache: process.env['npm_config_cache'] ?? join(process.env['HOME'] ?? home, '.npm'),
		npm_config_update_notifier: 'false',
		npm_config_offline: 'true',
		GIT_CONFIG_GLOBAL: '/dev/null',
		GIT_CONFIG_NOSYSTEM: '1',
		GIT_AUTHOR_NAME: 'Jane Doe',
		GIT_AUTHOR_EMAIL: 'jane.doe@acme.example',
		GIT_COMMITTER_NAME: 'Jane Doe',
		GIT_COMMITTER_EMAIL: 'jane.doe@acme.example',
		...more,
	};
}

/** Runs a program and waits for it. */
export function run(
	at: { readonly folder: string; readonly env: NodeJS.ProcessEnv },
	program: string,
	...words: readonly string[]
): Ended {
	const { status, stdout, stderr } = spawnSync(program, words, {
		cwd: at.folder,
		env: at.env,
		encoding: 'utf8',
		input: '',
	});
	return { code: status, stdout, stderr };
}

/** A committed copy of the examples in a folder of its own: a library without findings. */
export function exampleRepository(folder: string, env: NodeJS.ProcessEnv): void {
	cpSync(join(root, 'examples'), folder, { recursive: true });
	for (const words of [
		['init', '--quiet', '--initial-branch', 'main'],
		['add', '--all'],
		['commit', '--quiet', '--message', 'All of it'],
	]) {
		const { code, stderr } = run({ folder, env }, 'git', ...words);
		if (code !== 0) throw new Error(stderr);
	}
}

/** The value of a YAML file of the project; the caller says what it holds. */
export function projectYaml<T>(path: string): T {
	return readYaml(projectText(path)).value as T;
}

/** The text of a file of the project. */
export function projectText(path: string): string {
	return readFileSync(join(root, path), 'utf8');
}
