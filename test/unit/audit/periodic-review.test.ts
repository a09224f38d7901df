import { describe, expect, it } from 'vitest';
import { periodicReview } from '../../../src/audit/sections/periodic-review.ts';
import { auditInput, personIn, someId } from '../../support/audit-input.ts';
import { cellsIn, checked, listIn, lookedAt } from '../../support/audit-section.ts';

const registers = [
	{
		on: '2024-01-01',
		people: [personIn('ann', 'controller'), personIn('writer', 'clerk'), personIn('jane.doe', 'clerk')],
	},
];
const byAnn = { person: 'ann', role: 'controller', verdict: 'keep', reason: 'Nothing has changed' } as const;
/** In force from 10 January 2025 on; reviewed every year. */
const documents = [{ versions: [{ version: '1.0', on: '2025-01-10' }] }];
const file = (day: string, person = 'ann') => `records/reviews/${someId}/${day}T120000Z-${person}.yaml`;

describe('periodic review', () => {
	it('says how late a review came, and when the next is due', () => {
		const section = periodicReview(
			auditInput({ documents, registers, records: { reviews: [{ ...byAnn, on: '2026-02-20' }] } }),
		);
		expect(
			cellsIn(section, 'reviews', 'file', 'verdict', 'counts', 'due', 'daysLate', 'who', 'countsByNow'),
		).toEqual([[file('2026-02-20'), 'keep', 'yes', '2026-01-10', 41, 'record-signed', null]]);
		expect(
			cellsIn(section, 'reviews-due', 'lastReview', 'reviewer', 'noChange', 'next', 'daysLate', 'every'),
		).toEqual([['2026-02-20', 'ann', 1, '2027-02-20', 0, '1 year']]);
		expect(checked(section, 'review/on-time')).toEqual({
			result: 'does not hold',
			cause: null,
			items: [`${file('2026-02-20')}: does not hold: it was due on 2026-01-10 and came 41 days late`],
		});
		expect(lookedAt(section, 'review/on-time')?.looked).toBe(2);
		expect(checked(section, 'review/not-by-author').result).toBe('holds');
		expect(checked(section, 'review/identity').result).toBe('holds');
	});

	it('lists what was suggested by the end of the period, and what became of it', () => {
		const answered = `records/feedback/${someId}/2025-12-01T120000Z-writer.yaml`;
		const suggested = { person: 'writer', meaning: 'feedback', text: 'The form asks twice' } as const;
		const section = periodicReview(
			auditInput({
				documents,
				registers,
				records: {
					feedback: [
						{ ...suggested, on: '2025-12-01' },
						{ ...suggested, on: '2026-02-01', about: 'enter' },
						{
							person: 'ann',
							role: 'controller',
							meaning: 'answer',
							text: 'It is the check',
							answers: answered,
							verdict: 'declined',
							on: '2026-02-10',
						},
						{ ...suggested, on: '2026-04-20' },
					],
				},
			}),
		);
		expect(cellsIn(section, 'feedback', 'meaning', 'about', 'standing', 'why', 'verdict')).toEqual([
			['feedback', null, 'declined', 'by ann on 2026-02-10: It is the check', null],
			['feedback', 'enter', 'open', 'nobody has answered', null],
			['answer', null, null, null, 'declined'],
		]);
	});

	it('does not take an edit for a review', () => {
		const section = periodicReview(
			auditInput({
				documents: [
					{
						versions: [
							{ version: '1.0', on: '2025-01-10' },
							{ version: '1.1', on: '2026-01-05', says: { title: 'Pay an invoice once' } },
						],
					},
				],
				registers,
			}),
		);
		expect(checked(section, 'review/on-time').items).toEqual([
			`${someId}@1.1: does not hold: its review was due on 2026-01-10, 80 days before: 1 year after the document first came into force on 2025-01-10; no review is recorded`,
		]);
		expect(listIn(section, 'reviews').rows).toEqual([]);
	});

	it('judges by what was known at the end of the period, with what was learnt later beside it', () => {
		const section = periodicReview(
			auditInput({ documents, registers, records: { reviews: [{ ...byAnn, on: '2026-04-20' }] } }),
		);
		expect(cellsIn(section, 'reviews-due', 'lastReview', 'next', 'daysLate', 'nextByNow')).toEqual([
			[null, '2026-01-10', 80, '2027-04-20'],
		]);
		expect(listIn(section, 'reviews').rows).toEqual([]);
		expect(checked(section, 'review/on-time').result).toBe('does not hold');
	});

	it('is not moved by a version that came later', () => {
		const section = periodicReview(
			auditInput({
				documents: [
					{
						versions: [
							{ version: '1.0', on: '2025-06-10' },
							{ version: '2.0', on: '2026-04-10', says: { approval: { review: { every: '6 months' } } } },
						],
					},
				],
				registers,
			}),
		);
		expect(cellsIn(section, 'reviews-due', 'version', 'next', 'nextByNow')).toEqual([
			['1.0', '2026-06-10', null],
		]);
	});

	it('fails a review by an author, and tells why it does not count', () => {
		const section = periodicReview(
			auditInput({
				documents,
				registers,
				records: {
					reviews: [
						{ ...byAnn, person: 'jane.doe', role: 'clerk', on: '2025-12-01' },
						{ ...byAnn, person: 'jane.doe', role: 'clerk', on: '2026-01-05' },
					],
				},
			}),
		);
		expect(checked(section, 'review/not-by-author').items).toEqual([
			`${file('2026-01-05', 'jane.doe')}: does not hold: jane.doe wrote the text that was in force`,
		]);
		expect(cellsIn(section, 'reviews', 'counts', 'cause', 'due')).toEqual([
			['no', 'jane.doe wrote the text, and nobody reviews their own', null],
		]);
		expect(checked(section, 'review/on-time').result).toBe('does not hold');
	});

	it('does not evaluate who wrote it where an address is nobody’s', () => {
		const section = periodicReview(
			auditInput({
				documents: [{ versions: [{ version: '1.0', on: '2025-01-10', by: 'x@y.example' }] }],
				registers,
				records: { reviews: [{ ...byAnn, on: '2026-01-05' }] },
			}),
		);
		expect(checked(section, 'review/not-by-author').result).toBe('not evaluated');
		expect(checked(section, 'review/not-by-author').items[0]).toContain('x@y.example');
	});

	it('does not take the word of whoever could push for a person', () => {
		const section = periodicReview(
			auditInput({
				documents,
				registers,
				records: {
					reviews: [
						{ ...byAnn, on: '2026-01-05', who: 'claimed' },
						{ ...byAnn, on: '2026-01-06', who: 'contradicted' },
					],
				},
			}),
		);
		expect(checked(section, 'review/identity').items).toEqual([
			`${file('2026-01-05')}: not evaluated: identity rests on push access: neither the record nor the commit that brought it is signed`,
			`${file('2026-01-06')}: does not hold: its signature is bad`,
		]);
		expect(cellsIn(section, 'reviews', 'counts', 'cause')).toEqual([
			['yes', null],
			['no', 'its signature is bad'],
		]);
	});

	it('judges what went out of force in the period by its last day', () => {
		const ended = {
			withdraws: 'document',
			meaning: 'withdrawal',
			person: 'ann',
			role: 'controller',
			from: '2026-02-01',
			reason: 'Gone',
		} as const;
		const section = periodicReview(
			auditInput({ documents, registers, records: { withdrawals: [{ ...ended, on: '2026-02-01' }] } }),
		);
		expect(cellsIn(section, 'reviews-due', 'version', 'on', 'next', 'daysLate')).toEqual([
			['1.0', '2026-02-01', '2026-01-10', 22],
		]);
	});

	it('says where nobody says how often', () => {
		const section = periodicReview(
			auditInput({
				documents: [{ versions: [{ version: '1.0', on: '2025-01-10', says: { approval: {} } }] }],
				registers,
			}),
		);
		expect(checked(section, 'review/on-time').cause).toBe(
			'neither the document nor the config says how often it is reviewed',
		);
	});

	it('asks for nothing where nothing was in force', () => {
		const section = periodicReview(
			auditInput({ documents: [{ versions: [{ version: '1.0', on: '2026-05-01' }] }], registers }),
		);
		expect(section.checks.map(({ cause }) => cause)).toEqual(
			Array(3).fill('nothing of the kind occurred in the period'),
		);
	});
});
