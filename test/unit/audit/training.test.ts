import { describe, expect, it } from 'vitest';
import { training } from '../../../src/audit/sections/training.ts';
import { auditInput, personIn, someId } from '../../support/audit-input.ts';
import { cellsIn, checked, lookedAt } from '../../support/audit-section.ts';

const people = [personIn('ann', 'clerk'), personIn('bob', 'controller')];
const registers = [{ on: '2025-01-01', people }];
const documents = [{ versions: [{ version: '1.0', on: '2025-02-01' }] }];
const own = { person: 'ann', role: 'clerk', what: 'Paying invoices', how: 'Read and understood' };

describe('training by version', () => {
	it('has a row for each person, role and need, with the record that shows it', () => {
		const section = training(
			auditInput({ documents, registers, records: { training: [{ ...own, on: '2026-02-10' }] } }),
		);
		expect(
			cellsIn(section, 'trainings', 'person', 'role', 'version', 'status', 'by', 'trainedOn', 'line', 'who'),
		).toEqual([
			['ann', 'clerk', '1.0', 'trained', '2027-02-10', '2026-02-10', 1, 'record-signed'],
			['bob', 'controller', '1.0', 'untrained', '2025-02-01', null, null, null],
		]);
		expect(checked(section, 'training/current')).toEqual({
			result: 'does not hold',
			cause: null,
			items: [
				`${someId}@1.0 controller bob: does not hold: untrained in "Paying invoices": asked since 2025-02-01`,
			],
		});
	});

	it('holds nothing against anybody before the day has come', () => {
		const section = training(
			auditInput({
				documents: [{ versions: [{ version: '1.0', on: '2026-03-01', says: { effective: '2026-04-15' } }] }],
				registers,
			}),
		);
		expect(cellsIn(section, 'trainings', 'person', 'upcoming', 'status', 'by')).toEqual([
			['ann', true, 'due', '2026-04-15'],
			['bob', true, 'due', '2026-04-15'],
		]);
		expect(lookedAt(section, 'training/current')?.looked).toBe(0);
		expect(checked(section, 'training/current').cause).toBe('nothing of the kind occurred in the period');
	});

	it('does not evaluate what the register cannot tell', () => {
		const section = training(auditInput({ documents }));
		expect(checked(section, 'training/current')).toEqual({
			result: 'not evaluated',
			cause: 'no people register',
			items: [
				`${someId}@1.0 clerk: not evaluated: no people register`,
				`${someId}@1.0 controller: not evaluated: no people register`,
			],
		});
	});

	it('tells records of superseded versions and of other texts', () => {
		const section = training(
			auditInput({
				documents: [
					{
						versions: [
							{ version: '1.0', on: '2025-02-01' },
							{ version: '2.0', on: '2026-02-15', says: { title: 'Pay' } },
						],
					},
				],
				registers,
				records: {
					training: [
						{ ...own, on: '2026-02-10' },
						{ ...own, on: '2026-02-20', version: '1.0', digest: 'sha256:00' },
						{ ...own, person: 'bob', on: '2026-04-02' },
					],
				},
			}),
		);
		expect(
			cellsIn(section, 'training-records', 'known', 'version', 'versionWhenKnown', 'versionAtEnd'),
		).toEqual([
			['2026-02-10', '1.0', 'in force', 'superseded'],
			['2026-02-20', '1.0', 'no version of it', 'no version of it'],
		]);
	});

	it('says that a record which is only claimed rests on push access', () => {
		const records = { training: [{ ...own, on: '2026-02-10', who: 'claimed' as const }] };
		expect(checked(training(auditInput({ documents, registers, records })), 'training/identity').result).toBe(
			'not evaluated',
		);
	});

	it('names lines that cannot be read, which count for nothing', () => {
		const file = 'records/training/ann/2026.jsonl';
		const section = training(
			auditInput({
				documents,
				registers,
				records: { training: [{ ...own, on: '2026-02-10' }] },
				broken: [{ kind: 'training', file, line: 2, problem: 'It is no JSON', on: '2026-02-11' }],
			}),
		);
		expect(checked(section, 'training/records-readable')).toEqual({
			result: 'does not hold',
			cause: null,
			items: [`${file}:2: does not hold: it counts for nothing: It is no JSON`],
		});
		expect(lookedAt(section, 'training/records-readable')?.looked).toBe(2);
	});

	it('leaves out what the packet is not about', () => {
		const section = training(
			auditInput({
				documents: documents.map((one) => ({ ...one, isInScope: false })),
				registers,
				records: { training: [{ ...own, on: '2026-02-10' }] },
			}),
		);
		expect(section.lists.map(({ rows }) => rows.length)).toEqual([0, 0]);
	});

	it('never shows a run as good that nobody recorded', () => {
		expect(checked(training(auditInput({ documents })), 'training/before-run')).toEqual({
			result: 'not evaluated',
			cause: 'no runs recorded',
			items: [],
		});
	});
});
