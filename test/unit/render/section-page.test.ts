import { expect, test } from 'vitest';
import { sectionPage } from '../../../src/render/section-page.tsx';
import { pageOf, textOf } from './page-of.ts';
import { context, sampleSection } from './sample-pages.ts';

const page = pageOf(sectionPage(sampleSection(12), context));
const tables = [...page.querySelectorAll('article.list table')];

test('says what it answers, and for which days', () => {
	expect(textOf(page.querySelector('h1'))).toBe('P-01 Master list');
	expect(page.title).toBe('P-01 Master list – audit packet 2026-01-01 to 2026-03-31');
	expect(textOf(page.querySelector('main'))).toContain('Which documents were there in the period');
	expect(textOf(page.querySelector('header'))).toContain('2026-01-01 to 2026-03-31 (Europe/Berlin)');
	expect(page.documentElement.lang).toBe('en');
});

test('links its style, its files and the other pages from where it lies', () => {
	expect(page.querySelector('link')?.getAttribute('href')).toBe('../packet.css');
	const links = [...page.querySelectorAll('nav a')].map((link) => link.getAttribute('href'));
	expect(links).toEqual([
		'../index.html',
		'P-01-master-list.html',
		'P-04-approvals.html',
		'A-1-findings.html',
	]);
	expect(page.querySelector('header a')?.getAttribute('href')).toBe('../index.html');
	expect(textOf(page.querySelector('nav a[aria-current="page"]'))).toBe('P-01 Master list');
	expect(page.querySelector('a[href="../data/documents.csv"]')).not.toBeNull();
	expect(page.querySelector('a[href="../data/documents.json"]')).not.toBeNull();
	expect(page.querySelector('td a, th a')?.getAttribute('href')).toBe(
		'../documents/SOP-FIN-002/SOP-FIN-002@2.1.html',
	);
});

test('shows each result as a sign and in words, with its counts, cause and cure', () => {
	const checks = [...page.querySelectorAll('article.check')].map(textOf);
	expect(checks).toHaveLength(3);
	expect(checks[0]).toContain('✓ holds');
	expect(checks[0]).toContain('1 item looked at: 1 holds, 0 do not, 0 not evaluated.');
	expect(checks[1]).toContain('✗ does not hold');
	expect(checks[1]).toContain('3 items looked at: 1 holds, 1 does not, 1 not evaluated.');
	expect(checks[1]).toContain('Cure: fetch the whole history: git fetch --unshallow.');
	expect(checks[1]).not.toContain('SOP-FIN-004');
	expect(checks[2]).toContain('? not evaluated');
	expect(checks[2]).toContain('Nothing was looked at.Cause: this is a shallow clone.Cure: fetch all.');
	for (const mark of page.querySelectorAll('.result [aria-hidden]')) expect(textOf(mark)).toMatch(/^[✓✗?]$/);
});

test('shows a list as a table with a caption, headers and what a row is', () => {
	const [table] = tables;
	expect(textOf(table?.querySelector('caption') ?? null)).toContain('each row is a document that ever stood');
	const headers = [...(table?.querySelectorAll('thead th[scope="col"]') ?? [])].map(textOf);
	expect(headers).toEqual(['Document', 'Version', 'Title', 'Signed', 'People', 'Complete', 'Days in force']);
	expect(table?.querySelectorAll('tbody tr')).toHaveLength(12);
	expect(table?.querySelectorAll('tbody th[scope="row"]')).toHaveLength(12);
	expect(table?.closest('[tabindex="0"]')?.getAttribute('aria-label')).toBe('Documents');
	const [, second] = table?.querySelectorAll('tbody tr') ?? [];
	expect([...(second?.children ?? [])].slice(3).map(textOf)).toEqual(['no', 'j.doe, j.roe', '✓ holds', '–']);
	expect(textOf(page.querySelector('article.list'))).toContain('12 rows. As a file: data/documents.csv');
});

test('leaves out what is only in files', () => {
	expect(page.documentElement.outerHTML).not.toContain('secret-of-files');
	expect(textOf(page.querySelector('dl.columns'))).toContain('SHA-256 of its content (only in the files)');
});

test('says where a list comes from, and how to get at it by hand', () => {
	const from = page.querySelector('aside');
	expect(textOf(from)).toContain('Made from: the first-parent history of main');
	expect(textOf(from?.querySelector('pre code') ?? null)).toBe(
		"git ls-tree -r --name-only HEAD | grep -c '\\.sop\\.yaml$'",
	);
	expect(textOf(from)).toContain('It prints the number of rows whose column Stands is yes.');
});

test('says of an empty list that there is none', () => {
	expect(textOf(page.querySelectorAll('article.list')[1]?.querySelector('.none') ?? null)).toBe('None.');
	expect(tables).toHaveLength(1);
	expect([...page.querySelectorAll('article.list')].map(textOf)[1]).toContain(
		'0 rows; each would be a document that ever stood on the mainline',
	);
});

test('shows the first 500 rows of a long list, and where all are', () => {
	const long = pageOf(sectionPage(sampleSection(501), context));
	expect(long.querySelectorAll('article.list tbody tr')).toHaveLength(500);
	expect(textOf(long.querySelector('.cut'))).toBe(
		'The first 500 of 501 rows are shown. All are in data/documents.csv.',
	);
	expect(long.querySelector('.cut a')?.getAttribute('href')).toBe('../data/documents.csv');
	expect(pageOf(sectionPage(sampleSection(500), context)).querySelector('.cut')).toBeNull();
});

test('makes hostile text inert and visible', () => {
	const text = textOf(tables[0] ?? null);
	expect(text).toContain('<script>alert(1)</script><img src=x onerror=alert(2)>"\'&lt; ␛[31mred');
	expect(text).toContain('\\u{202E}evil');
	expect(text).toContain('zero\\u{200B}width␀ javascript:alert(3) \\u{D800}');
});
