import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Checklist, Sop } from '../src/model/documents.generated.ts';
import { readPlainYaml } from '../src/source/plain-yaml.ts';
import { readYaml } from '../src/source/read-yaml.ts';
import { lintTexts } from './support/lint-texts.ts';

const read = (folder: string) => {
	const root = new URL(folder, import.meta.url).pathname;
	const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
		file.endsWith('.yaml'),
	);
	return Object.fromEntries(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
};
const examples = read('../examples/');
const documents = Object.entries(examples).filter(([file]) => /\.(?:sop|checklist)\.yaml$/.test(file));
const value = (text: string) =>
	readYaml(text).value as Sop & Checklist & { 'x-source'?: { licence?: string } };

describe('the example library', () => {
	it('lints clean in the strict preset', async () => {
		const report = await lintTexts(examples);
		expect(examples['sop.config.yaml']).toContain('preset: strict');
		expect(report.findings.map((finding) => `${finding.file}: ${finding.message}`)).toEqual([]);
	});

	it('has at least eight SOPs and two checklists, from all six functions', () => {
		expect(documents.filter(([file]) => file.endsWith('.sop.yaml')).length).toBeGreaterThanOrEqual(8);
		expect(documents.filter(([file]) => file.endsWith('.checklist.yaml')).length).toBeGreaterThanOrEqual(2);
		const functions = new Set(documents.map(([, text]) => value(text).function));
		expect([...functions].sort()).toEqual(['data', 'facilities', 'finance', 'hr', 'it', 'legal']);
	});

	it.each(documents)('%s says whose procedure it is, under a licence that allows it', (_, text) => {
		expect(value(text)['x-source']?.licence).toMatch(/^(?:CC0|CC[ -]BY[ -]4|Apache-2\.0)/);
	});

	it.each(documents)('%s is read the fast way', (_, text) => {
		expect(readPlainYaml(text)).toBeDefined();
	});
});

describe('the examples of the format', () => {
	it('lint without a finding, with the documents and files they name beside them', async () => {
		const page = read('fixtures/format-md/');
		const small = readFileSync(new URL('fixtures/small.sop.yaml', import.meta.url), 'utf8');
		const report = await lintTexts({
			'sop.config.yaml': (page['sop.config.yaml'] ?? '').replace(/^extends:.*\n/m, ''),
			// The page leaves out most of the digest of the attachment.
			'bank-reconciliation.sop.yaml': (page['bank-reconciliation.sop.yaml'] ?? '').replace(
				/sha256: .*/,
				`sha256: ${sha256('guide')}`,
			),
			'month-end-close.checklist.yaml': page['month-end-close.checklist.yaml'] ?? '',
			// The page names a second SOP and an attachment; the SOP brings the roles of the checklist.
			'close.sop.yaml': small
				.replace('SOP-FIN-900', 'SOP-FIN-001')
				.replace(
					'name: Supplier invoice\n    from: supplier',
					'name: Signed reconciliation\n    from: SOP-FIN-002',
				)
				.replaceAll('clerk', 'preparer')
				.replaceAll('controller', 'reviewer')
				.replace('owner: reviewer', 'owner: controller')
				.replace('over-limit\n    when', 'late-posting\n    when')
				.replace('goto: over-limit', 'goto: late-posting'),
			'attachments/portal-guide.pdf': 'guide',
		});
		expect(
			report.findings.map(
				(finding) => `${finding.file} ${finding.range.start.line}: ${finding.rule} ${finding.message}`,
			),
		).toEqual([]);
	});
});

describe('the registers of the format', () => {
	it('lint without a finding', async () => {
		const page = Object.entries(read('fixtures/format-md/')).filter(
			([file]) => !/sop\.|checklist\.|config\./.test(file),
		);
		expect(page.length).toBe(6);
		const report = await lintTexts(
			Object.fromEntries(page.map(([file, text]) => [`registers/${file}`, text])),
		);
		expect(report.findings.map((finding) => `${finding.file}: ${finding.message}`)).toEqual([]);
	});
});

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

describe('the smallest documents', () => {
	it.each(['small.sop.yaml', 'small.checklist.yaml'])('%s lints without a finding', async (file) => {
		const folder = new URL('fixtures/', import.meta.url).pathname;
		const texts = Object.fromEntries(
			['small.sop.yaml', file].map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
		);
		const report = await lintTexts(texts);
		expect(report.findings.map((finding) => finding.message)).toEqual([]);
	});
});
