import type { Path } from '../../diagnostics/path.ts';
import type { OffsetRange } from '../../diagnostics/position.ts';
import { placeholdersIn } from '../../model/placeholders.ts';
import { commentsOf } from '../../source/comments.ts';
import { LineIndex } from '../../source/line-index.ts';
import { valueBefore, type WrittenScalar, writtenScalars } from '../../source/written-scalars.ts';

/** A placeholder of a text: one question, however often it stands. */
export interface OpenPlaceholder {
	/** The words between `<` and `>`, with single spaces. */
	readonly words: string;
	/** The lines it stands on, from 1, ascending. */
	readonly lines: readonly number[];
	readonly scalars: readonly WrittenScalar[];
}

/** A value that was proposed and that nobody has confirmed. */
export interface OpenValue {
	/** Its path in words, such as `decisions.tolerance.branches.2.below`: items by their id, else counted from 1. */
	readonly name: string;
	/** From 1. */
	readonly line: number;
	readonly scalar: WrittenScalar;
	/** The comment, and the spaces before it. */
	readonly mark: OffsetRange;
}

/** What a text leaves to whoever takes it over, in the order of the text. */
export interface OpenQuestions {
	readonly placeholders: readonly OpenPlaceholder[];
	readonly values: readonly OpenValue[];
}

const toConfirm = /^#\s*confirm\b/i;

/** The placeholders and the values marked `# confirm` of a document. */
export function openQuestions(text: string): OpenQuestions {
	const lines = new LineIndex(text);
	const scalars = writtenScalars(text);
	return { placeholders: placeholders(scalars, text, lines), values: values(scalars, text, lines) };
}

/** The words of the placeholders in one text, each as often as it stands. */
export function placeholderWords(text: string): readonly string[] {
	return placeholdersIn(text, { english: false, isTemplate: true })
		.filter(({ words }) => words.startsWith('<'))
		.map(({ words }) => words.slice(1, -1));
}

function placeholders(
	scalars: readonly WrittenScalar[],
	text: string,
	lines: LineIndex,
): readonly OpenPlaceholder[] {
	const found = new Map<string, { lines: Set<number>; scalars: WrittenScalar[] }>();
	for (const scalar of scalars) {
		if (scalar.part === 'key' || typeof scalar.value !== 'string') continue;
		for (const words of new Set(placeholderWords(scalar.value))) {
			const known = found.get(words) ?? { lines: new Set(), scalars: [] };
			found.set(words, known);
			known.scalars.push(scalar);
			for (const { index } of text.slice(scalar.from, scalar.to).matchAll(writtenAs(words)))
				known.lines.add(lines.position(scalar.from + index).line);
		}
	}
	return [...found].map(([words, one]) => ({ words, lines: [...one.lines], scalars: one.scalars }));
}

/** How a placeholder may be written: long prose is folded between its words. */
export function writtenAs(words: string): RegExp {
	return new RegExp(`<${words.split(' ').join('\\s+')}>`, 'g');
}

function values(scalars: readonly WrittenScalar[], text: string, lines: LineIndex): readonly OpenValue[] {
	const ids = new Map(
		scalars.flatMap(({ path, part, value }) =>
			part === 'value' && path.at(-1) === 'id' && typeof value === 'string'
				? [[path.slice(0, -1).join('\0'), value] as const]
				: [],
		),
	);
	return commentsOf(text).flatMap((comment): readonly OpenValue[] => {
		if (comment.ownLine || !toConfirm.test(comment.text)) return [];
		const scalar = valueBefore(scalars, text, comment.from);
		if (scalar === undefined) return [];
		return [
			{
				name: nameOf(scalar.path, ids),
				line: lines.position(scalar.from).line,
				scalar,
				mark: {
					from: text.slice(0, comment.from).trimEnd().length,
					to: comment.from + comment.text.trimEnd().length,
				},
			},
		];
	});
}

function nameOf(path: Path, ids: ReadonlyMap<string, string>): string {
	return path
		.map((step, depth) =>
			typeof step === 'string' ? step : (ids.get(path.slice(0, depth + 1).join('\0')) ?? String(step + 1)),
		)
		.join('.');
}
