// Beyond what JSON must escape: what is invisible, what a terminal obeys, and what a build server takes for a command.
const unprintable =
	/[\x7F-\x9F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;

/**
 * A value as JSON: two spaces, keys in the order they were given, a line break at the end.
 * Reading it back gives exactly the value; printing it does nothing to a terminal.
 */
export function jsonText(value: unknown): string {
	const text = JSON.stringify(value, null, 2)
		.replace(unprintable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
		.replace(/##(?=\w*\[)/g, '#\\u0023');
	return `${text}\n`;
}
