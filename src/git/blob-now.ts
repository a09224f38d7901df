import { spawnSync } from 'node:child_process';
import { safeSettings } from './safe-settings.ts';

/** What the answer holds beside the bytes of the object. */
const margin = 1024;

/** Reads one object at once, for whoever cannot wait for git; undefined where the repository does not have it. */
export function blobNow(
	at: { readonly folder: string; readonly environment: Record<string, string> },
	id: string,
	size: number,
): Buffer | undefined {
	const settings = safeSettings.flatMap((setting) => ['-c', setting]);
	const { status, stdout } = spawnSync('git', ['--no-pager', ...settings, 'cat-file', 'blob', id], {
		cwd: at.folder,
		env: at.environment,
		maxBuffer: size + margin,
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	return status === 0 ? stdout : undefined;
}
