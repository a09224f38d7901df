import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { changePage } from '../../src/render/change-page.tsx';
import { coverPage } from '../../src/render/cover-page.tsx';
import { documentPage } from '../../src/render/document-page.tsx';
import { packetCss } from '../../src/render/packet-css.ts';
import { sectionPage } from '../../src/render/section-page.tsx';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { context, hostile, sampleCover, sampleSection } from '../unit/render/sample-pages.ts';
import { sopDiff } from '../unit/report/diff-text/sample-diff.ts';

const folder = mkdtempSync(join(tmpdir(), 'sop-pages-'));
// For looking at: SHOTS=folder writes pictures of each page and its print.
const { SHOTS: shots } = process.env;

function example(path: string, kind: 'sop' | 'checklist', page: string): readonly [string, string] {
	const value: unknown = parse(readFileSync(new URL(`../../examples/${path}`, import.meta.url), 'utf8'));
	const { id, version } = value as { id: string; version: string };
	const html = documentPage(
		{
			id,
			kind,
			version,
			digest: `sha256:${'0123456789abcdef'.repeat(4)}`,
			file: path,
			value,
			classification: 'internal',
			status: [
				'In force from 2026-02-01 on.',
				'Signed by j.roe as controller, signed with a key, 2026-01-28.',
			],
			bytes: `documents/${id}/${id}@${version}.yaml`,
			canonical: `documents/${id}/${id}@${version}.canonical.json`,
		},
		{ ...context, path: page },
	);
	return [page, html];
}

const hostileValue = {
	id: 'SOP-X-1',
	version: '1.0',
	title: hostile,
	purpose: { why: hostile.repeat(20) },
	[hostile]: hostile,
};
const pages = new Map<string, string>([
	['index.html', coverPage(sampleCover, { ...context, path: 'index.html' })],
	['sections/P-01-master-list.html', sectionPage(sampleSection(30), context)],
	example(
		'sops/finance/purchases-and-procurements.sop.yaml',
		'sop',
		'documents/SOP-FIN-101/SOP-FIN-101@2.0.html',
	),
	example(
		'checklists/it/monthly-patch-ticket.checklist.yaml',
		'checklist',
		'documents/CHK-IT-101/CHK-IT-101@1.1.html',
	),
	[
		'changes/SOP-FIN-002/2.1..2.2.html',
		changePage(sopDiff, { ...context, path: 'changes/SOP-FIN-002/2.1..2.2.html' }),
	],
	[
		'documents/SOP-X-1/SOP-X-1@1.0.html',
		documentPage(
			{
				id: 'SOP-X-1',
				kind: 'sop',
				version: '1.0',
				digest: null,
				file: hostile,
				value: hostileValue,
				classification: null,
				status: [],
				bytes: null,
				canonical: null,
			},
			{ ...context, path: 'documents/SOP-X-1/SOP-X-1@1.0.html' },
		),
	],
]);

let browser: Browser;

beforeAll(async () => {
	for (const [path, html] of [...pages, ['packet.css', packetCss()] as const]) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), html);
	}
	if (hasBrowser) browser = await openBrowser();
});
afterAll(async () => {
	await browser?.close();
	rmSync(folder, { recursive: true });
});

interface Opened {
	readonly page: Page;
	/** What it asked for, and what it complained of. */
	readonly requests: readonly string[];
	readonly complaints: readonly string[];
}

async function open(path: string, width: number, scheme: 'light' | 'dark'): Promise<Opened> {
	const page = await browser.newPage();
	const requests: string[] = [];
	const complaints: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	page.on('console', (message) => complaints.push(message.text()));
	page.on('pageerror', (error) => complaints.push(String(error)));
	page.on('dialog', (dialog) => {
		complaints.push(dialog.message());
		void dialog.dismiss();
	});
	await page.setViewport({ width, height: 900 });
	await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
	await page.goto(pathToFileURL(join(folder, path)).href);
	return { page, requests, complaints };
}

describe.skipIf(!hasBrowser)('in Chromium', () => {
	const widths = [
		[1280, 'light'],
		[1280, 'dark'],
		[360, 'light'],
	] as const;
	const cases = [...pages.keys()].flatMap((path) =>
		widths.map(([width, scheme]) => [path, width, scheme] as const),
	);

	test.each(cases)('%s at %i px, %s, keeps to WCAG 2.2 AA and fits', async (path, width, scheme) => {
		const { page, requests, complaints } = await open(path, width, scheme);
		if (shots !== undefined) {
			const name = path.replaceAll('/', '_').replace('.html', '');
			await page.screenshot({ path: join(shots, `${name}-${width}-${scheme}.png`), fullPage: true });
		}
		// Asked for nothing but itself and its style, which the policy lets through.
		expect(
			requests.map((url) => url.slice(pathToFileURL(folder).href.length + 1).replaceAll('%40', '@')),
		).toEqual([path, 'packet.css']);
		expect(complaints).toEqual([]);
		const layout = await page.evaluate(() => {
			const { scrollWidth, clientWidth } = document.documentElement;
			return { overflow: scrollWidth - clientWidth, back: getComputedStyle(document.body).backgroundColor };
		});
		expect(layout).toEqual({
			overflow: 0,
			back: scheme === 'dark' ? 'rgb(20, 23, 26)' : 'rgb(255, 255, 255)',
		});
		await page.evaluate(axe.source);
		const { violations, passes } = (await page.evaluate(
			'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
		)) as AxeResults;
		expect(passes.length).toBeGreaterThan(15);
		expect(
			violations.map(({ id, impact, nodes }) => [id, impact, nodes.map(({ html }) => html).slice(0, 3)]),
		).toEqual([]);
		await page.close();
	});

	test.each(['a4', 'letter'] as const)(
		'prints on %s without targets of links, headers again on each page',
		async (format) => {
			const { page } = await open('sections/P-01-master-list.html', 1280, 'dark');
			await page.emulateMediaType('print');
			const printed = await page.evaluate(() => ({
				nav: getComputedStyle(document.querySelector('nav') as Element).display,
				head: getComputedStyle(document.querySelector('thead') as Element).display,
				check: getComputedStyle(document.querySelector('.check') as Element).breakInside,
				link: getComputedStyle(document.querySelector('main a') as Element, '::after').content,
				text: getComputedStyle(document.body).color,
				overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
			}));
			expect(printed).toEqual({
				nav: 'none',
				head: 'table-header-group',
				check: 'avoid',
				link: 'none',
				text: 'rgb(0, 0, 0)',
				overflow: 0,
			});
			const pdf = await page.pdf({ format, printBackground: true });
			if (shots !== undefined) writeFileSync(join(shots, `section-${format}.pdf`), pdf);
			expect(pdf.length).toBeGreaterThan(10_000);
			await page.close();
		},
	);

	test('is reached by keys: first the way past the navigation, later each wide table', async () => {
		const { page } = await open('sections/P-01-master-list.html', 360, 'light');
		await page.keyboard.press('Tab');
		const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
		expect(await focused()).toBe('Skip to the content');
		await page.keyboard.press('Enter');
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
		let table = '';
		for (let step = 0; step < 20 && table !== 'Documents'; step++) {
			await page.keyboard.press('Tab');
			table = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
		}
		expect(table).toBe('Documents');
		await page.keyboard.press('ArrowRight');
		await page.waitForFunction(() => (document.activeElement?.scrollLeft ?? 0) > 0, { timeout: 60_000 });
		await page.close();
	});
});
