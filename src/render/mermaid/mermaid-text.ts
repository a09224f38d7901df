/** Of a text longer than this only the beginning is drawn. */
const mostCharacters = 100;

/** On one line, without characters that nobody sees, and no longer than can be read in a drawing. */
function drawable(text: string): string {
	const visible = text
		.replace(/\s+/gu, ' ')
		.replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '');
	const characters = [...visible.trim()];
	if (characters.length <= mostCharacters) return characters.join('');
	const cut = characters.slice(0, mostCharacters).join('');
	const lastSpace = cut.lastIndexOf(' ');
	return `${lastSpace > mostCharacters / 2 ? cut.slice(0, lastSpace) : cut}…`;
}

/** What is plain text in Mermaid, Markdown, HTML and YAML alike: also hyphens within and full stops after words. */
const plain = /([\p{L}\p{M}\p{N} ,]|(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])|(?<=\p{L})[.?](?= |$))|./gsu;

function encode(text: string, code: (point: number) => string): string {
	return drawable(text).replace(
		plain,
		(character, kept: string | undefined) => kept ?? code(character.codePointAt(0) ?? 0),
	);
}

/** A text as it can stand between the quotes of a Mermaid label: what could be syntax, Markdown or HTML is a code (`#58;`). */
export function mermaidText(text: string): string {
	return encode(text, (point) => `#${point};`);
}

/** A text in the quotes of YAML, as in the front matter of a diagram. */
export function frontMatterText(text: string): string {
	return `"${encode(text, (point) => `\\U${point.toString(16).padStart(8, '0')}`)}"`;
}
