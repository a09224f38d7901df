import { ambiguousAfters } from '../../../model/graph/analysis/ambiguous-after.ts';
import { decisionWith, goodBranches } from '../../decision-example.ts';
import type { FileRule } from '../../rule.ts';

export const ambiguousAfter: FileRule = {
	name: 'decisions/ambiguous-after',
	severity: 'error',
	summary: 'Two decisions stand after one step.',
	why: 'Both want to say where the step leads; which of them is asked first changes the outcome.',
	remedy: 'Lead from one decision to the other with `goto`, or put both into one table over `inputs`.',
	points: 'At the `after` of the second decision.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: `${decisionWith(goodBranches)}  - id: known-supplier
    after: enter
    question: Is the supplier in the list?
    branches:
      - if: The supplier is in the list
        goto: release
      - otherwise: Any other supplier
        goto: over-limit
`,
		good: `${decisionWith(`      - at_most: 10000
        goto: known-supplier
      - above: 10000
        goto: over-limit
`)}  - id: known-supplier
    question: Is the supplier in the list?
    branches:
      - if: The supplier is in the list
        goto: release
      - otherwise: Any other supplier
        goto: over-limit
`,
	},
	*check({ graph }) {
		if (graph === undefined) return;
		for (const { node, decisions, path } of ambiguousAfters(graph)) {
			const names = decisions.map((decision) => decision.name).join(', ');
			yield {
				place: { path },
				message: `After the step ${node.name}, more than one decision is taken: ${names}`,
			};
		}
	},
};
