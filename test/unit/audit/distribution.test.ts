import { describe, expect, it } from 'vitest';
import { distribution } from '../../../src/audit/sections/distribution.ts';
import { auditInput, personIn, someId } from '../../support/audit-input.ts';
import { cellsIn, checked, lookedAt } from '../../support/audit-section.ts';

const people = [
	personIn('ann', 'clerk'),
	personIn('bob', 'controller'),
	personIn('eve', 'clerk', { roles: [{ role: 'clerk' }, { role: 'controller' }] }),
];
const registers = [{ on: '2025-01-01', people }];
const documents = [{ versions: [{ version: '1.0', on: '2025-02-01' }] }];
const trained = (person: string, role = 'clerk') => ({
	person,
	role,
	what: 'Paying invoices',
	how: 'read',
	on: '2026-01-20',
});
const counts = ['people', 'acknowledged', 'outstanding', 'notYetDue', 'percent', 'notEvaluated'];

describe('distribution and acknowledgement', () => {
	it('counts people, each once, whatever number of roles asks them', () => {
		const section = distribution(
			auditInput({ documents, registers, records: { training: [trained('eve'), trained('ann')] } }),
		);
		expect(cellsIn(section, 'acknowledgements', 'document', 'version', 'roles', ...counts)).toEqual([
			[someId, '1.0', ['clerk', 'controller'], 3, 2, 1, 0, 66.6, 0],
		]);
		expect(checked(section, 'acknowledgement/complete')).toEqual({
			result: 'does not hold',
			cause: null,
			items: [`${someId}@1.0: does not hold: outstanding from 1 of 3 people`],
		});
	});

	it('holds where everybody is trained', () => {
		const training = ['ann', 'bob', 'eve'].map((id) => trained(id));
		const section = distribution(auditInput({ documents, registers, records: { training } }));
		expect(checked(section, 'acknowledgement/complete').result).toBe('holds');
		expect(cellsIn(section, 'acknowledgements', 'percent')).toEqual([[100]]);
	});

	it('keeps a version to come apart, of which nothing is late', () => {
		const next = { version: '2.0', on: '2026-03-01', says: { effective: '2026-04-15' } };
		const section = distribution(
			auditInput({
				documents: [{ versions: [{ version: '1.0', on: '2025-02-01' }, next] }],
				registers,
				records: { training: ['ann', 'bob', 'eve'].map((id) => trained(id)) },
			}),
		);
		expect(cellsIn(section, 'acknowledgements', 'version', 'upcoming', ...counts)).toEqual([
			['1.0', false, 3, 3, 0, 0, 100, 0],
			['2.0', true, 3, 0, 0, 3, 0, 0],
		]);
		expect(lookedAt(section, 'acknowledgement/complete')).toMatchObject({ looked: 1, holds: 1 });
	});

	it('does not evaluate a role that nobody holds, nor a document that asks nobody', () => {
		const nobody = { training: { not_applicable: 'It is short.' } } as never;
		const section = distribution(
			auditInput({
				documents: [
					...documents,
					{ id: 'SOP-FIN-901', versions: [{ version: '1.0', on: '2025-02-01', says: nobody }] },
				],
				registers: [{ on: '2025-01-01', people: [personIn('ann', 'clerk')] }],
				records: { training: [trained('ann')] },
			}),
		);
		expect(cellsIn(section, 'acknowledgements', 'document', ...counts)).toEqual([
			[someId, 1, 1, 0, 0, 100, 1],
			['SOP-FIN-901', 0, 0, 0, 0, null, 0],
		]);
		expect(checked(section, 'acknowledgement/complete').items).toEqual([
			`${someId}@1.0: not evaluated: nobody holds the role controller`,
			'SOP-FIN-901@1.0: not evaluated: its section 12 asks nobody to know it',
		]);
	});

	it('says that no copies are recorded', () => {
		expect(checked(distribution(auditInput()), 'distribution/controlled-copies').result).toBe(
			'not evaluated',
		);
	});
});
