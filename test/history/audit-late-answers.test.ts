import { describe, expect, it } from 'vitest';
import { approvedLibrary, type ControlledLibrary } from '../support/approvals-library.ts';
import { verdictsOf } from '../support/audit-verdicts.ts';
import { configText, sopId } from '../support/history-repository.ts';

const firstQuarter = ['2024-01-01', '2024-03-31'] as const;

const unchanged = ({ repository }: ControlledLibrary) =>
	verdictsOf(repository, firstQuarter).get('late-knowledge/answer-unchanged');

describe('the answers of an old quarter, asked for again', () => {
	it('are the same where a later version was drafted, approved or begun since', () => {
		const library = approvedLibrary();
		const next = { version: '1.1', effective: '2024-06-01', wording: 'Enter it twice.' };
		library.write('2024-04-20', next);
		expect(unchanged(library)).toMatchObject({ result: 'holds', looked: 1 });
		library.approve('2024-04-25', 'c.fo', next);
		expect(unchanged(library)).toMatchObject({ result: 'holds', looked: 1 });
		library.change('2024-07-01', { 'sop.config.yaml': configText('approvals: required\nreview: 2 years\n') });
		expect(unchanged(library)).toMatchObject({ result: 'holds', looked: 1 });
	});

	it('are the same where what was a draft then was approved since, or the text in force was changed', () => {
		const library = approvedLibrary();
		const next = { version: '1.1', wording: 'Enter it twice.' };
		library.write('2024-03-20', next);
		library.approve('2024-04-05', 'c.fo', next);
		expect(unchanged(library)).toMatchObject({ result: 'holds', looked: 1 });
		library.write('2024-05-05', { ...next, wording: 'Enter it three times.' });
		expect(unchanged(library)).toMatchObject({ result: 'holds', looked: 1 });
	});

	it('are the same where the version of then was withdrawn since: it ends when that is known', () => {
		const library = approvedLibrary();
		library.withdraw('2024-04-20', 'c.fo', {}, { more: { from: '2024-03-01' } });
		expect(unchanged(library)).toMatchObject({ result: 'holds', looked: 1 });
		expect(
			verdictsOf(library.repository, firstQuarter).get('late-knowledge/none-beyond-seven-days'),
		).toMatchObject({ result: 'does not hold' });
	});

	it('are others where the config says since that the library was adopted later', () => {
		const library = approvedLibrary();
		library.change('2024-04-20', {
			'sop.config.yaml': configText('approvals: required\nadopted: 2024-03-01\n'),
		});
		expect(unchanged(library)).toMatchObject({
			result: 'does not hold',
			items: [
				{
					key: sopId,
					detail: '1.0 in force since 2024-03-01; by what was known then 1.0 in force since 2024-01-15',
				},
			],
		});
	});
});
