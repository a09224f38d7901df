import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { markdownLinks } from '../../src/model/markdown/links.ts';

const markdown = new MarkdownIt();

type Token = ReturnType<typeof markdown.parse>[number];

/** Where markdown-it, a CommonMark parser written by others, sees links and images lead, sorted. */
function byMarkdownIt(text: string): string[] {
	const found: string[] = [];
	const walk = (tokens: readonly Token[]) => {
		for (const token of tokens) {
			if (token.type === 'link_open' && token.markup !== 'autolink')
				found.push(String(token.attrGet('href')));
			if (token.type === 'image') found.push(String(token.attrGet('src')));
			if (token.children) walk(token.children);
		}
	};
	walk(markdown.parse(text, {}));
	return found.sort();
}

function byOurs(text: string): string[] {
	return markdownLinks(text)
		.map((link) => markdown.normalizeLink(link.target))
		.filter((target) => markdown.validateLink(target))
		.sort();
}

const pieces = fc.constantFrom(
	...['[', ']', ')', '![', '](', '](a.md)', '[x](b.png)', '[ref]', '[ref]: c.md', '\n[ref]: d.md\n'],
	...['`', '``', '\n```\n', '\n~~~\n', '\\[', '\\]', '\\`', '<', '<e f.md>', ' "title"', " 't'", ' (t)'],
	...[
		'word',
		' ',
		'\n',
		'\n\n',
		'\n# heading\n',
		'\n- item ',
		'\n> quote ',
		'#anchor',
		'%20',
		'&amp;',
		'**',
		'_',
	],
	...['<https://x.example/>', '[](', '\n---\n', '!'],
);

test('finds the links that markdown-it finds', () => {
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
			// At the very end of a text, markdown-it takes `[ref](` for no reference; CommonMark's example 568 says it is one.
			const text = `${parts.join('')}\nend`;
			expect(byOurs(text)).toEqual(byMarkdownIt(text));
		}),
		{ numRuns: 5000 },
	);
});

test('points at the target as written', () => {
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
			const text = parts.join('');
			for (const { written, at } of markdownLinks(text)) expect(text.slice(at.from, at.to)).toBe(written);
		}),
		{ numRuns: 2000 },
	);
});
