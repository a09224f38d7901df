import { shellWord } from '../model/shell-word.ts';
/** The line that commits exactly these paths, in the folder `at` where one is named; `gone` are those moved away. */
export function commitLine(
	paths: readonly string[],
	message: string,
	at?: string,
	gone: readonly string[] = [],
): string {
	const git = at === undefined ? 'git' : `git -C ${shellWord(at)}`;
	const added = paths.map(shellWord).join(' ');
	const committed = [...paths, ...gone].map(shellWord).join(' ');
	return `${git} add -- ${added} && ${git} commit -m ${shellWord(message)} -- ${committed}`;
}
