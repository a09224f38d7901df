import { runGit } from './run-git.ts';

/** A setting as git finds it for whoever calls it here; undefined where there is none. `words` are flags and its name. */
export async function gitSetting(
	folder: string,
	environment: Readonly<Record<string, string | undefined>>,
	...words: readonly string[]
): Promise<string | undefined> {
	const { ok, stdout } = await runGit(folder, ['config', '--get', ...words], environment);
	return ok ? stdout.replace(/\n$/, '') : undefined;
}
