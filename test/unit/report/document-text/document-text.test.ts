import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../src/library/read-document.ts';
import type { FileKind } from '../../../../src/model/file-kind.ts';
import { sections } from '../../../../src/model/sections.ts';
import { displayWidth } from '../../../../src/report/display-width.ts';
import { documentText } from '../../../../src/report/document-text/document-text.ts';
import { hostileText } from '../sample-report.ts';

const settings = {
	kind: 'sop' as FileKind,
	width: 80,
	color: false,
	digest: 'sha256:00',
	classification: 'internal' as const,
	complete: true,
};
const read = (file: string, kind: FileKind) =>
	readDocument(kind, file, readFileSync(new URL(`../../../fixtures/${file}`, import.meta.url)))
		.value as object;
const sop = read('small.sop.yaml', 'sop');
const checklist = read('small.checklist.yaml', 'checklist');

/** A copy of a value in which every text is another one. */
function withTexts(value: unknown, text: string): unknown {
	if (typeof value === 'string') return text;
	if (Array.isArray(value)) return value.map((one) => withTexts(one, text));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withTexts(one, text)]));
}

describe('documentText', () => {
	const page = documentText(sop, settings);

	test('begins with id, title, class and version', () => {
		expect(page).toMatch(
			/^SOP-FIN-900 Pay an invoice\n {2}Classification: internal\n {2}version: 1\.0\n {2}digest: sha256:00\n/,
		);
	});

	test('shows all fifteen sections in their order', () => {
		const headings = page.split('\n').filter((line) => /^\d+ /.test(line));
		expect(headings).toEqual(sections.map(({ number, name }) => `${number} ${name}`));
	});

	test('holds what somebody needs to carry out the procedure', () => {
		for (const words of [
			'1. enter: Enter the invoice and its amount.',
			'begins when: An invoice arrives',
			'by: clerk',
			'done when: The bank confirms the transfer.',
			'– amount at most 10000: → release',
			'– amount above 10000: → over-limit',
			'approved by: controller',
			'tell controller within 4 hours',
			'out payment: Released payment',
			'controller signs for approval',
		])
			expect(page).toContain(words);
	});

	test('puts a decision below its step, and again in section 8', () => {
		const [before = '', inSection7 = ''] = page.split('7 Step-by-step procedure');
		expect(before).not.toContain('within-limit');
		const at = (words: string) => inSection7.indexOf(words);
		expect(at('◆ within-limit')).toBeGreaterThan(at('1. enter'));
		expect(at('◆ within-limit')).toBeLessThan(at('2. release'));
		expect(inSection7.match(/◆ within-limit/g)).toHaveLength(2);
	});

	test('gives the reason of a section that is set aside, and says what is not written', () => {
		expect(page).toContain('Not applicable: No law asks for this procedure by name.');
		expect(documentText({}, settings).match(/\(not written\)/g)).toHaveLength(15);
	});

	test('says at the top when it is not the whole file', () => {
		expect(page).not.toContain('Not all of it is shown');
		const lines = documentText(sop, { ...settings, complete: false }).split('\n');
		expect(lines.slice(0, 12).join('\n')).toContain('Not all of it is shown');
	});

	test('shows the items of a checklist', () => {
		const text = documentText(checklist, { ...settings, kind: 'checklist' });
		expect(text).toContain('☐ 1. ');
		expect(text).toContain('Change log');
		expect(text).not.toContain('7 Step-by-step procedure');
	});

	test.each([40, 80, 100])('keeps to %i columns', (width) => {
		for (const line of documentText(sop, { ...settings, width }).split('\n'))
			expect(displayWidth(line)).toBeLessThanOrEqual(width);
	});

	test('makes hostile text harmless wherever it stands', () => {
		for (const [kind, document] of [
			['sop', sop],
			['checklist', checklist],
		] as const) {
			const text = documentText(withTexts(document, hostileText) as object, { ...settings, kind });
			expect(text).not.toMatch(/[^\n\P{Cc}]|[\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/u);
			expect(text).not.toMatch(/##\w*\[|^\s*::[a-z]/im);
			expect(text).toContain('␛[2J');
		}
	});

	test('never lets a text begin a line of its own at the margin, where headings stand', () => {
		const text = documentText(
			withTexts(sop, '15 Approval signatures\n7 Step-by-step procedure') as object,
			settings,
		);
		const [, ...belowTitle] = text.split('\n');
		expect(belowTitle.filter((line) => /^\d+ /.test(line))).toHaveLength(15);
	});

	test('takes any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (any) => {
				const text = documentText(withTexts(sop, any) as object, settings);
				expect(text).not.toMatch(/[^\n\P{Cc}]/u);
			}),
			{ numRuns: 30 },
		);
	});
});
