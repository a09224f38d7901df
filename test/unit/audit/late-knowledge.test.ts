import { describe, expect, it } from 'vitest';
import { lateKnowledge } from '../../../src/audit/sections/late-knowledge.ts';
import { at, auditedInput, documentOf, type InputParts, recordOf, versionOf } from '../../support/audited.ts';

const document = 'SOP-FIN-001';
const late = (parts: InputParts) => {
	const section = lateKnowledge(auditedInput({ documents: [documentOf(document)], ...parts }));
	return {
		check: (name: string) => section.checks.find((check) => check.name === `late-knowledge/${name}`),
		rows: (name: string) => section.lists.find((list) => list.name === name)?.rows.map(({ cells }) => cells),
		reperform: section.lists[0]?.reperform,
	};
};

describe('late knowledge', () => {
	it('lists each day that a record claims and that lies before the day it was known', () => {
		const { rows, check, reperform } = late({
			records: {
				approvals: [
					recordOf('approvals', '2026-03-11', {
						document,
						version: '2.1',
						person: 'ann',
						at: '2026-01-20T09:00:00Z',
					}),
				],
				exceptions: [
					recordOf('exceptions', '2026-03-05', { document, at: '2026-03-05T09:00:00Z', from: '2026-03-01' }),
				],
				withdrawals: [
					recordOf('withdrawals', '2026-02-02', { document, at: '2026-02-01T09:00:00Z', from: '2026-04-01' }),
				],
				training: [
					recordOf(
						'training',
						'2026-02-01',
						{ document, at: '2026-02-01T08:00:00Z', on: '2026-01-25' },
						{ file: 'records/training/ann/2026.jsonl', line: 3 },
					),
				],
			},
		});
		expect(rows('late-knowledge')).toMatchObject([
			{
				fact: 'approval',
				claim: 'signed',
				version: '2.1',
				person: 'ann',
				claimed: '2026-01-20',
				known: '2026-03-11',
				days: 50,
				knownLevel: 'mainline-clock',
			},
			{ fact: 'exception', claim: 'holds from', claimed: '2026-03-01', known: '2026-03-05', days: 4 },
			{ fact: 'training', claim: 'trained on', claimed: '2026-01-25', known: '2026-02-01', days: 7, line: 3 },
			{ fact: 'withdrawal', claim: 'signed', claimed: '2026-02-01', known: '2026-02-02', days: 1 },
		]);
		expect(check('none-beyond-seven-days')).toMatchObject({
			result: 'does not hold',
			counts: { looked: 7, holds: 6, doesNotHold: 1 },
			items: [
				{
					key: `records/approvals/${document}/2026-03-11.yaml signed`,
					of: [document],
					detail: 'it claims 2026-01-20 and was known on 2026-03-11, 50 days later',
				},
			],
		});
		expect(reperform).toEqual([
			{
				does: 'see when the mainline showed a record that claims 2026-01-20: on 2026-03-11, in seconds since 1970-01-01 UTC',
				command: `git show --no-patch --format=%ct ${'e'.repeat(40)}`,
				gives: String(at('2026-03-11', '12:00:00')),
			},
		]);
	});

	it('counts days in the zone of the library', () => {
		const records = {
			reviews: [
				recordOf(
					'reviews',
					'2026-02-01',
					{ document, at: '2026-01-31T23:30:00Z' },
					{ known: at('2026-01-31', '23:40:00') },
				),
			],
		};
		const berlin = { ...auditedInput().period, zone: 'Europe/Berlin' };
		expect(late({ records, period: berlin }).rows('late-knowledge')).toEqual([]);
		expect(
			late({
				records: { reviews: [recordOf('reviews', '2026-02-01', { document, at: '2026-01-31T22:30:00Z' })] },
				period: berlin,
			}).rows('late-knowledge'),
		).toMatchObject([{ claimed: '2026-01-31', known: '2026-02-01', days: 1 }]);
	});

	it('is about what claims a day of the period or was known in it, and about documents in scope', () => {
		const approval = (known: string, day: string, of = document) =>
			recordOf(
				'approvals',
				known,
				{ document: of, at: `${day}T09:00:00Z` },
				{ file: `${of} ${known} ${day}` },
			);
		const approvals = [
			approval('2026-01-02', '2025-12-30'),
			approval('2026-05-02', '2026-03-30'),
			approval('2025-12-20', '2025-12-01'),
			approval('2026-05-02', '2026-04-20'),
			approval('2026-02-02', '2026-01-01', 'SOP-FIN-777'),
			approval('2026-02-02', '2026-01-01', 'SOP-FIN-002'),
		];
		const documents = [documentOf(document), documentOf('SOP-FIN-002', { isInScope: false })];
		expect(late({ documents, records: { approvals } }).rows('late-knowledge')).toMatchObject([
			{ file: 'SOP-FIN-001 2026-01-02 2025-12-30' },
			{ file: 'SOP-FIN-001 2026-05-02 2026-03-30' },
		]);
	});

	it('lists a version that was to be effective before it began', () => {
		const versions = [
			{ version: versionOf('1.0', '2025-06-01'), text: undefined },
			{
				version: versionOf('2.0', '2026-02-01', {
					effective: '2026-01-01',
					start: at('2026-03-01', '10:00:00'),
				}),
				text: undefined,
			},
			{
				version: versionOf('3.0', '2026-02-01', { effective: '2026-03-15', start: at('2026-03-15') }),
				text: undefined,
			},
		];
		const { rows, check } = late({ documents: [documentOf(document, { versions })] });
		expect(rows('late-knowledge')).toMatchObject([
			{
				fact: 'version',
				claim: 'effective',
				version: '2.0',
				claimed: '2026-01-01',
				known: '2026-03-01',
				days: 59,
			},
		]);
		expect(check('none-beyond-seven-days')?.items).toMatchObject([{ key: 'SOP-FIN-001@2.0 effective' }]);
	});

	it('lists papers from before the library was adopted, and holds no check against them', () => {
		const paper = recordOf('approvals', '2026-02-01', {
			document,
			at: '2026-02-01T09:00:00Z',
			paper: { date: '2019-05-01' },
		});
		const { rows, check } = late({ records: { approvals: [paper] } });
		expect(rows('late-knowledge')).toMatchObject([{ claim: 'on paper', claimed: '2019-05-01' }]);
		expect(check('none-beyond-seven-days')).toMatchObject({ result: 'holds', counts: { looked: 1 } });
	});

	it('cannot tell of a time that does not exist, nor where history is cut off', () => {
		const records = {
			approvals: [
				recordOf('approvals', '2026-02-01', { document, at: '2026-02-30T09:00:00Z' }, { file: 'a' }),
				recordOf(
					'approvals',
					'2026-02-01',
					{ document, at: '2026-01-02T09:00:00Z' },
					{ file: 'b', knownLevel: 'no later than' },
				),
			],
		};
		expect(late({ records }).check('none-beyond-seven-days')).toMatchObject({
			result: 'not evaluated',
			items: [
				{ key: 'a signed', detail: 'no calendar or clock shows 2026-02-30T09:00:00Z' },
				{
					key: 'b signed',
					detail: 'history is cut off: it may have been known before the first commit that is here',
				},
			],
		});
	});

	it('does not judge what claims a day before the record begins, by adoption or by the first commit', () => {
		const approvals = [recordOf('approvals', '2026-02-01', { document, at: '2026-01-05T09:00:00Z' })];
		const versions = [
			{ version: versionOf('1.0', '2026-01-20', { effective: '2019-05-01' }), text: undefined },
		];
		const documents = [documentOf(document, { versions })];
		const young = late({ documents, records: { approvals } });
		expect(young.rows('late-knowledge')).toHaveLength(2);
		expect(young.check('none-beyond-seven-days')).toMatchObject({
			result: 'not evaluated',
			items: [
				{
					key: 'SOP-FIN-001@1.0 effective',
					detail: 'it claims 2019-05-01, which is before the record begins on 2026-01-20',
				},
				{ detail: 'it claims 2026-01-05, which is before the record begins on 2026-01-20' },
			],
		});
		const adopted = { ...auditedInput().policy, adopted: '2026-01-05' };
		expect(
			late({ documents, records: { approvals }, policy: adopted }).check('none-beyond-seven-days'),
		).toMatchObject({
			result: 'does not hold',
			counts: { doesNotHold: 1, notEvaluated: 1 },
		});
	});

	it('cannot hold where records are not here or cannot be read', () => {
		const { check } = late({
			records: {
				approvals: [recordOf('approvals', '2026-02-01', { document, at: '2026-02-01T09:00:00Z' })],
				missing: ['a.yaml', 'b.yaml'],
			},
		});
		for (const name of ['none-beyond-seven-days', 'none-from-the-future'])
			expect(check(name)).toMatchObject({
				result: 'not evaluated',
				cause: '2 files of records are not in this repository',
			});
	});

	it('cannot say that an answer stayed where there is none', () => {
		const unseen = documentOf(document, { state: { notEvaluated: 'a shallow clone' } });
		expect(late({ documents: [unseen] }).check('answer-unchanged')).toMatchObject({
			result: 'not evaluated',
			cause: 'a shallow clone',
		});
	});

	it('finds records that claim a time after the mainline showed them, but for clocks that differ', () => {
		const approval = (time: string) =>
			recordOf('approvals', '2026-02-01', { document, at: `2026-02-01T${time}Z` }, { file: time });
		const { check } = late({ records: { approvals: [approval('12:59:00'), approval('13:01:00')] } });
		expect(check('none-from-the-future')).toMatchObject({
			result: 'does not hold',
			counts: { looked: 2 },
			items: [{ key: '13:01:00 signed' }],
		});
		expect(check('none-beyond-seven-days')?.result).toBe('holds');
	});

	it('shows where the answer for the end of the period was another then', () => {
		const now = documentOf(document, {
			versions: [{ version: versionOf('2.0', '2026-03-01'), text: undefined }],
		});
		const then = documentOf(document, { state: { status: 'in review', why: ['Then'] } }).state;
		const same = documentOf('SOP-FIN-002');
		const { rows, check } = late({
			documents: [
				{ ...now, stateThen: then },
				{ ...same, stateThen: { ...same.state, why: ['in other words'] } },
			],
		});
		expect(rows('as-known-then')).toEqual([
			{
				document,
				version: '2.0',
				versionThen: null,
				since: '2026-03-01',
				sinceThen: null,
				digest: now.state.inForce?.digest,
				digestThen: null,
				status: 'in review',
				statusThen: 'in review',
				why: ['Then'],
				whyThen: ['Then'],
			},
		]);
		expect(check('answer-unchanged')).toMatchObject({
			result: 'does not hold',
			counts: { looked: 2, holds: 1 },
			items: [
				{
					key: document,
					of: [document],
					detail: '2.0 in force since 2026-03-01; by what was known then none in force',
				},
			],
		});
	});
});
