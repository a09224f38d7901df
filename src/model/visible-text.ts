/** A stretch of a text that must not be shown as it is, and what to show for it. Offsets in UTF-16 units. */
export interface HiddenSpan {
	readonly from: number;
	readonly to: number;
	readonly shown: string;
}

/** The signs that a reader cannot see, or that turn text around, for a regular expression with the flag `u`: all but controls. */
export const unseen =
	'\\p{Cs}\\p{Bidi_Control}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\u2028\\u2029\\uFFF9-\\uFFFB';

// Scripts in which joiners and variation selectors shape letters.
const joining =
	/[\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Mymr}\p{scx=Khmr}]$/u;
const joiner = /^(?:\u200C|\u200D|[\u180B-\u180D])$/u;
const variation = /^[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]$/u;

/** The stretches that a pattern (with the flag `g`) finds in a text, in order, less what a script or an emoji needs. */
export function* spansOf(text: string, hidden: RegExp): Generator<HiddenSpan> {
	// Not `matchAll`: it copies the pattern, and a copy is slow until it has run often.
	for (let next = 0; ; ) {
		hidden.lastIndex = next;
		const match = hidden.exec(text);
		if (match === null) return;
		const from = match.index;
		next = from + match[0].length;
		if (!belongs(match[0], text.slice(Math.max(0, from - 2), from), text.slice(next, next + 2))) {
			yield { from, to: next, shown: visible(match[0]) };
		}
	}
}

/** A text with each stretch shown as it says. */
export function withSpansShown(text: string, spans: Iterable<HiddenSpan>): string {
	let shown = '';
	let done = 0;
	for (const span of spans) {
		shown += text.slice(done, span.from) + span.shown;
		done = span.to;
	}
	return done === 0 ? text : shown + text.slice(done);
}

/** A quick look: signs that are in no Western text. */
const suspicious = /[^\t\n -~\xA1-\xAC\xAE-\u02FF–—‘’“”„…€→≤≥✓✗☐]/;
const hiddenInPages = new RegExp(`[\\0-\\x08\\x0B-\\x1F\\x7F-\\x9F${unseen}]`, 'gu');

/**
 * Text for a page: control characters, escape sequences, direction overrides and characters without width become
 * visible, e.g. `␛` and `\u{202E}`. Tabs and line feeds stay. Markup is not touched: HTML may be given as a whole.
 */
export function visibleText(text: string): string {
	return suspicious.test(text) ? withSpansShown(text, spansOf(text, hiddenInPages)) : text;
}

function belongs(character: string, before: string, after: string): boolean {
	if (joiner.test(character)) {
		const joinsEmoji =
			character === '\u200D' && /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\uFE0F)$/u.test(before);
		return joining.test(before) || (joinsEmoji && /^\p{Extended_Pictographic}/u.test(after));
	}
	if (variation.test(character)) {
		return /\p{sc=Han}$/u.test(before) || (/[\uFE0E\uFE0F]/.test(character) && /\p{Emoji}$/u.test(before));
	}
	return false;
}

function visible(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x20) return String.fromCodePoint(0x2400 + code);
	if (code === 0x7f) return '\u2421';
	return `\\u{${code.toString(16).toUpperCase()}}`;
}
