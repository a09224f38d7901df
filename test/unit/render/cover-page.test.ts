import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { coverPage } from '../../../src/render/cover-page.tsx';
import { pageOf, textOf } from './page-of.ts';
import { context, hostile, sampleCover } from './sample-pages.ts';

const at = { ...context, path: 'index.html' };
const page = pageOf(coverPage(sampleCover, at));
const text = textOf(page.querySelector('main'));
const folder = mkdtempSync(join(tmpdir(), 'sop-cover-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('says what the packet is about, and as of when', () => {
	expect(textOf(page.querySelector('h1'))).toBe('Audit packet: Acme Holding');
	expect(page.querySelector('link')?.getAttribute('href')).toBe('packet.css');
	expect(text).toContain('2026-01-01 to 2026-03-31, both days included, in the zone Europe/Berlin');
	expect(text).toContain('iso-9001, sox');
	expect(text).toContain(
		'412 documents ever stood on the mainline: 118 in scope, of which 3 withheld; 2 began after the period; beside them 4 files without a usable id',
	);
	expect(text).toContain(
		'2026-04-02T07:31:00Z, the mainline time of commit 8f58ea81c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7 of main',
	);
	expect(text).toContain('sop 0.1.0: sop audit --from 2026-01-01');
	expect(text).toContain('Execution of proceduresno run is recorded in this repository');
	expect(text).toContain('3 documents are classified above internal');
});

test('gives each section with its result and counts', () => {
	const rows = [...page.querySelectorAll('[aria-labelledby="results"] tbody tr')].map((row) =>
		[...row.children].map(textOf),
	);
	expect(rows).toEqual([
		['P-01 Master list', '✗ does not hold', '1', '1', '1', '12'],
		['P-04 Approvals', '✓ holds', '4', '0', '0', '230'],
		['A-1 Findings', 'only tells', '0', '0', '0', '17'],
	]);
	expect(page.querySelector('tbody a')?.getAttribute('href')).toBe('sections/P-01-master-list.html');
});

test('names the packet before it, or says that it is the first', () => {
	expect(text).toContain('none: first of its chain');
	const next = coverPage({ ...sampleCover, previous: { manifestSha256: 'abc123', head: 'def456' } }, at);
	expect(textOf(pageOf(next).querySelector('main'))).toContain('hash abc123, made at commit def456');
});

test('says so where nothing is named, withheld or known', () => {
	const bare = {
		...sampleCover,
		entity: null,
		library: null,
		frameworks: [],
		scope: [],
		head: null,
		notCovered: [],
		withheld: [],
		reperform: [],
		partial: 'this is a shallow clone',
	};
	const words = textOf(pageOf(coverPage(bare, at)).querySelector('main'));
	expect(words).toContain('its config states no id');
	expect(words).toContain('none: the config names none');
	expect(words).toContain('main holds no commit');
	expect(words).toContain('Not all of the past is here: this is a shallow clone.');
});

test('gives commands that check the manifest, and see what was changed', () => {
	writeFileSync(join(folder, 'one.csv'), 'a,b\r\n');
	const hash = createHash('sha256').update('a,b\r\n').digest('hex');
	writeFileSync(join(folder, 'MANIFEST.sha256'), `${hash}  one.csv\n`);
	const [linux] = [...page.querySelectorAll('pre')].map(({ textContent }) => textContent ?? '');
	expect(linux).toBe('sha256sum -c MANIFEST.sha256');
	const check = () =>
		execFileSync('sh', ['-c', String(linux)], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
	expect(check()).toBe('one.csv: OK\n');
	writeFileSync(join(folder, 'one.csv'), 'a,c\r\n');
	expect(check).toThrow('WARNING');
});

test('hostile text is inert', () => {
	pageOf(
		coverPage({ ...sampleCover, entity: hostile, ref: hostile, command: hostile, scope: [hostile] }, at),
	);
});
