import { findDuplicates } from '../../../model/decision/find-duplicates.ts';
import { conditionPath } from '../../condition-path.ts';
import { decisionWith, goodBranches } from '../../decision-example.ts';
import { decisionsOf } from '../../decision-tables.ts';
import type { FileRule } from '../../rule.ts';

export const duplicateCondition: FileRule = {
	name: 'decisions/duplicate-condition',
	severity: 'error',
	summary: 'Two branches of one decision state the same condition.',
	why: 'One of the two is never taken, or both are: the text does not say which.',
	remedy: 'Take one out, or say what tells them apart.',
	points: 'At the condition of the later branch.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: decisionWith(`${goodBranches}      - above: 10000
        goto: release
`),
		good: decisionWith(goodBranches),
	},
	*check(subject) {
		for (const { index, source, table } of decisionsOf(subject)) {
			if (table === undefined) continue;
			for (const { first, second } of findDuplicates(table)) {
				yield {
					place: { path: conditionPath(source, index, second) },
					message: `Branches ${first + 1} and ${second + 1} state the same condition`,
				};
			}
		}
	},
};
