import { execFile } from 'node:child_process';
import { CommandError } from '../diagnostics/command-error.ts';

/** What git said, and whether it went well. */
export interface GitOutcome {
	readonly ok: boolean;
	readonly stdout: string;
	readonly stderr: string;
}

/** Variables that would point git at another repository than the folder it is called in. */
const pointers =
	/^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|NAMESPACE|PREFIX|ALTERNATE_OBJECT_DIRECTORIES)$/;

/**
 * Runs git for something the user asked it to write, in the user's own environment, so that their identity, hooks and
 * signing agent are found. `input` is what it reads. Never asks for a password, and never opens an editor.
 */
export function runGit(
	folder: string,
	words: readonly string[],
	environment: Readonly<Record<string, string | undefined>>,
	input = '',
): Promise<GitOutcome> {
	const env = Object.fromEntries(Object.entries(environment).filter(([name]) => !pointers.test(name)));
	const settings = {
		cwd: folder,
		env: { ...env, GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: 'true', LC_ALL: 'C' },
	};
	return new Promise((resolve, reject) => {
		const child = execFile(
			'git',
			[...words],
			{ ...settings, maxBuffer: 64 * 1024 * 1024 },
			(error, stdout, stderr) => {
				if (error !== null && error.code === 'ENOENT') {
					reject(
						new CommandError('git is not installed, or not on the PATH', {
							help: 'Install git, or leave the git flags out.',
							exitCode: 3,
						}),
					);
				} else resolve({ ok: error === null, stdout, stderr });
			},
		);
		// A git that did not start, or stopped reading, has said so by its exit code.
		child.stdin?.on('error', () => {});
		child.stdin?.end(input);
	});
}

/** The line of git's messages that says why. */
export function reasonOf({ stdout, stderr }: GitOutcome): string {
	const lines = `${stderr}\n${stdout}`.split('\n').map((line) => line.trim());
	const told = lines.find((line) => /^(?:fatal|error):/.test(line)) ?? lines.find((line) => line !== '');
	return (told ?? 'it did not say why').replace(/^(?:fatal|error): /, '');
}
