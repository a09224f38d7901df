import { JSDOM } from 'jsdom';
import { expect } from 'vitest';

/** A page as a browser reads it; fails where anything in it could run, load or send something. */
export function pageOf(html: string): Document {
	const { document } = new JSDOM(html).window;
	expect(html.startsWith('<!doctype html>\n')).toBe(true);
	expect(document.compatMode).toBe('CSS1Compat');
	expect(
		document.querySelectorAll('script, iframe, object, embed, form, img, svg, style, base'),
	).toHaveLength(0);
	for (const element of document.querySelectorAll('*')) {
		for (const { name, value } of element.attributes) {
			expect(
				name.startsWith('on') || name === 'style' || name === 'srcset',
				`${name} of ${element.tagName}`,
			).toBe(false);
			if (name === 'href' || name === 'src')
				expect(value).toMatch(/^(?:#|(?:\.\.\/)*[\w@~.%()!*'-]+(?:\/|$))/);
		}
	}
	const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]'))
		expect(ids).toContain(link.getAttribute('href')?.slice(1));
	expect(html).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u);
	expect(html.isWellFormed()).toBe(true);
	return document;
}

/** What a reader sees, in one line. */
export function textOf(element: Element | null): string {
	return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
