import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { cleanEnvironment, sopBin } from './run-sop.ts';

/** Python drives the pseudo-terminal; without it tests on a terminal are skipped. */
export const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.warn('python3 is missing: tests on a terminal are skipped');

// Shows on standard output what the program shows on its terminal, and ends as it does.
const script = `import os, pty, sys
sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))`;

/** Runs the built `sop` on a pseudo-terminal and gives all that it would show. */
export function runOnTerminal(
	folder: string,
	...words: readonly string[]
): { readonly code: number | null; readonly shown: string } {
	const { status, stdout } = spawnSync('python3', ['-c', script, process.execPath, sopBin, ...words], {
		cwd: folder,
		encoding: 'utf8',
		input: '',
		env: cleanEnvironment(),
	});
	return { code: status, shown: stdout };
}
