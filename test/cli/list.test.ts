import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { runSop } from '../support/run-sop.ts';
import { exampleLibrary, smallSop, temporaryLibrary } from '../support/temporary-library.ts';

describe('sop list', () => {
	test('gives the register in the documented shape, with nothing shown as in force', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop });
		const { code, stdout, stderr } = runSop(folder, 'list', '--format', 'json');
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		expect(JSON.parse(stdout)).toEqual({
			format: 1,
			approvals: null,
			asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
			known: null,
			branch: null,
			partial: null,
			documents: [
				{
					id: 'SOP-FIN-900',
					kind: 'sop',
					title: 'Pay an invoice',
					function: 'finance',
					owner: 'controller',
					file: 'a.sop.yaml',
					inForce: null,
					notEvaluated: 'no git checkout',
					standing: {
						version: '1.0',
						digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
						status: 'draft',
						why: ['not evaluated: no git checkout'],
					},
					nextReview: null,
					feedback: 0,
					here: null,
				},
			],
		});
	});

	test('chooses by function, owner, status and what a document refers to, in any case', () => {
		const folder = exampleLibrary();
		const ids = (...words: string[]) => {
			const { code, stdout } = runSop(folder, 'list', '--format', 'json', ...words);
			expect(code).toBe(0);
			return JSON.parse(stdout).documents.map(({ id }: { id: string }) => id);
		};
		const all = ids();
		expect(all).toEqual([...all].sort());
		expect(ids('--function', 'Legal')).toEqual(['SOP-LEG-101', 'SOP-LEG-102']);
		expect(ids('--needs', 'sop-fin-101')).toEqual(['SOP-FIN-102', 'SOP-FIN-103']);
		expect(ids('--owner', 'general-counsel')).toEqual(['SOP-LEG-101']);
		expect(ids('--status', 'draft')).toEqual([]);
		expect(ids('--status', 'effective')).toEqual(all);
	});

	test.each([
		['--function', 'finanse', 'There is no function "finanse"', 'finance'],
		['--owner', 'controler', 'There is no owner "controler"', 'controller'],
		['--needs', 'SOP-FIN-90', 'There is no document "SOP-FIN-90"', 'SOP-FIN-900'],
	])('refuses %s %s and suggests the nearest', (flag, word, message, near) => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop });
		const { code, stdout, stderr } = runSop(folder, 'list', flag, word);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toBe(`sop: ${message} in this library\nDid you mean ${near}?\n`);
	});

	test('names each file that cannot be read, and ends with 1', () => {
		const folder = temporaryLibrary({
			'a.sop.yaml': smallSop,
			'b.sop.yaml': 'id: SOP-FIN-901\ntitle: "open\n',
			'c.sop.yaml': '- a list\n',
		});
		const { code, stdout, stderr } = runSop(folder, 'list', '--quiet', '--format', 'json');
		expect(code).toBe(1);
		expect(JSON.parse(stdout).documents).toHaveLength(1);
		expect(stderr).toMatch(/^b\.sop\.yaml cannot be read.*\nc\.sop\.yaml cannot be read.*\n$/);
	});

	test('gives hostile text to a terminal, a spreadsheet and a program without letting it act', () => {
		const title = '=cmd|x!A1 \\u001b[2J\\u202e, "quoted"';
		const folder = temporaryLibrary({
			'a.sop.yaml': smallSop.replace('title: Pay an invoice', `title: "${title.replaceAll('"', '\\"')}"`),
		});
		const table = runSop(folder, 'list').stdout;
		expect(table).not.toMatch(/[\u001b\u202e]/);
		expect(table).toContain('␛[2J');
		const csv = runSop(folder, 'list', '--format', 'csv').stdout;
		const [row] = parse(csv, { columns: true }) as Record<string, string>[];
		expect(row?.['Title']).toMatch(/^'=cmd\|x!A1 ␛\[2J.*, "quoted"$/);
		expect(row?.['File']).toBe('a.sop.yaml');
		const json = runSop(folder, 'list', '--format', 'json').stdout;
		expect(JSON.parse(json).documents[0].title).toBe('=cmd|x!A1 \u001b[2J\u202e, "quoted"');
	});

	test('of an empty library is empty', () => {
		const { code, stdout } = runSop(temporaryLibrary(), 'list');
		expect({ code, stdout }).toEqual({ code: 0, stdout: 'No document.\n' });
	});
});
