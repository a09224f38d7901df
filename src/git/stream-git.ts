import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { gitFailure } from './git-failure.ts';
import { safeSettings } from './safe-settings.ts';

/**
 * Runs git and gives its output piece by piece, so that a history of any length fits; `input` is what it reads. Throws
 * a `CommandError` where git ends with a complaint. Who stops listening stops git.
 */
export async function* streamGit(
	at: { readonly folder: string; readonly environment: Record<string, string> },
	words: readonly string[],
	input?: Iterable<string>,
): AsyncGenerator<Buffer> {
	const settings = safeSettings.flatMap((setting) => ['-c', setting]);
	const child = spawn('git', ['--no-pager', ...settings, ...words], {
		cwd: at.folder,
		env: at.environment,
		stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
	});
	let said = '';
	child.stderr?.setEncoding('utf8').on('data', (text: string) => {
		if (said.length < 10_000) said += text;
	});
	const ended = new Promise<number | null>((resolve) => {
		child.once('error', (error) => {
			said += String(error);
			resolve(null);
		});
		child.once('close', resolve);
	});
	if (input !== undefined && child.stdin !== null) {
		// A git that stopped reading says why by its exit code.
		child.stdin.on('error', () => {});
		Readable.from(input).pipe(child.stdin);
	}
	let whole = false;
	try {
		// Standard output is a pipe, by `stdio` above.
		for await (const piece of child.stdout as Readable) yield piece as Buffer;
		whole = true;
	} finally {
		if (!whole) child.kill();
	}
	const code = await ended;
	if (code !== 0) throw gitFailure(said, at.folder, words[0] ?? '');
}
