import { several } from '../../model/several.ts';

type Word = string | number | boolean;

/** One or several words as a list: `a, b`; with another word between them: `a or b`. Empty where there is none. */
export function joinWords(words: Word | readonly Word[] | null | undefined, between = ', '): string {
	return several(words)
		.map(String)
		.filter((word) => word !== '')
		.join(between);
}

/** The parts that are there, with commas between them. */
export function joinParts(...parts: readonly (string | undefined | false)[]): string {
	return parts.filter((part) => typeof part === 'string' && part !== '').join(', ');
}
