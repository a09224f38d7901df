import type { Path } from '../../../diagnostics/path.ts';
import { describeSet } from '../../../model/decision/describe-set.ts';
import { findGap } from '../../../model/decision/find-gap.ts';
import type { ValueSet } from '../../../model/decision/value-set.ts';
import { describeWitness } from '../../../model/decision/witness.ts';
import { rows } from '../../../model/several.ts';
import { decisionWith, goodBranches } from '../../decision-example.ts';
import { decisionsOf, type ReadDecision } from '../../decision-tables.ts';
import type { FileRule } from '../../rule.ts';

export const gap: FileRule = {
	name: 'decisions/gap',
	severity: 'error',
	summary: 'Typed branches, or the rows of a table, leave a value or a combination uncovered.',
	why: 'A case that no branch covers is decided differently by everybody who meets it.',
	remedy: 'Widen a branch, add one, or write `otherwise`.',
	points: 'At the limit beside the gap; where there is none, at the question.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: decisionWith(`      - at_most: 10000
        goto: release
      - above: 12000
        goto: over-limit
`),
		good: decisionWith(goodBranches),
	},
	*check(subject) {
		for (const decision of decisionsOf(subject)) {
			const { table, source, index } = decision;
			// A decision in words has its own rule; one taken `at` steps needs no default: the default is to stay.
			if (table === undefined || table.columns.length === 0 || source.at !== undefined) continue;
			// Words among typed branches: what they cover nobody can work out, so decisions/no-default asks for `otherwise`.
			if (table.rows.some((row) => row.kind === 'prose' || row.kind === 'none') || table.rows.length === 0)
				continue;
			const result = findGap(table);
			if (result.kind === 'not evaluated' && table.problems.length === 0)
				yield { notEvaluated: result.reason };
			if (result.kind !== 'gap') continue;
			const uncovered = result.uncovered === null ? undefined : describeSet(result.uncovered);
			yield {
				place: { path: ['decisions', index, ...besideGap(decision, result.uncovered)] },
				message: `No branch covers ${describeWitness(result.witness)}`,
				help:
					uncovered === undefined
						? 'Add a row for it, widen one, or write a last row `otherwise`.'
						: `Widen a branch, or add one for what is left: ${uncovered}. \`otherwise\` takes all that is left.`,
			};
		}
	},
};

const limitKeys = ['above', 'at_least', 'below', 'at_most'] as const;

/** The limit that stands at an edge of the gap, the last one written; else the branches as a whole. */
function besideGap({ source }: ReadDecision, uncovered: ValueSet | null): Path {
	const edges = new Set<unknown>(
		uncovered?.kind === 'numbers' ? uncovered.intervals.flatMap(({ from, to }) => [from.at, to.at]) : [],
	);
	const branches = rows(source.branches);
	for (let at = branches.length - 1; at >= 0; at--) {
		const key = limitKeys.find((limit) => edges.has(branches[at]?.[limit]));
		if (key !== undefined) return ['branches', at, key];
	}
	return ['question'];
}
