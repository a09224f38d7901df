import { lineEndOf } from '../source/lines-around.ts';

/** One file or folder of a repository, and who owns it. */
export interface OwnedPath {
	/** From the top of the repository, with `/`; a folder ends in one. */
	readonly path: string;
	readonly owners: readonly string[];
}

const begin = '# sop codeowners: begin. Written by sop codeowners; do not edit up to its end.';
const end = '# sop codeowners: end';
const isBegin = (line: string) => line.startsWith('# sop codeowners: begin');
const isEnd = (line: string) => line.startsWith(end);

/** The lines of the block that is ours; what has no owner stands there as a comment. */
export function blockLines(paths: readonly OwnedPath[]): readonly string[] {
	const lines = paths.map(({ path, owners }) =>
		owners.length === 0 ? `# No owner: ${patternOf(path)}` : `${patternOf(path)} ${owners.join(' ')}`,
	);
	return [begin, ...lines, end];
}

/** The lines of our block in a text; undefined where it has none. */
export function blockIn(text: string): readonly string[] | undefined {
	const lines = text.split(/\r?\n/);
	const place = placeOf(lines);
	return place === undefined ? undefined : lines.slice(place.from, place.to);
}

/** A text with our block in place of the one it has, else at its end, where it comes after what it must outweigh. Other lines stay. */
export function withBlock(text: string, block: readonly string[]): string {
	const lineEnd = lineEndOf(text);
	const lines = text.split(/\r?\n/);
	const place = placeOf(lines);
	if (place !== undefined)
		return [...lines.slice(0, place.from), ...block, ...lines.slice(place.to)].join(lineEnd);
	const before = text === '' ? '' : `${text.replace(/(?:\r?\n)+$/, '')}${lineEnd}${lineEnd}`;
	return `${before}${block.join(lineEnd)}${lineEnd}`;
}

/** Whether marks of our block stand alone, twice or in the wrong order: then nobody can tell what is ours. */
export function isTorn(text: string): boolean {
	const lines = text.split(/\r?\n/);
	const marks = lines.filter((line) => isBegin(line) || isEnd(line));
	return marks.length > 0 && !(marks.length === 2 && isBegin(marks[0] ?? '') && isEnd(marks[1] ?? ''));
}

function placeOf(lines: readonly string[]): { readonly from: number; readonly to: number } | undefined {
	const from = lines.findIndex(isBegin);
	const to = lines.findIndex(isEnd) + 1;
	return from === -1 || to <= from ? undefined : { from, to };
}

/** A path as a pattern: from the top, with spaces and backslashes marked. */
function patternOf(path: string): string {
	return `/${path.replace(/[\\ \t]/g, '\\$&')}`;
}
