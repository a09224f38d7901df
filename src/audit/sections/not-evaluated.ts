import type { Check } from '../check.ts';
import { listOf } from '../packet-list.ts';
import type { Section } from '../section.ts';

/** P-15: every check of the other sections that could not be evaluated, or not wholly, with its cause and cure. */
export function notEvaluatedChecks(sections: readonly Section[]): Section {
	return {
		id: 'P-15',
		name: 'not-evaluated',
		title: 'Not evaluated',
		question: 'What could not be seen, why, and what would cure it?',
		checks: [],
		lists: [
			listOf({
				name: 'not-evaluated',
				title: 'Checks that were not evaluated',
				about: 'a check that could not be evaluated, or not of everything that it looked at',
				columns: [
					{
						key: 'section',
						title: 'Section',
						about: 'the section that the check stands in',
						released: true,
						total: 'values',
					},
					{ key: 'check', title: 'Check', about: 'its name, the same in every packet', released: true },
					{ key: 'statement', title: 'Statement', about: 'what would have to hold', released: true },
					{
						key: 'kind',
						title: 'Kind',
						about:
							'not evaluated; partly: some of what it looked at; not provided: a duty of the organisation that no tool can prove',
						released: true,
						total: 'values',
					},
					{
						key: 'looked',
						title: 'Looked at',
						about: 'how many items the check looked at',
						released: true,
						total: 'sum',
					},
					{
						key: 'notEvaluated',
						title: 'Not evaluated',
						about: 'how many of them could not be evaluated',
						released: true,
						total: 'sum',
					},
					{ key: 'cause', title: 'Cause', about: 'why it could not be evaluated' },
					{ key: 'cure', title: 'Cure', about: 'what would cure that', released: true },
				],
				key: ['section', 'check'],
				rows: sections.flatMap(({ id, checks }) =>
					checks
						.filter(({ result, counts }) => result === 'not evaluated' || counts.notEvaluated > 0)
						.map((check) => ({
							of: causedBy(check),
							cells: {
								section: id,
								check: check.name,
								statement: check.asks,
								kind: kindOf(check),
								looked: check.counts.looked,
								notEvaluated: check.counts.notEvaluated,
								cause: check.cause,
								cure: check.cure,
							},
						})),
				),
				source: 'the checks of all other sections',
				reperform: [],
			}),
		],
		notes: [
			'A check that found nothing of its kind in the period is not evaluated: that nothing happened proves nothing of how it would have been done.',
			'Duties of the organisation that no tool can prove are listed as not provided; which evidence would show them stands in A-4.',
		],
	};
}

function kindOf({ name, counts }: Check): string {
	if (name.startsWith('duties/')) return 'not provided';
	return counts.notEvaluated < counts.looked ? 'partly' : 'not evaluated';
}

/** A cause that all items share is that of an item, and may hold words of its documents. */
function causedBy({ cause, items }: Check): readonly string[] {
	const shared = items.filter(({ result, detail }) => result === 'not evaluated' && detail === cause);
	return [...new Set(shared.flatMap(({ of }) => of))].sort();
}
