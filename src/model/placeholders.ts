import type { OffsetRange } from '../diagnostics/position.ts';
import { blankCode } from './blank-out.ts';
import { bareAttributes, htmlElements } from './html-elements.ts';

/** `<what to write>`: letters and spaces between angle brackets, and no part of a type such as `List<Text>` or of a pattern. */
const slot = /(?<![\p{L}\p{N}?])<(?<words>\p{L}(?:[\p{L} ]*\p{L})?)>/gu;
const marks = /(?<![\p{L}\p{N}_-])(?:TODO|TBD|FIXME|XXX|DRAFT)(?![\p{L}\p{N}_-])|\blorem\s+ipsum\b/giu;
const templateSlot = /\{\{[^{}]*\}\}/g;
/** English only. What is to be completed *by* somebody is a task, and `[link to it](…)` is a link. */
const phrases =
	/\bto\s+be\s+(?:completed|determined|defined|decided|announced)(?=\s*(?:$|[.;)\]]))|\[(?:link to|insert|enter|add|fill in|your)\s[^\][\n]*\](?![[(])/gi;

/** Something in a text that waits for its words. */
export interface Placeholder extends OffsetRange {
	readonly words: string;
}

const suspicious = /[<[]|\{\{|TODO|TBD|FIXME|XXX|DRAFT|LOREM|[Ll]orem|T[Oo]\s+[Bb][Ee]\s|to\s+be\s/;

/** One of these stands in every text that `suspicious` takes; looking for a fixed text costs next to nothing. */
const signs = [
	'<',
	'[',
	'{{',
	'TODO',
	'TBD',
	'FIXME',
	'XXX',
	'DRAFT',
	'LOREM',
	'orem',
	'be',
	'Be',
	'BE',
	'bE',
];

/** Whether a text may hold a placeholder: a cheap look before the careful one. */
export function mayHoldPlaceholder(text: string): boolean {
	return signs.some((sign) => text.includes(sign)) && suspicious.test(text);
}

/** The placeholders of a text, in order; none in Markdown code. `{{…}}` counts unless the text is a template. */
export function placeholdersIn(
	text: string,
	{ english, isTemplate }: { readonly english: boolean; readonly isTemplate: boolean },
): Placeholder[] {
	if (!suspicious.test(text)) return [];
	const prose = blankCode(text);
	const found = [
		...[...prose.matchAll(slot)].filter((match) => !isTag(match.groups?.['words'] ?? '')),
		...[...prose.matchAll(marks)].filter(([words]) => /^lorem/i.test(words) || words === words.toUpperCase()),
		...(isTemplate ? [] : prose.matchAll(templateSlot)),
		...(english ? prose.matchAll(phrases) : []),
	];
	return found
		.map((match) => ({ from: match.index, to: match.index + match[0].length, words: match[0] }))
		.sort((a, b) => a.from - b.from);
}

function isTag(words: string): boolean {
	const [name = '', ...attributes] = words.toLowerCase().split(/\s+/);
	return htmlElements.has(name) && attributes.every((attribute) => bareAttributes.has(attribute));
}
