/** One line of CODEOWNERS that can own something. */
export interface OwnerLine {
	/** Its pattern, cut at the slashes; `**` stands for any number of folders. */
	readonly pattern: readonly string[];
	/** Users, teams and addresses; none where the line takes the owners away. */
	readonly owners: readonly string[];
	/** Lines of different sections (GitLab) add up; of one section the last that fits wins. */
	readonly section: number;
}

/**
 * Reads a CODEOWNERS file as GitHub and GitLab do: like .gitignore, but without `!` and `[ ]`, and `docs/*` does not
 * reach into folders below. Lines that say nothing of the kind are skipped.
 */
export function parseCodeOwners(text: string): readonly OwnerLine[] {
	const lines: OwnerLine[] = [];
	let section = 0;
	let defaults: readonly string[] = [];
	for (const line of text.split(/\r\n|\r|\n/)) {
		const trimmed = line.trim();
		if (trimmed === '' || trimmed.startsWith('#')) continue;
		const heading = /^\^?\[[^\]]*\](?:\[\d+\])?(?<owners>.*)$/.exec(trimmed);
		if (heading) {
			section++;
			defaults = ownersIn(wordsOf(heading.groups?.['owners'] ?? ''));
			continue;
		}
		const [written = '', ...rest] = wordsOf(trimmed);
		if (written === '' || written.startsWith('!')) continue;
		const owners = ownersIn(rest);
		lines.push({ pattern: segmentsOf(written), owners: owners.length > 0 ? owners : defaults, section });
	}
	return lines;
}

/** Who owns a file, by its path from the top of the repository: of each section the last line that fits. */
export function ownersOf(lines: readonly OwnerLine[], file: string): readonly string[] {
	const path = file.split('/');
	const found = new Map<number, readonly string[]>();
	for (let index = lines.length - 1; index >= 0; index--) {
		const line = lines[index];
		if (line !== undefined && !found.has(line.section) && fits(line.pattern, path))
			found.set(line.section, line.owners);
	}
	return [...found.values()].flat();
}

/** Words of a line up to a comment; a backslash keeps a space inside a word. */
function wordsOf(line: string): readonly string[] {
	const words = line.match(/(?:\\.|[^\s\\])+/g) ?? [];
	const comment = words.findIndex((word) => word.startsWith('#'));
	return (comment === -1 ? words : words.slice(0, comment)).map((word) => word.replace(/\\(.)/g, '$1'));
}

function ownersIn(words: readonly string[]): readonly string[] {
	return words.filter((word) => word.includes('@'));
}

/** Any depth where the pattern names no folder; all below where it names no more than a folder or file. */
function segmentsOf(pattern: string): readonly string[] {
	const segments = pattern.split('/').filter((segment) => segment !== '');
	const anchored = pattern.replace(/\/$/, '').includes('/');
	const last = segments.at(-1) ?? '**';
	const below = pattern.endsWith('/') || !/[*?]/.test(last) ? ['**'] : [];
	return [...(anchored ? [] : ['**']), ...segments, ...below];
}

/** Compares folder by folder; going back only to the last `**` keeps the time in proportion to both lengths multiplied. */
function fits(pattern: readonly string[], path: readonly string[]): boolean {
	return matches(pattern, path, (part) => part === '**', segmentFits);
}

function segmentFits(pattern: string, name: string): boolean {
	if (!/[*?]/.test(pattern)) return pattern === name;
	return matches(
		[...pattern],
		[...name],
		(sign) => sign === '*',
		(sign, letter) => sign === '?' || sign === letter,
	);
}

function matches(
	pattern: readonly string[],
	path: readonly string[],
	isAny: (part: string) => boolean,
	isOne: (part: string, name: string) => boolean,
): boolean {
	let [at, index] = [0, 0];
	let retry: { readonly at: number; index: number } | undefined;
	while (index < path.length) {
		const [part, name] = [pattern[at], path[index] ?? ''];
		if (part !== undefined && isAny(part)) {
			retry = { at, index };
			at++;
		} else if (part !== undefined && isOne(part, name)) {
			at++;
			index++;
		} else if (retry !== undefined) {
			retry.index++;
			at = retry.at + 1;
			index = retry.index;
		} else return false;
	}
	return pattern.slice(at).every(isAny);
}
