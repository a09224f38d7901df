import type { Path } from '../diagnostics/path.ts';
import { pathTo, type TextNode, textNodesOf } from '../model/find-texts.ts';
import { writtenAt, writtenScalars } from '../source/written-scalars.ts';
import type { CutText } from './cut-text.ts';

/** Lists in brackets where a comma has split one sentence in two: `[Check the amount, and the date]`. */
export function cutByComma(value: unknown, text: string): CutText[] {
	if (!text.includes('[')) return [];
	const runs = splitRuns(value);
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
	/** Stands for the list itself. */
	readonly list: TextNode['above'];
	readonly path: Path;
	/** Indexes of the first and the last item that were one text. */
	readonly first: number;
	last: number;
}

function splitRuns(value: unknown): Run[] {
	const runs: Run[] = [];
	let list: TextNode[] = [];
	for (const node of textNodesOf(value)) {
		if (node.above !== list[0]?.above) list = [];
		if (typeof node.key !== 'number') continue;
		list.push(node);
		if (!goesOnWith(list)) continue;
		const first = list[startOf(list)];
		const before = runs.at(-1);
		if (first === undefined) continue;
		const path = pathTo(first).slice(0, -1);
		if (before !== undefined && before.list === node.above && before.last === Number(node.key) - 1) {
			before.last = Number(node.key);
		} else {
			runs.push({ list: node.above, path, first: Number(first.key), last: Number(node.key) });
		}
	}
	return runs;
}

/** No sentence has more commas than this. */
const mostParts = 10;
const severalWords = /\S\s+\S/;
/** Words that go on with a sentence whatever stands before them, and words that do so only in the middle of one. */
const goesOn =
	/^(?:and|or|but|nor|which|who|whose|because|unless|until|while|if|when|that|except|including|excluding)\s+\S/;
const mayGoOn =
	/^(?:not|the|a|an|its|their|any|all|each|as|by|for|from|in|of|on|to|at|with|without|so|then)\s+\S/;

/** Whether the last item of a list goes on with the text of the one before it. */
function goesOnWith(list: readonly TextNode[]): boolean {
	const [before, after] = [list.at(-2), list.at(-1)];
	if (before === undefined || after === undefined || Number(before.key) !== Number(after.key) - 1)
		return false;
	// 1,000 became 1 and 000.
	if (/\d$/.test(before.text) && /^\d{3}(?!\d)/.test(after.text))
		return severalWords.test(before.text) || severalWords.test(after.text);
	if (!/^\p{Ll}/u.test(after.text)) return false;
	const connects = goesOn.test(after.text);
	const ends = /[.!?]$/.test(after.text) && !/[.!?:;]$/.test(before.text) && severalWords.test(after.text);
	if (!connects && !ends && !mayGoOn.test(after.text)) return false;
	const first = startOf(list);
	if (!list.slice(first, -1).some(({ text }) => severalWords.test(text))) return false;
	// A list of phrases that all begin small may begin each with its article.
	return connects || /^\p{Lu}/u.test(list[first]?.text ?? '');
}

/** Where in a list the text began that its last item goes on with: at the last item above it that begins with a capital. */
function startOf(list: readonly TextNode[]): number {
	let first = list.length - 2;
	while (first > 0 && list.length - first <= mostParts && /^\p{Ll}/u.test(list[first]?.text ?? '')) first--;
	return Math.max(0, first);
}
