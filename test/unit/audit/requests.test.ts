import { describe, expect, it } from 'vitest';
import { checkOf, notEvaluated } from '../../../src/audit/check.ts';
import type { AuditorRequest } from '../../../src/audit/pbc/auditor-request.ts';
import { mapRequest } from '../../../src/audit/pbc/map-request.ts';
import { requestsFrom } from '../../../src/audit/pbc/requests-from.ts';
import type { Section } from '../../../src/audit/section.ts';
import { metrics } from '../../../src/audit/sections/metrics.ts';
import { requestsSection } from '../../../src/audit/sections/requests.ts';
import { auditedInput } from '../../support/audited.ts';

const request = (text: string, parts: Partial<AuditorRequest> = {}): AuditorRequest => ({
	id: 'R-1',
	text,
	owner: null,
	due: null,
	section: null,
	status: null,
	line: 2,
	...parts,
});

describe('reading a table of requests', () => {
	const header = (...cells: string[]) => ({ line: 1, cells });

	it('knows columns by their usual names, in any case and order, and passes over others', () => {
		const read = requestsFrom({
			header: header(
				'Due Date',
				'Request #',
				'Colour',
				'TITLE',
				'Description',
				'assigned_to',
				'Section',
				'Status',
			),
			rows: [
				{ line: 2, cells: ['31 March', ' 17 ', 'red', 'Training', 'Records of Q1', 'Ann', 'P-05', 'open'] },
				{ line: 3, cells: ['', '18', '', '', 'All approvals'] },
			],
		});
		expect(read).toEqual({
			ok: true,
			requests: [
				{
					id: '17',
					text: 'Training: Records of Q1',
					owner: 'Ann',
					due: '31 March',
					section: 'P-05',
					status: 'open',
					line: 2,
				},
				{ id: '18', text: 'All approvals', owner: null, due: null, section: null, status: null, line: 3 },
			],
		});
	});

	it('tells everything that is wrong, by line', () => {
		expect(
			requestsFrom({
				header: header('id', 'request'),
				rows: [
					{ line: 2, cells: ['1', 'a'] },
					{ line: 3, cells: ['', 'b'] },
					{ line: 4, cells: ['1', 'c'] },
					{ line: 6, cells: ['2', ' '] },
					{ line: 7, cells: ['3', 'd', 'e'] },
				],
			}),
		).toEqual({
			ok: false,
			problems: [
				{ line: 3, message: 'The request has no id' },
				{ line: 4, message: 'The id 1 stands on line 2 already' },
				{ line: 6, message: 'It does not say what is asked for' },
				{
					line: 7,
					message: 'There are 3 cells, and the header has 2: a text with a separator in it needs quotes',
				},
			],
		});
	});

	it.each([
		[
			['1', 'All approvals'],
			'There is no header: the first line has to name the columns, such as id,request,owner,due',
		],
		[['Request', 'Owner'], 'The header has no column for the id (id, number, no …)'],
		[
			['id', 'owner'],
			'The header has no column for what is asked for (request, description, request description …)',
		],
		[['id', 'request'], 'There is no request below the header'],
	])('refuses the header %j', (cells, message) =>
		expect(requestsFrom({ header: { line: 1, cells }, rows: [] })).toEqual({
			ok: false,
			problems: [{ line: 1, message }],
		}),
	);
});

describe('finding the section of a request', () => {
	it.each([
		['Training records for everybody who posts journals', 'P-05', 'training record'],
		['Evidence of APPROVAL of each procedure', 'P-04', 'evidence of approval'],
		['Master list of all procedures', 'P-01', 'list of all procedures'],
		['Copies of all procedures in force in Q1', 'P-02', 'copies of all procedures'],
		['Risk & control matrix', 'P-16', 'control matrix'],
		['Segregation-of-duties test', 'P-04', 'segregation of duties'],
		['Sign‑offs by the CFO', 'P-04', 'sign-off'],
		['Population and control totals (IPE)', 'P-12', 'control total'],
		['Superseded SOPs', 'P-07', 'superseded'],
		['Password policies', 'A-4', 'password policies'],
	])('%s: %s', (text, section, words) =>
		expect(mapRequest(request(text))).toEqual({ section, mappedBy: `the words "${words}"` }),
	);

	it('takes the section that the list names, however it is written, before any words', () => {
		for (const section of ['P-05', 'p5', 'P 05', 'P-05 Training', 'p-5'])
			expect(mapRequest(request('All approvals', { section }))).toEqual({
				section: 'P-05',
				mappedBy: 'the column section',
			});
		expect(mapRequest(request('All approvals', { section: 'a-3' })).section).toBe('A-3');
		expect(mapRequest(request('All approvals', { section: 'Finance' }))).toEqual({
			section: null,
			mappedBy: 'the column section, which names no section of a packet',
		});
	});

	it('finds words only where they stand whole, and none in other texts', () => {
		expect(mapRequest(request('Hashtags and slander')).section).toBe(null);
		expect(mapRequest(request('Lunch menu'))).toEqual({ section: null, mappedBy: 'no words of any section' });
		expect(mapRequest(request('__proto__')).section).toBe(null);
	});
});

describe('the state of requests', () => {
	const item = { key: 'a', of: [], detail: '' };
	const section = (
		id: string,
		name: string,
		...results: readonly ('holds' | 'does not hold')[]
	): Section => ({
		id,
		name,
		title: name,
		question: '',
		checks: results.map((result) => checkOf({ name: 'a/b', asks: '', items: [{ ...item, result }] })),
		lists: [],
		notes: [],
	});
	const mixed = {
		...section('P-04', 'approvals', 'holds'),
		checks: [...section('', '', 'holds').checks, notEvaluated('a/c', '', 'why', 'how')],
	};
	const sections = [
		section('P-05', 'training', 'holds', 'does not hold'),
		mixed,
		{ ...section('P-08', 'distribution'), checks: [notEvaluated('a/c', '', 'why', 'how')] },
		metrics(auditedInput()),
	];
	const requests = [
		request('Training records', {
			id: '=HYPERLINK("x")',
			status: 'sent',
			owner: '<script>',
			due: '2026-04-01',
		}),
		request('Approvals', { id: 'R-2' }),
		request('Distribution list', { id: 'R-3' }),
		request('Lunch menu', { id: 'R-4' }),
		request('Anything', { id: 'R-5', section: 'P-99' }),
		request('KPIs of the team', { id: 'R-6' }),
	];
	const found = requestsSection(requests, sections);

	it('follows from what the section could evaluate', () => {
		expect(
			found.lists[0]?.rows.map(({ cells }) => [cells['id'], cells['section'], cells['state'], cells['why']]),
		).toEqual([
			['=HYPERLINK("x")', 'P-05', 'answered', 'all of 2 checks evaluated'],
			['R-2', 'P-04', 'partly', '1 of 2 checks not evaluated, or not wholly'],
			['R-3', 'P-08', 'open', 'none of its checks could be evaluated'],
			['R-4', null, 'open', 'no section answers it'],
			['R-5', null, 'open', 'the packet has no section P-99'],
			['R-6', 'P-14', 'open', 'none of its checks could be evaluated'],
		]);
		expect(found.checks[0]).toMatchObject({
			name: 'requests/answered',
			result: 'does not hold',
			counts: { looked: 6, holds: 1, doesNotHold: 4, notEvaluated: 1 },
		});
	});

	it('shows a request as it was written, and where its answer stands', () => {
		expect(found.lists[0]?.rows[0]).toEqual({
			of: [],
			cells: {
				id: '=HYPERLINK("x")',
				text: 'Training records',
				owner: '<script>',
				due: '2026-04-01',
				status: 'sent',
				state: 'answered',
				why: 'all of 2 checks evaluated',
				section: 'P-05',
				page: 'sections/P-05-training.html',
				mappedBy: 'the words "training record"',
				line: 2,
			},
		});
	});

	it('is not evaluated where no list was given', () => {
		expect(requestsSection(null, sections)).toMatchObject({
			checks: [{ result: 'not evaluated', cause: 'no list of requests was given' }],
			lists: [],
		});
	});
});
