import type { OffsetRange } from '../diagnostics/position.ts';

/** A stretch of characters that nobody sees. */
export interface HiddenCharacters extends OffsetRange {
	/** `U+202E (right-to-left override)`, of the first of them. */
	readonly name: string;
}

/**
 * Control characters but tab and line ends; marks that turn text around; characters without width; line separators; tags.
 * From the Unicode Character Database (general categories Cc, Cf, Zl and Zp), less what scripts need everywhere.
 */
const hidden =
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u180e\u200b-\u200d\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]+/gu;
/** A quick look: the tags are those behind this half of a pair. */
const suspicious =
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u180e\u200b-\u200d\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\udb40]/;
const flagOfRegion = /\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f}/gu;

/** Scripts in which U+200C and U+200D decide how letters join. */
const joining =
	/[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Mandaic}\p{Script=Manichaean}\p{Script=Phags_Pa}\p{Script=Adlam}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Khmer}]/u;
const pictureBefore = /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*$/u;

const names = new Map([
	[0x00, 'null'],
	[0x07, 'bell'],
	[0x08, 'backspace'],
	[0x0b, 'vertical tab'],
	[0x0c, 'form feed'],
	[0x1b, 'escape'],
	[0x7f, 'delete'],
	[0x85, 'next line'],
	[0x180e, 'Mongolian vowel separator'],
	[0x200b, 'zero-width space'],
	[0x200c, 'zero-width non-joiner'],
	[0x200d, 'zero-width joiner'],
	[0x2028, 'line separator'],
	[0x2029, 'paragraph separator'],
	[0x202a, 'left-to-right embedding'],
	[0x202b, 'right-to-left embedding'],
	[0x202c, 'end of a change of direction'],
	[0x202d, 'left-to-right override'],
	[0x202e, 'right-to-left override'],
	[0x2060, 'word joiner'],
	[0x2066, 'left-to-right isolate'],
	[0x2067, 'right-to-left isolate'],
	[0x2068, 'first strong isolate'],
	[0x2069, 'end of an isolate'],
	[0xfeff, 'byte-order mark'],
]);

/** The stretches of hidden characters of a text, in order. Joiners between letters that need them and in emoji are none. */
export function hiddenCharactersIn(text: string): HiddenCharacters[] {
	if (!suspicious.test(text)) return [];
	const flags = [...text.matchAll(flagOfRegion)].map((match) => ({
		from: match.index,
		to: match.index + match[0].length,
	}));
	const found: HiddenCharacters[] = [];
	for (const match of text.matchAll(hidden)) {
		const from = match.index;
		const to = from + match[0].length;
		if (flags.some((flag) => flag.from <= from && to <= flag.to) || isNeeded(text, from, to)) continue;
		found.push({ from, to, name: nameOf(match[0].codePointAt(0) ?? 0) });
	}
	return found;
}

function isNeeded(text: string, from: number, to: number): boolean {
	const joiner = text.slice(from, to);
	if (joiner !== '\u200c' && joiner !== '\u200d') return false;
	const before = text.slice(Math.max(0, from - 8), from);
	const last = before.match(/.$/su)?.[0] ?? '';
	const next = String.fromCodePoint(text.codePointAt(to) ?? 0x20);
	if (joiner === '\u200d' && pictureBefore.test(before) && /\p{Extended_Pictographic}/u.test(next))
		return true;
	// After a mark such as a virama a joiner may also end a word.
	return joining.test(last) && (joining.test(next) || /\p{M}/u.test(last));
}

function nameOf(code: number): string {
	const hexadecimal = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
	const name =
		names.get(code) ??
		(code < 0xa0 ? 'control character' : code >= 0xe0000 ? 'tag' : 'character without width');
	return `${hexadecimal} (${name})`;
}
