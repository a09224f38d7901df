import MarkdownIt, { type Token } from 'markdown-it';

// Made once: making one takes longer than a page of text.
const reader = new MarkdownIt('commonmark', { html: false, linkify: false });
// Targets are shown as text and never followed, so they stay as written, whatever they are.
reader.normalizeLink = (target) => target;
reader.normalizeLinkText = (text) => text;
reader.validateLink = () => true;

/** Longer texts are shown as they are: no one writes such prose, and reading it as Markdown may take long. */
const longest = 100_000;

/** Signs without which, in one line, Markdown is plain text. */
const plain = /^(?![-+\s]|\d+[.)])[^\\`*_[\]<>&#~|\n]*$/;

/** The tokens of a CommonMark text (0.31.2); undefined where it is plain text, or is to be shown as it is. */
export function markdownTokens(text: string): readonly Token[] | undefined {
	if (plain.test(text) || text.length > longest) return undefined;
	const tokens = reader.parse(text, {});
	return isWhole(text, tokens) ? tokens : undefined;
}

/**
 * Whether every word of the text is shown by its tokens. Definitions of links that nothing uses, entities and what is
 * nested too deeply are not: such a text must be shown as it is, so that nothing of it is lost.
 */
function isWhole(text: string, tokens: readonly Token[]): boolean {
	const shown = tokens.map(shownBy).join('\n');
	return (text.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => shown.includes(word));
}

function shownBy(token: Token): string {
	const children = token.children?.map(shownBy).join('') ?? token.content;
	const ofLink = [token.attrGet('href'), token.attrGet('src'), token.attrGet('title')].filter(Boolean);
	return [children, token.info, ...ofLink].join(ofLink.length > 0 || token.info !== '' ? ' ' : '');
}
