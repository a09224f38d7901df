import { isPlainObject } from './plain-object.ts';

/**
 * Whether two texts, or lists of as many texts, differ in nothing that could change what they ask for: capitals, spaces,
 * punctuation that touches no digit, a letter doubled or not, two letters within a long word exchanged. Any other letter
 * or sign may change the meaning (`authorised`, `unauthorised`), so it is more than spelling.
 */
export function spellingOnly(before: unknown, after: unknown): boolean {
	if (Array.isArray(before) && Array.isArray(after))
		return before.length === after.length && before.every((one, at) => spellingOnly(one, after[at]));
	if (typeof before === 'string' && typeof after === 'string') return sameButForSlips(before, after);
	return !isPlainObject(before) && before === after;
}

function sameButForSlips(before: string, after: string): boolean {
	const [one, other] = [wordsOf(before), wordsOf(after)];
	return one.length === other.length && one.every((word, at) => isSlip(word, other[at] ?? ''));
}

function wordsOf(text: string): readonly string[] {
	return text
		.normalize('NFC')
		.toLowerCase()
		.replace(/(?<![\d\p{P}\p{S}])[.,;:!?"'()“”‘’–—-]+(?![\d\p{S}])/gu, ' ')
		.split(/\s+/)
		.filter((word) => word !== '');
}

const shortestWithSlip = 6;

function isSlip(one: string, other: string): boolean {
	if (one === other) return true;
	if (Math.min(one.length, other.length) < shortestWithSlip) return false;
	if (!/^\p{L}+$/u.test(one) || !/^\p{L}+$/u.test(other)) return false;
	return one.length === other.length ? isExchange(one, other) : isDoubling(one, other);
}

function isExchange(one: string, other: string): boolean {
	let at = 0;
	while (one[at] === other[at]) at++;
	return (
		at > 0 &&
		one[at] === other[at + 1] &&
		one[at + 1] === other[at] &&
		one.slice(at + 2) === other.slice(at + 2)
	);
}

function isDoubling(one: string, other: string): boolean {
	const [short, long] = one.length < other.length ? [one, other] : [other, one];
	if (long.length !== short.length + 1) return false;
	let at = 0;
	while (at < short.length && short[at] === long[at]) at++;
	return at > 0 && long[at] === long[at - 1] && short.slice(at) === long.slice(at + 1);
}
