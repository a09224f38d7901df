import { inertText } from './inert-text.ts';

/** Makes a text of several lines safe to print as it is laid out: its line breaks stay, all else is as in `inertText`. */
export function inertLines(text: string): string {
	return text
		.split(/(\r?\n)/)
		.map((piece, at) => (at % 2 === 0 ? inertText(piece) : '\n'))
		.join('');
}
