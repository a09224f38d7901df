import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { cleanEnvironment } from './run-sop.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** The text of the small SOP of the fixtures. */
export const smallSop = readFileSync(join(project, 'test/fixtures/small.sop.yaml'), 'utf8');

/** A folder with these files that is gone when the test ends. Its path has no links in it. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sop-test-')));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), content);
	}
	return folder;
}

/** A library with these files. */
export function temporaryLibrary(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
	return temporaryFolder({
		'sop.config.yaml': 'format: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\n',
		...files,
	});
}

/** A copy of the examples, committed in a repository of its own. */
export function exampleLibrary(): string {
	const folder = temporaryFolder();
	cpSync(join(project, 'examples'), folder, { recursive: true });
	commitAll(folder);
	return folder;
}

/** Makes the folder a repository if it is none, and commits all of it. */
export function commitAll(folder: string): void {
	git(folder, 'init', '--quiet', '--initial-branch', 'main');
	git(folder, 'add', '--all');
	git(folder, 'commit', '--quiet', '--message', 'All of it');
}

/** Runs git in a folder, untouched by the settings of whoever runs the tests. */
export function git(folder: string, ...words: readonly string[]): string {
	return execFileSync('git', words, { cwd: folder, encoding: 'utf8', env: cleanEnvironment() });
}
