import type { Path } from '../diagnostics/path.ts';
import type { OffsetRange } from '../diagnostics/position.ts';
import { commentsOf } from '../source/comments.ts';
import { valueBefore, writtenAt, writtenScalars } from '../source/written-scalars.ts';

/** A text of which YAML has taken only a part. */
export interface CutText extends OffsetRange {
	readonly path: Path;
	/** What was kept. */
	readonly kept: string;
	/** All that was written, to be put in quotes. */
	readonly whole: string;
}

/** Unquoted texts that end at ` #` before more words: `account #4711`. A comment has a space after its sign. */
export function cutByComment(text: string): CutText[] {
	if (!/[^\s#][ \t]+#[^\s#]/.test(text)) return [];
	const scalars = writtenScalars(text);
	return commentsOf(text).flatMap((comment): CutText[] => {
		const words = comment.text.trimEnd();
		if (comment.ownLine || !/^#[^\s#!]/.test(words) || /^#(?:confirm\b|sop-)/i.test(words)) return [];
		const before = valueBefore(scalars, text, comment.from);
		if (before?.style !== 'plain' || typeof before.value !== 'string') return [];
		const between = text.slice(before.to, comment.from);
		if (between.trim() !== '') return [];
		const to = comment.from + words.length;
		return [
			{ path: before.path, from: before.from, to, kept: before.value, whole: before.value + between + words },
		];
	});
}

/** Lists in brackets where a comma has split one sentence in two: `[Check the amount, and the date]`. */
export function cutByComma(value: unknown, text: string): CutText[] {
	if (!text.includes('[')) return [];
	const runs = [...splitRuns(value, [])];
	if (runs.length === 0) return [];
	const scalars = writtenScalars(text);
	return runs.flatMap(({ path, first, last }): CutText[] => {
		const items = [];
		for (let index = first; index <= last; index++) items.push(writtenAt(scalars, [...path, index]));
		if (!items.every((item) => item?.style === 'plain' && item.inBrackets)) return [];
		const [from, to] = [items[0]?.from ?? 0, items.at(-1)?.to ?? 0];
		const whole = text.slice(from, to).replace(/\s+/g, ' ');
		return [{ path: [...path, first], from, to, kept: String(items[0]?.value), whole }];
	});
}

interface Run {
	readonly path: Path;
	/** Indexes of the first and the last item that were one text. */
	readonly first: number;
	readonly last: number;
}

function* splitRuns(value: unknown, path: Path): Generator<Run> {
	if (typeof value !== 'object' || value === null) return;
	if (Array.isArray(value)) {
		for (let last = 1; last < value.length; last++) {
			const first = startOf(value, last);
			if (first === undefined) continue;
			while (startOf(value, last + 1) !== undefined) last++;
			yield { path, first, last };
		}
	}
	for (const [key, child] of Object.entries(value)) {
		if (typeof child === 'object')
			yield* splitRuns(child, [...path, Array.isArray(value) ? Number(key) : key]);
	}
}

/** No sentence has more commas than this. */
const mostParts = 10;
const severalWords = /\S\s+\S/;
/** Words that go on with a sentence whatever stands before them, and words that do so only in the middle of one. */
const goesOn =
	/^(?:and|or|but|nor|which|who|whose|because|unless|until|while|if|when|that|except|including|excluding)\s+\S/;
const mayGoOn =
	/^(?:not|the|a|an|its|their|any|all|each|as|by|for|from|in|of|on|to|at|with|without|so|then)\s+\S/;

/** The item at which the text began that an item goes on with; undefined where it is an item of its own. */
function startOf(items: readonly unknown[], at: number): number | undefined {
	const [before, after] = [items[at - 1], items[at]];
	if (typeof before !== 'string' || typeof after !== 'string') return undefined;
	// 1,000 became 1 and 000.
	if (/\d$/.test(before) && /^\d{3}(?!\d)/.test(after))
		return severalWords.test(before) || severalWords.test(after) ? at - 1 : undefined;
	if (!/^\p{Ll}/u.test(after)) return undefined;
	const connects = goesOn.test(after);
	const ends = /[.!?]$/.test(after) && !/[.!?:;]$/.test(before) && severalWords.test(after);
	if (!connects && !ends && !mayGoOn.test(after)) return undefined;
	let first = at - 1;
	while (first > 0 && at - first < mostParts && /^\p{Ll}/u.test(String(items[first]))) first--;
	if (!items.slice(first, at).some((item) => severalWords.test(String(item)))) return undefined;
	// A list of phrases that all begin small may begin each with its article.
	return connects || /^\p{Lu}/u.test(String(items[first])) ? first : undefined;
}
