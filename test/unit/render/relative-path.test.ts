import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativePath } from '../../../src/render/page/relative-path.ts';

test.each([
	['index.html', 'packet.css', 'packet.css'],
	['sections/P-01.html', 'index.html', '../index.html'],
	['sections/P-01.html', 'sections/P-04.html', 'P-04.html'],
	['sections/P-01.html', 'sections/P-01.html', 'P-01.html'],
	['documents/A/A@1.html', 'documents/B/B@2.html', '../B/B@2.html'],
	['documents/A/A@1.html', 'documents/A/A@1~0123456789ab.yaml', 'A@1~0123456789ab.yaml'],
	['index.html', 'documents/QP 7#2/QP?%.html', 'documents/QP%207%232/QP%3F%25.html'],
	['index.html', 'javascript:alert(1)', 'javascript%3Aalert(1)'],
])('from %s to %s is %s', (from, to, expected) => expect(relativePath(from, to)).toBe(expected));

test('leads from any page to any path', () => {
	const part = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[/]|^\.{1,2}$/.test(text));
	const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
	fc.assert(
		fc.property(path, path, (from, to) => {
			const base = new URL(from.split('/').map(encodeURIComponent).join('/'), 'file:///packet/');
			const { pathname } = new URL(relativePath(from, to), base);
			expect(pathname.split('/').map(decodeURIComponent).join('/')).toBe(`/packet/${to}`);
		}),
	);
});
