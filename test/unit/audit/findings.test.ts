import { describe, expect, it } from 'vitest';
import { findings } from '../../../src/audit/sections/findings.ts';
import { auditedLint, auditInput, comment, finding, standing } from '../../support/annex-input.ts';

const section = (parts: Parameters<typeof auditedLint>[0], documents = ['SOP-FIN-001']) =>
	findings(auditInput({ documents: documents.map((id) => standing(id)), lint: auditedLint(parts) }));

const check = (made: ReturnType<typeof findings>, name: string) => {
	const found = made.checks.find((one) => one.name === name);
	if (found === undefined) throw new Error(`no check ${name}`);
	return found;
};
const rowsOf = (made: ReturnType<typeof findings>, name: string) =>
	made.lists.find((list) => list.name === name)?.rows.map(({ cells }) => cells);

describe('the annex of findings', () => {
	it('holds where nothing is found, document by document', () => {
		const files = auditedLint({ findings: [finding('SOP-FIN-001')] }).files;
		const made = section({ files });
		expect(check(made, 'findings/no-error')).toMatchObject({
			result: 'holds',
			counts: { looked: 2, holds: 2 },
		});
		expect(check(made, 'findings/none-silenced').result).toBe('holds');
		expect(check(made, 'findings/rules-evaluated')).toMatchObject({ result: 'holds', counts: { looked: 2 } });
	});

	it('does not let a finding hold that somebody accepted, and says who did', () => {
		const made = section({ findings: [finding('SOP-FIN-001', { silenced: comment })] });
		expect(check(made, 'findings/no-error').items).toEqual([
			{
				key: 'SOP-FIN-001',
				of: ['SOP-FIN-001'],
				result: 'does not hold',
				detail: '1 error, 1 of them accepted: document/placeholder',
			},
		]);
		expect(check(made, 'findings/none-silenced').items).toMatchObject([
			{ result: 'does not hold', detail: '1 silenced finding: document/placeholder' },
		]);
		expect(rowsOf(made, 'findings')).toMatchObject([
			{ result: 'does not hold', silencedBy: 'suppression', acceptedBy: ['max'] },
		]);
		expect(rowsOf(made, 'silenced')).toMatchObject([
			{
				document: 'SOP-FIN-001',
				where: 'SOP-FIN-001.sop.yaml:11',
				commit: 'b'.repeat(40),
				known: '2026-02-01T12:00:00Z',
				trust: 'claimed',
				cause: 'the commit is not signed',
				reason: 'the supplier calls it so',
				until: '2026-12-31',
			},
		]);
	});

	it('counts a warning as no error, and tells it all the same', () => {
		const made = section({ findings: [finding('SOP-FIN-001', { severity: 'warning' })] });
		expect(check(made, 'findings/no-error').result).toBe('holds');
		expect(rowsOf(made, 'findings')).toMatchObject([
			{ severity: 'warning', silencedBy: null, acceptedBy: null },
		]);
		expect(rowsOf(made, 'silenced')).toEqual([]);
	});

	it('cannot say of a document that no file bears whether it is clean', () => {
		const made = section({});
		expect(check(made, 'findings/no-error').items).toMatchObject([
			{
				key: 'SOP-FIN-001',
				result: 'not evaluated',
				detail: 'no file bears its id at the end of the period',
			},
		]);
		expect(check(made, 'findings/no-error').result).toBe('not evaluated');
	});

	it('tells what is in no document beside the documents', () => {
		const made = section({ findings: [finding(null)] }, []);
		expect(check(made, 'findings/no-error').items).toMatchObject([
			{ key: 'config, registers and records', result: 'does not hold' },
		]);
	});

	it('leaves out documents that it was not asked about, and records of theirs', () => {
		const lint = auditedLint({
			findings: [
				finding('SOP-FIN-001'),
				finding('SOP-HR-001'),
				finding(null, { file: 'records/approvals/SOP-HR-001/x.yaml', of: ['SOP-HR-001'] }),
			],
			notEvaluated: [
				{
					rule: 'document/placeholder',
					reason: 'x',
					file: 'a',
					document: 'SOP-HR-001',
					times: 1,
					of: ['SOP-HR-001'],
				},
			],
		});
		const documents = [standing('SOP-FIN-001'), standing('SOP-HR-001', { isInScope: false })];
		const made = findings(auditInput({ documents, lint }));
		expect(rowsOf(made, 'findings')?.map(({ document }) => document)).toEqual(['SOP-FIN-001']);
		expect(rowsOf(made, 'not-evaluated-rules')).toEqual([]);
		expect(check(made, 'findings/no-error').counts.looked).toBe(2);
	});

	it('says of each rule whether it could be evaluated, and quotes no document in saying why', () => {
		const made = section({
			notEvaluated: [
				{
					rule: 'history/mainline-replaced',
					reason: 'no copy of the mainline',
					file: null,
					document: null,
					times: 3,
					of: [],
				},
				{
					rule: 'document/placeholder',
					reason: 'SECRET',
					file: 'a.sop.yaml',
					document: 'SOP-FIN-001',
					times: 1,
					of: ['SOP-FIN-001'],
				},
			],
		});
		expect(check(made, 'findings/rules-evaluated').items).toEqual([
			{ key: 'document/placeholder', of: [], result: 'not evaluated', detail: 'not on 1 of the files' },
			{
				key: 'history/mainline-replaced',
				of: [],
				result: 'not evaluated',
				detail: 'no copy of the mainline',
			},
		]);
		expect(made.lists.find(({ name }) => name === 'not-evaluated-rules')?.rows).toEqual([
			{
				of: ['SOP-FIN-001'],
				cells: {
					rule: 'document/placeholder',
					document: 'SOP-FIN-001',
					file: 'a.sop.yaml',
					reason: 'SECRET',
					times: 1,
				},
			},
			{
				of: [],
				cells: {
					rule: 'history/mainline-replaced',
					document: null,
					file: null,
					reason: 'no copy of the mainline',
					times: 3,
				},
			},
		]);
	});

	it('tells findings of one rule at one place apart, in an order of their own', () => {
		const twice = [finding('SOP-FIN-001', { message: 'b' }), finding('SOP-FIN-001', { message: 'a' })];
		expect(
			rowsOf(section({ findings: twice }), 'findings')?.map(({ nth, message }) => [nth, message]),
		).toEqual([
			[1, 'b'],
			[2, 'a'],
		]);
	});

	it('is not evaluated where nobody could look', () => {
		const made = findings(auditInput());
		expect(made.checks.map(({ name, result }) => [name, result])).toEqual([
			['findings/no-error', 'not evaluated'],
			['findings/none-silenced', 'not evaluated'],
			['findings/rules-evaluated', 'not evaluated'],
		]);
		expect(made.checks.every(({ cause, cure }) => cause !== null && cure !== null)).toBe(true);
	});
});
