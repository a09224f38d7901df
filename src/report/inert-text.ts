/** A stretch of a text that must not be printed as it is, and what to print for it. Offsets in UTF-16 units. */
export interface HiddenSpan {
	readonly from: number;
	readonly to: number;
	readonly shown: string;
}

// What a reader cannot see, or what a terminal or a build server obeys instead of printing:
// controls, lone surrogates, direction marks, ignorable characters, line separators, and the
// commands `##[…]`, `##vso[…]` (anywhere in a line) and `::…` (at its start) of build logs.
const hidden =
	/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2028\u2029\uFFF9-\uFFFB]|(?<=#)#(?=\w*\[)|(?<=(?:^|\s):):(?=[a-z])/giu;

// Scripts in which joiners and variation selectors shape letters.
const joining =
	/[\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Mymr}\p{scx=Khmr}]$/u;
const joiner = /^(?:\u200C|\u200D|[\u180B-\u180D])$/u;
const variation = /^[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]$/u;

/** The stretches of a text that `inertText` replaces, in order. */
export function* hiddenSpans(text: string): Generator<HiddenSpan> {
	for (const match of text.matchAll(hidden)) {
		const from = match.index;
		const to = from + match[0].length;
		if (!belongs(match[0], text.slice(Math.max(0, from - 2), from), text.slice(to, to + 2))) {
			yield { from, to, shown: visible(match[0]) };
		}
	}
}

/**
 * Makes text of a document safe to print: control characters, escape sequences, direction overrides, invisible
 * characters and commands to build servers become visible, e.g. `␛`, `␊` and `\u{202E}`. Gives one line.
 * Joiners and variation selectors stay where a script or an emoji needs them.
 */
export function inertText(text: string): string {
	let inert = '';
	let done = 0;
	for (const span of hiddenSpans(text)) {
		inert += text.slice(done, span.from) + span.shown;
		done = span.to;
	}
	return done === 0 ? text : inert + text.slice(done);
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
