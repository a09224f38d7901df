import type { OffsetRange } from '../diagnostics/position.ts';
import { blankAddresses, blankCode } from './blank-out.ts';
import { knownAbbreviations } from './known-abbreviations.ts';

/** A word in capitals, and where it stands in its text. */
export interface Abbreviation extends OffsetRange {
	readonly word: string;
}

/**
 * Two to six capital letters that are no part of a longer word, of an id or pattern (`SOX-404`, `PERIOD-ACCOUNT`), of a path,
 * or of a name with a number (`ISO 9001`).
 */
const capitals =
	/(?<![\p{L}\p{N}_@#$.\\&-]|[\p{Ll}\p{N}]\/)\p{Lu}{2,6}(?![\p{L}\p{N}_@\\&]|-(?:\p{N}|\p{Lu}(?!\p{Ll}))|[.:]\p{L}|\/\p{Ll}|\s\d)/gu;
const expanded = /(?<![\p{L}\p{N}])(?<word>\p{Lu}{2,6})\s?\((?<meaning>[^()]{3,200})\)/gu;
const inBrackets = /(?<meaning>[\p{L}\p{N}][\p{L}\p{N}\s,'’&-]{2,200}?)\s\((?<word>\p{Lu}{2,6})s?\)/gu;
/** Numbers of phases, annexes and levels. */
const romanNumeral = /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/;

/** The abbreviations of a text that need a definition somewhere; none in code, addresses, or a text that is all capitals. */
export function abbreviationsIn(text: string): Abbreviation[] {
	if (!/\p{Lu}{2}/u.test(text) || (!/\p{Ll}/u.test(text) && /\s/.test(text))) return [];
	const prose = blankAddresses(blankCode(text));
	return [...prose.matchAll(capitals)]
		.map((match) => ({ word: match[0], from: match.index, to: match.index + match[0].length }))
		.filter(({ word }) => !knownAbbreviations.has(word) && !romanNumeral.test(word));
}

/** Words in capitals that a text itself explains: `purchase order (PO)`, `PO (purchase order)`. */
export function explainedIn(text: string): string[] {
	if (!text.includes('(')) return [];
	return [...text.matchAll(expanded), ...text.matchAll(inBrackets)].flatMap((match) => {
		const { word = '', meaning = '' } = match.groups ?? {};
		return spells(word, meaning) ? [word] : [];
	});
}

/** All words in capitals of a name or term, to be taken as known. */
export function capitalWordsOf(text: string): string[] {
	return text.match(/\p{Lu}{2,}/gu) ?? [];
}

/** Whether the letters of a word come one after the other in a meaning, the first of them at the start of a word. */
function spells(word: string, meaning: string): boolean {
	const letters = meaning.toLowerCase();
	let at = -1;
	for (const letter of word.toLowerCase()) {
		at = letters.indexOf(letter, at + 1);
		if (at === -1) return false;
	}
	return new RegExp(`(?<![\\p{L}])${word[0]?.toLowerCase()}`, 'u').test(letters);
}
