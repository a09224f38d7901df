import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { emptyRepository, sopText } from '../support/history-repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'sop-coverage-'));
const file = join(folder, 'coverage.html');
// For looking at: SHOTS=folder writes pictures of the page and its print.
const { SHOTS: shots } = process.env;
let browser: Browser;

beforeAll(async () => {
	if (hasBrowser) browser = await openBrowser();
});
afterAll(async () => {
	await browser?.close();
	rmSync(folder, { recursive: true });
});

/** A page with every status but one, and with a name that would like to be more. */
function writePage(): void {
	const covers = (id: string, activity: string, more = {}) =>
		sopText({ id, ...more }).replace(/^(owner: .*\n)/m, `$1covers:\n  - ${activity}\n`);
	const names = ['payroll', 'benefits', 'onboarding', 'offboarding'];
	const repository = emptyRepository();
	repository.commit('2023-12-02', {
		'sop.config.yaml': 'format: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\n',
		'registers/activities.yaml': `format: 1\nactivities:\n${names.map((one) => `  - id: hr.${one}\n    name: "<img src=x onerror=alert(1)> ${one}"\n    risk: high\n`).join('')}  - id: hr.cash\n    not_applicable: None here\n`,
		'a.sop.yaml': covers('SOP-FIN-901', 'hr.payroll'),
		'b.sop.yaml': covers('SOP-FIN-902', 'hr.benefits', { effective: '2030-01-01' }),
		'c.sop.yaml': covers('SOP-FIN-903', 'hr.onboarding').replace(/every: 1 year$/gm, 'every: 2 years'),
	});
	const { stdout, stderr } = repository.sop('coverage', '--format', 'html');
	expect(stderr).not.toContain('sop:');
	writeFileSync(file, stdout);
}

describe.skipIf(!hasBrowser)('the page of coverage in Chromium', () => {
	test.each([
		[1280, 'light'],
		[1280, 'dark'],
		[360, 'light'],
	] as const)(
		'at %i px, %s, keeps to WCAG 2.2 AA, fits, and asks for nothing else',
		async (width, scheme) => {
			writePage();
			const page = await browser.newPage();
			const requests: string[] = [];
			const complaints: string[] = [];
			page.on('request', (request) => requests.push(request.url()));
			page.on('console', (message) => complaints.push(message.text()));
			page.on('dialog', (dialog) => {
				complaints.push(dialog.message());
				void dialog.dismiss();
			});
			await page.setViewport({ width, height: 900 });
			await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
			await page.goto(pathToFileURL(file).href);
			if (shots !== undefined)
				await page.screenshot({ path: join(shots, `coverage-${width}-${scheme}.png`), fullPage: true });
			expect(requests).toEqual([pathToFileURL(file).href]);
			expect(complaints).toEqual([]);
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
			);
			expect(overflow).toBe(0);
			const letters = await page.$$eval('.map .field > [aria-hidden]', (all) =>
				all.map((one) => one.textContent),
			);
			expect(letters).toEqual(['O', 'D', 'C', 'N', 'S']);
			await page.evaluate(axe.source);
			const { violations, passes } = (await page.evaluate(
				'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
			)) as AxeResults;
			expect(passes.length).toBeGreaterThan(15);
			expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])).toEqual([]);
			await page.close();
		},
	);

	test('prints with the fields, and each activity as a block whose lines bear the titles of the columns', async () => {
		writePage();
		const page = await browser.newPage();
		await page.goto(pathToFileURL(file).href);
		await page.emulateMediaType('print');
		const printed = await page.evaluate(() => ({
			head: getComputedStyle(document.querySelector('thead') as Element).display,
			title: getComputedStyle(document.querySelector('td') as Element, '::before').content,
			border: getComputedStyle(document.querySelector('.field') as Element).borderTopStyle,
			overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
		}));
		expect(printed).toEqual({ head: 'none', title: '"Status"', border: 'solid', overflow: 0 });
		if (shots !== undefined) writeFileSync(join(shots, 'coverage.pdf'), await page.pdf({ format: 'a4' }));
		await page.close();
	});
});
