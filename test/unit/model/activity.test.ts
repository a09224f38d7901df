import { describe, expect, it } from 'vitest';
import { activitiesOf } from '../../../src/model/activity.ts';

describe('activitiesOf', () => {
	it('takes the function from the id where none is written', () => {
		const [first, second] = activitiesOf({
			activities: [
				{ id: 'finance.bank-reconciliation' },
				{ id: 'pay', function: 'treasury', name: 'Payments' },
			],
		});
		expect(first).toEqual({
			id: 'finance.bank-reconciliation',
			name: 'finance.bank-reconciliation',
			function: 'finance',
		});
		expect(second).toMatchObject({ function: 'treasury', name: 'Payments' });
	});

	it('keeps the first of two with one id', () => {
		const found = activitiesOf({
			activities: [
				{ id: 'hr.payroll', risk: 'high' },
				{ id: 'hr.payroll', risk: 'low' },
			],
		});
		expect(found.map(({ risk }) => risk)).toEqual(['high']);
	});

	it('has none where nothing is registered', () => {
		expect(activitiesOf(undefined)).toEqual([]);
		expect(activitiesOf({ activities: null })).toEqual([]);
	});
});
