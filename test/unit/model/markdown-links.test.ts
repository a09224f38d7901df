import { describe, expect, it } from 'vitest';
import { hasAnchor } from '../../../src/model/link-anchors.ts';
import { markdownLinks } from '../../../src/model/markdown/links.ts';

const targets = (text: string) => markdownLinks(text).map((link) => link.target);

describe('links that another reader might miss', () => {
	it.each([
		['[a](b (c).md)', []],
		['[a](b(c).md)', ['b(c).md']],
		['[a](<b c.md>)', ['b c.md']],
		['[a](b.md "title")', ['b.md']],
		["[a](b.md\n 'title')", ['b.md']],
		['[a [b] c](d.md)', ['d.md']],
		['[![alt](a.png)](b.md)', ['a.png', 'b.md']],
		['[a [b](c.md) d](e.md)', ['c.md']],
		['[a](b\\).md)', ['b).md']],
		['[a](b.md?x=1&amp;y=2)', ['b.md?x=1&y=2']],
		['[a][Ref] and [ref]\n\n[REF]: <b c.md> "t"', ['b c.md', 'b c.md']],
		['> [a](b.md)\n\n- [c](d.md)\n1. [e](f.md)', ['b.md', 'd.md', 'f.md']],
		['[x] (not a link), [y]: nor this, [z](', []],
		['<https://x.example/](y)> [a](b.md)', ['b.md']],
	])('%j', (text, expected) => {
		expect(targets(text)).toEqual(expected);
	});
});

describe('code holds no links', () => {
	it.each([
		'`[a](b.md)`',
		'``a ` [a](b.md)``',
		'```\n[a](b.md)\n```',
		'~~~ text\n[a](b.md)',
		'- item\n\n  ```\n  [a](b.md)\n  ```',
		'Text:\n\n    [a](b.md)',
		'\\[a](b.md)',
	])('%j', (text) => {
		expect(targets(text)).toEqual([]);
	});
});

it('takes time in proportion to hostile texts', () => {
	const started = performance.now();
	for (const piece of [
		'[a](b',
		'](',
		'[',
		'[](<',
		'[a](b "',
		'[](\\(',
		'\n[a]: b',
		'\n- ',
		'> ',
		'[a][',
		'`',
	])
		markdownLinks(`${piece.repeat(50_000)} [a](b) [c]: d`);
	markdownLinks(Array.from({ length: 500 }, (_, index) => '`'.repeat(index)).join('](x) '));
	for (const piece of ['# [![[', '# a\n', ' id= ', '{#', '# a #'])
		hasAnchor('x.md', `${piece.repeat(50_000)}\n# a${' '.repeat(50_000)}x`, 'y');
	// A quadratic walk would take minutes.
	expect(performance.now() - started).toBeLessThan(20_000);
});
