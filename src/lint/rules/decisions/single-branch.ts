import { rows } from '../../../model/several.ts';
import { decisionWith, goodBranches } from '../../decision-example.ts';
import { decisionsOf } from '../../decision-tables.ts';
import type { FileRule } from '../../rule.ts';

export const singleBranch: FileRule = {
	name: 'decisions/single-branch',
	severity: 'error',
	summary: 'A decision with one way out.',
	why: 'A question with one answer is no decision: the other answer is what auditors ask about.',
	remedy: 'Say what happens when the answer is another, or make it a step.',
	points: 'At the branches of the decision.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: `${decisionWith(`      - otherwise: Every amount
        goto: release
`)}exceptions:
  - id: over-limit
    at:
      - enter
    when: The amount is above the limit.
    do: Ask for a second signature.
    approved_by: controller
    limit: once
    resume: enter
`,
		good: decisionWith(goodBranches),
	},
	*check(subject) {
		for (const { index, name, source } of decisionsOf(subject)) {
			// An offer `at` steps has staying as its other way.
			if (source.at !== undefined || !Array.isArray(source.branches) || rows(source.branches).length > 1)
				continue;
			yield {
				place: { path: ['decisions', index, 'branches'], part: 'key' },
				message: `The decision ${name} has ${rows(source.branches).length === 0 ? 'no branch' : 'one way out only'}`,
			};
		}
	},
};
