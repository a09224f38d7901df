import { type EditedLine, editedLines } from './edited-lines.ts';

/** Lines shown around a change. */
const around = 3;

/**
 * The lines in which two texts differ, in the unified format (POSIX diff -u) without times; undefined stands for no file.
 * Empty where nothing differs. The same texts give the same lines on every machine.
 */
export function unifiedDiff(file: string, before: string | undefined, after: string | undefined): string {
	const lines = editedLines(linesOf(before), linesOf(after));
	const changed = lines.flatMap(({ sign }, index) => (sign === ' ' ? [] : [index]));
	if (changed.length === 0) return '';
	const head = [
		`--- ${before === undefined ? '/dev/null' : `a/${file}`}`,
		`+++ ${after === undefined ? '/dev/null' : `b/${file}`}`,
	];
	return `${[...head, ...hunksOf(changed, lines.length).flatMap((hunk) => hunkText(lines, hunk))].join('\n')}\n`;
}

interface Hunk {
	readonly from: number;
	readonly to: number;
}

/** Places of lines to show: changes with those around them, joined where they meet. */
function hunksOf(changed: readonly number[], length: number): readonly Hunk[] {
	const hunks: Hunk[] = [];
	for (const index of changed) {
		const from = Math.max(0, index - around);
		const to = Math.min(length, index + around + 1);
		const last = hunks.at(-1);
		if (last !== undefined && from <= last.to) hunks[hunks.length - 1] = { from: last.from, to };
		else hunks.push({ from, to });
	}
	return hunks;
}

function hunkText(lines: readonly EditedLine[], { from, to }: Hunk): readonly string[] {
	const shown = lines.slice(from, to);
	const count = (part: readonly EditedLine[], without: '+' | '-') =>
		part.filter(({ sign }) => sign !== without).length;
	const range = (without: '+' | '-') => {
		const length = count(shown, without);
		const first = count(lines.slice(0, from), without) + (length === 0 ? 0 : 1);
		return length === 1 ? String(first) : `${first},${length}`;
	};
	return [
		`@@ -${range('+')} +${range('-')} @@`,
		...shown.flatMap(({ sign, text }) =>
			text.endsWith('\n') ? [sign + text.slice(0, -1)] : [sign + text, '\\ No newline at end of file'],
		),
	];
}

/** Lines with their ends, so that a last one without an end is another line. */
function linesOf(text: string | undefined): readonly string[] {
	return text === undefined || text === '' ? [] : text.split(/(?<=\n)/);
}
