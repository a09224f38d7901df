import { inertText } from './inert-text.ts';

// Written as entities, these can neither begin Markdown nor HTML nor end a table cell.
const special = /[#$&*<>@[\\\]_`|~]/g;
// Servers look for mentions, references, emoji, changes and addresses in the finished page, where an entity is
// a character again: an invisible space after the sign keeps them apart.
const reference =
	/[@#!$&%~^*](?=[\p{L}\p{N}_"])|:(?=[\p{L}/+\-_])|[{[](?=[+-])|\bgh-(?=\d)|\bwww(?=\.)|(?<=\[\w+):/giu;

/**
 * One line of text for the middle of a line of GitHub or GitLab Markdown, of a table cell or of raw HTML: shown as it
 * is, never as markup, link, mention, reference or command. It must not stand at the beginning of a line.
 */
export function markdownText(text: string): string {
	return inertText(text)
		.replace(reference, (sign) => `${sign}\u200B`)
		.replace(special, (character) => `&#${character.charCodeAt(0)};`)
		.replaceAll('\u200B', '&#8203;');
}
