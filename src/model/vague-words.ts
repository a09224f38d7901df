/**
 * Wordings that leave to the reader what the text should say. "As required by section 5" names what requires it, and
 * "immediately after the count" says when; `/etc` is a folder.
 */
const vague =
	/\b(?:(?:as|if|where|when) (?:appropriate|applicable|necessary|required|needed)\b(?! (?:by|under)\b)|immediately\b(?! (?:after|before|following|preceding|above|below|upon|on|when|if)\b)|(?:in a )?timely(?: (?:manner|fashion))?\b|periodically\b)|(?<![\w/.~-])etc(?:\.|\b)(?!\/)/giu;

/** One of these stands in every vague wording, whatever its capitals; looking for a fixed text costs next to nothing. */
const signs = [
	'ppropriate',
	'pplicable',
	'ecessary',
	'equired',
	'eeded',
	'mmediately',
	'imely',
	'eriodically',
	'etc',
];
const allSigns = [...signs, 'Etc', ...signs.map((sign) => sign.toUpperCase())];

/** Whether a text may hold a vague wording: a cheap look before the careful one. */
export function mayBeVague(text: string): boolean {
	return allSigns.some((sign) => text.includes(sign));
}

/** One vague wording in a text, by UTF-16 offsets. */
export interface VagueWording {
	readonly words: string;
	readonly from: number;
	readonly to: number;
}

/** All vague wordings of an English text (EU GMP Chapter 4: unambiguous; NIST SP 800-53 xx-1). */
export function vagueWordings(text: string): readonly VagueWording[] {
	if (!mayBeVague(text)) return [];
	return [...text.matchAll(vague)].map((match) => ({
		words: match[0],
		from: match.index,
		to: match.index + match[0].length,
	}));
}
