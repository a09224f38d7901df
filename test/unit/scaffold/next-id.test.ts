import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseId, idPrefix, nextId } from '../../../src/scaffold/next-id.ts';

describe('the next id', () => {
	it.each([
		[[], 'SOP-FIN-001'],
		[['SOP-FIN-001', 'SOP-FIN-007'], 'SOP-FIN-008'],
		[['sop-fin-009'], 'SOP-FIN-010'],
		[['SOP-FIN-999'], 'SOP-FIN-1000'],
		[['SOP-FINX-044', 'CHK-FIN-050', 'SOP-FIN-', 'SOP-FIN-1a', 'SOP-FIN--3'], 'SOP-FIN-001'],
		[['SOP-FIN-000000000007'], 'SOP-FIN-008'],
	])('after %j is %s', (taken, next) => {
		expect(nextId('SOP-FIN-', taken)).toBe(next);
	});

	it('is never one that is taken', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 2000 })), (numbers) => {
				const taken = new Set(numbers.map((number) => `CHK-IT-${String(number).padStart(3, '0')}`));
				expect(taken.has(nextId(idPrefix('checklist', 'it'), taken))).toBe(false);
			}),
		);
	});
});

describe('the id asked for', () => {
	const taken = new Set(['SOP-FIN-001']);
	it('may be typed in any case', () => {
		expect(chooseId('sop-fin-044', 'SOP-FIN-', taken, {})).toBe('SOP-FIN-044');
	});
	it.each(['SOP-FIN-001', 'sop-fin-001'])('%s is refused where it is taken', (id) => {
		expect(() => chooseId(id, 'SOP-FIN-', taken, {})).toThrow('The id SOP-FIN-001 is taken, or was once');
	});
	it.each(['FIN-1', '../SOP-FIN-002', "SOP-FIN-002'; rm -rf /", 'SOP-FIN-002\n', ''])(
		'%j is refused by its form',
		(id) => {
			expect(() => chooseId(id, 'SOP-FIN-', taken, {})).toThrow('has not the form that ids have here');
		},
	);
	it('fits a pattern of the config, or one from before', () => {
		const config = { ids: { pattern: '^QP-[0-9]+$', legacy: ['^OLD-[A-Z]$'] } };
		expect(chooseId('qp-12', 'SOP-FIN-', taken, config)).toBe('QP-12');
		expect(chooseId('OLD-A', 'SOP-FIN-', taken, config)).toBe('OLD-A');
		expect(() => chooseId(undefined, 'SOP-FIN-', taken, config)).toThrow(
			'Ids here have another form than SOP-FIN-002',
		);
	});
});
