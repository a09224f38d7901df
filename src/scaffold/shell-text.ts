/** A text as one word of a POSIX shell. */
export function shellWord(text: string): string {
	return /^[A-Za-z0-9_@%+:,./-]+$/.test(text) && !text.startsWith('-')
		? text
		: `'${text.replaceAll("'", "'\\''")}'`;
}

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
