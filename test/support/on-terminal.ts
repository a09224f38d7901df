import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { cleanEnvironment } from './run-main.ts';

const driver = fileURLToPath(new URL('drive-terminal.py', import.meta.url));
const program = fileURLToPath(new URL('../../bin/sop.js', import.meta.url));

/** Whether a pseudo-terminal can be driven here. */
export const hasPython = spawnSync('python3', ['-c', 'import pty']).status === 0;
if (!hasPython)
	console.warn('SKIPPED: no python3 here, so nothing is typed on a terminal. Not passed, not failed.');

/** How a call on a terminal ended. */
export interface EndedOnTerminal {
	readonly code: number;
	/** All that was shown, escape sequences included. */
	readonly shown: string;
	/** What was waited for and never came. */
	readonly missed: string | null;
}

/** Runs the built `sop` on a pseudo-terminal and types: each row says what to wait for, and what to type then. */
export function onTerminal(
	argv: readonly string[],
	script: Script,
	at: { readonly folder: string; readonly home: string },
): EndedOnTerminal {
	return programOnTerminal([process.execPath, program, ...argv], script, at);
}

/** What is typed: each row says what to wait for, and what to type then. */
type Script = readonly (readonly [wanted: string, typed: string])[];

/** The same with any program. */
export function programOnTerminal(
	words: readonly string[],
	script: Script,
	at: { readonly folder: string; readonly home: string },
): EndedOnTerminal {
	const { stdout, stderr } = spawnSync('python3', [driver, JSON.stringify(script), ...words], {
		cwd: at.folder,
		env: { ...cleanEnvironment(at.home), TERM: 'xterm', COLUMNS: '100' },
		encoding: 'utf8',
	});
	if (stdout === '') throw new Error(`the terminal could not be driven: ${stderr}`);
	// The driver prints exactly this.
	return JSON.parse(stdout) as EndedOnTerminal;
}
