import { describe, expect, test } from 'vitest';
import { runSop } from '../support/run-sop.ts';
import { smallSop, temporaryLibrary } from '../support/temporary-library.ts';

const folderWith = () => temporaryLibrary({ 'a.sop.yaml': smallSop.replace('Bank transfer', 'Überweisung') });

describe('sop find', () => {
	test('finds all words without regard to case and accents, and says where', () => {
		const { code, stdout } = runSop(folderWith(), 'find', '--format', 'json', 'UBERWEISUNG');
		expect(code).toBe(0);
		expect(JSON.parse(stdout)).toEqual({
			format: 1,
			words: ['UBERWEISUNG'],
			known: null,
			hits: [
				{
					id: 'SOP-FIN-900',
					title: 'Pay an invoice',
					file: 'a.sop.yaml',
					section: 6,
					line: 1 + smallSop.split('\n').findIndex((line) => line.includes('Bank transfer')),
					inForce: null,
					version: '1.0',
					path: 'outputs/0/handoff/protocol',
					text: 'Überweisung with the invoice number as reference',
				},
			],
		});
	});

	test('finds nothing where one of the words is missing, and ends with 1', () => {
		const { code, stdout } = runSop(folderWith(), 'find', 'invoice', 'zebra');
		expect({ code, stdout }).toEqual({ code: 1, stdout: 'No document holds all of: invoice zebra\n' });
	});

	test('takes words of one argument apart, and shows a table', () => {
		const { code, stdout } = runSop(folderWith(), 'find', 'second signature');
		expect(code).toBe(0);
		expect(stdout).toMatch(/SOP-FIN-900 +Pay an invoice +11 +\d+ +Ask for a second signature\./);
	});

	test('says which files it could not search, and ends with 1', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop, 'b.sop.yaml': 'id: SOP-1\ntitle: "open\n' });
		const { code, stdout, stderr } = runSop(folder, 'find', 'invoice');
		expect(code).toBe(1);
		expect(stdout).toContain('SOP-FIN-900');
		expect(stderr).toContain('b.sop.yaml cannot be read, so it was not searched');
	});

	test('needs a word', () => {
		expect(runSop(folderWith(), 'find', ' ')).toMatchObject({ code: 2, stdout: '' });
	});
});
