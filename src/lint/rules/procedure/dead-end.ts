import { deadEnds } from '../../../model/graph/analysis/dead-ends.ts';
import type { FileRule } from '../../rule.ts';

export const deadEnd: FileRule = {
	name: 'procedure/dead-end',
	severity: 'error',
	summary: 'A step, decision or branch leads nowhere and is not the end.',
	why: 'The procedure stops there without having ended: nobody knows whether it is done.',
	remedy: 'Say where it goes on, with `next` or `goto`, or that it ends: `next: end`.',
	points: 'At the node, or at the branch that leads nowhere.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: `decisions:
  - id: within-limit
    after: enter
    question: Is the amount within the clerk's limit?
    input: amount
    branches:
      - at_most: 10000
        goto: release
      - above: 10000
exceptions:
  - id: over-limit
    at:
      - enter
    when: The amount is above the limit.
    do: Ask for a second signature.
    approved_by: controller
    limit: once
    resume: release
`,
		good: `decisions:
  - id: within-limit
    after: enter
    question: Is the amount within the clerk's limit?
    input: amount
    branches:
      - at_most: 10000
        goto: release
      - above: 10000
        goto: over-limit
`,
	},
	*check({ graph }) {
		if (graph === undefined) return;
		for (const { node, branch, path } of deadEnds(graph)) {
			if (branch !== null) {
				const help =
					'Say where this answer leads, with `goto`, or give the decision a `next` for all that do not say.';
				yield {
					place: { path },
					message: `Branch ${branch + 1} of the decision ${node.name} leads nowhere`,
					help,
				};
			} else {
				const key = node.kind === 'step' ? '`next`' : '`goto` in its branches';
				yield {
					place: { path: [...path, 'id'] },
					message: `The ${node.kind} ${node.name} leads nowhere`,
					help: `Say where it goes on, with ${key}, or that it ends.`,
				};
			}
		}
	},
};
