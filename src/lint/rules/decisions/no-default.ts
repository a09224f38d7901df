import { rows } from '../../../model/several.ts';
import { decisionWith } from '../../decision-example.ts';
import { decisionsOf } from '../../decision-tables.ts';
import type { FileRule } from '../../rule.ts';

export const noDefault: FileRule = {
	name: 'decisions/no-default',
	severity: 'error',
	summary: 'Branches in words, and no `otherwise`.',
	why: 'Words never cover every case; the one they forget is the one that turns up on the last day of the quarter.',
	remedy: 'Add a last branch `otherwise` that says where all else goes, e.g. to an exception.',
	points: 'At the branches of the decision.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: decisionWith(
			`      - if: The clerk knows the supplier
        goto: release
      - if: The supplier is new
        goto: over-limit
`,
		),
		good: decisionWith(
			`      - if: The clerk knows the supplier
        goto: release
      - otherwise: Any other supplier
        goto: over-limit
`,
		),
	},
	*check(subject) {
		for (const { index, name, source } of decisionsOf(subject)) {
			const branches = rows(source.branches);
			if (source.at !== undefined || branches.length < 2) continue;
			if (!branches.some((branch) => branch.if !== undefined)) continue;
			if (branches.some((branch) => branch.otherwise !== undefined)) continue;
			yield {
				place: { path: ['decisions', index, 'branches'], part: 'key' },
				message: `The decision ${name} has branches in words and none for all else`,
			};
		}
	},
};
