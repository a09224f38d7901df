import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The built command, as a user starts it. */
export const sopBin = fileURLToPath(new URL('../../bin/sop.js', import.meta.url));

export interface SopOutcome {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** Runs the built `sop` in a folder, in a pipe. */
export function runSop(folder: string, ...words: readonly string[]): SopOutcome {
	const { status, stdout, stderr } = spawnSync(process.execPath, [sopBin, ...words], {
		cwd: folder,
		encoding: 'utf8',
		input: '',
		env: cleanEnvironment(),
	});
	return { code: status, stdout, stderr };
}

/** The environment without what would change how `sop` or git answer. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
	const kept = Object.entries(process.env).filter(([name]) => !/^(?:GIT_|FORCE_COLOR$|NO_COLOR$)/.test(name));
	return {
		...Object.fromEntries(kept),
		GIT_CONFIG_GLOBAL: '/dev/null',
		GIT_CONFIG_NOSYSTEM: '1',
		GIT_AUTHOR_NAME: 'Jane Doe',
		GIT_AUTHOR_EMAIL: 'jane.doe@acme.example',
		GIT_COMMITTER_NAME: 'Jane Doe',
		GIT_COMMITTER_EMAIL: 'jane.doe@acme.example',
	};
}
