import { findOverlaps } from '../../../model/decision/find-overlaps.ts';
import { describeWitness } from '../../../model/decision/witness.ts';
import { conditionPath } from '../../condition-path.ts';
import { decisionWith, goodBranches } from '../../decision-example.ts';
import { decisionsOf } from '../../decision-tables.ts';
import type { FileRule } from '../../rule.ts';

export const overlap: FileRule = {
	name: 'decisions/overlap',
	severity: 'error',
	summary: 'Two branches, or two rows of a table, claim the same value or combination.',
	why: 'The same case then leads to two places, and each reader picks the one that suits.',
	remedy: 'Let each value belong to one branch: `below` beside `at_least`, or `at_most` beside `above`.',
	points: 'At the condition of the later branch.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: decisionWith(`      - at_most: 10000
        goto: release
      - at_least: 10000
        goto: over-limit
`),
		good: decisionWith(goodBranches),
	},
	*check(subject) {
		for (const { index, table, source } of decisionsOf(subject)) {
			// Transitions offered `at` steps may be open together: people choose among them.
			if (table === undefined || table.columns.length === 0 || source.at !== undefined) continue;
			const { overlaps, notEvaluated } = findOverlaps(table);
			if (notEvaluated !== null && table.problems.length === 0) yield { notEvaluated };
			for (const { first, second, witness, same } of overlaps) {
				if (same) continue;
				yield {
					place: { path: conditionPath(source, index, second) },
					message: `Branches ${first + 1} and ${second + 1} both claim ${describeWitness(witness)}`,
				};
			}
		}
	},
};
