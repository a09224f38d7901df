import type { Token } from 'markdown-it';
import { type ComponentChild, h } from 'preact';
import { markdownTokens } from './markdown.ts';

/**
 * Prose of a document (CommonMark). Links are shown as text with their target beside them, pictures as their
 * description; HTML in it is text. One paragraph comes without a paragraph around it, so that it fits into a line.
 */
export function Prose({ text }: { readonly text: string }) {
	const tokens = markdownTokens(text);
	if (tokens === undefined) return text.includes('\n') ? <span class="as-is">{text}</span> : text;
	const [first, inline] = tokens;
	if (tokens.length === 3 && first?.type === 'paragraph_open' && inline !== undefined)
		return <>{treeOf(inline.children ?? [])}</>;
	return <div class="prose">{treeOf(tokens)}</div>;
}

/** Tokens as a tree. Their list is flat: each opening one has its closing one. */
function treeOf(tokens: readonly Token[]): ComponentChild[] {
	const top: ComponentChild[] = [];
	const open: { readonly token: Token; readonly children: ComponentChild[] }[] = [];
	for (const token of tokens) {
		if (token.nesting === 1) open.push({ token, children: [] });
		else {
			const closed = token.nesting === -1 ? open.pop() : undefined;
			const made = closed === undefined ? leaf(token) : element(closed.token, closed.children);
			(open.at(-1)?.children ?? top).push(made);
		}
	}
	return top;
}

function element(token: Token, children: ComponentChild[]): ComponentChild {
	switch (token.type) {
		case 'link_open':
			return h('span', { class: 'link' }, children, targetOf(token, 'href'));
		case 'ordered_list_open':
			return h('ol', null, children);
		case 'list_item_open':
			return h('li', token.info === '' ? null : { value: Number(token.info) }, children);
		case 'heading_open':
			// Headings are the page's own: those of prose would stand in its outline.
			return h('p', null, h('strong', null, children));
		case 'paragraph_open':
			return token.hidden ? h('span', null, children) : h('p', null, children);
		default:
			return h(tags[token.type] ?? 'span', null, children);
	}
}

const tags: Readonly<Record<string, string>> = {
	blockquote_open: 'blockquote',
	bullet_list_open: 'ul',
	em_open: 'em',
	strong_open: 'strong',
};

function leaf(token: Token): ComponentChild {
	switch (token.type) {
		case 'inline':
			return h('span', null, treeOf(token.children ?? []));
		case 'softbreak':
			return '\n';
		case 'hardbreak':
			return h('br', null);
		case 'hr':
			return h('hr', null);
		case 'code_inline':
			return h('code', null, token.content);
		case 'code_block':
		case 'fence':
			return h('div', { class: 'code' }, token.info, h('pre', null, h('code', null, token.content)));
		case 'image':
			return h('span', { class: 'link' }, treeOf(token.children ?? []), targetOf(token, 'src'));
		default:
			return token.content;
	}
}

function targetOf(token: Token, attribute: 'href' | 'src'): ComponentChild {
	const title = token.attrGet('title');
	const kind = attribute === 'src' ? 'picture ' : '';
	return h(
		'span',
		{ class: 'target' },
		` (${kind}${token.attrGet(attribute) ?? ''}${title ? ` "${title}"` : ''})`,
	);
}
