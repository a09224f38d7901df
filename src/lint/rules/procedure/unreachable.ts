import { unreachableParts } from '../../../model/graph/analysis/unreachable-parts.ts';
import type { FileRule } from '../../rule.ts';

export const unreachable: FileRule = {
	name: 'procedure/unreachable',
	severity: 'error',
	summary: 'No way in leads to a step, decision or exception.',
	why: 'It is written down and never done: the reader believes in a control that does not exist.',
	remedy: 'Lead to it from a step, a decision or an exception, give it a trigger, or take it out.',
	points: 'At the first node of what cannot be reached.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: `exceptions:
  - id: over-limit
    when: The amount is above the limit.
    do: Ask for a second signature.
    approved_by: controller
    limit: once
    resume: release
  - id: wrong-supplier
    when: The supplier is not in the list.
    do: Ask purchasing to add the supplier.
    approved_by: controller
    limit: once
    resume: release
`,
		good: `exceptions:
  - id: over-limit
    when: The amount is above the limit.
    do: Ask for a second signature.
    approved_by: controller
    limit: once
    resume: release
  - id: wrong-supplier
    at:
      - enter
    when: The supplier is not in the list.
    do: Ask purchasing to add the supplier.
    approved_by: controller
    limit: once
    resume: enter
`,
	},
	*check({ graph }) {
		if (graph === undefined) return;
		for (const { node, nodes } of unreachableParts(graph)) {
			const after = nodes.length - 1;
			const others =
				after === 0 ? '' : `, nor to the ${after === 1 ? 'one that comes' : `${after} that come`} after it`;
			const what = node.kind === 'exception' ? 'Say at which steps it can happen (`at`), or lead' : 'Lead';
			yield {
				place: { path: [...node.path, 'id'] },
				message: `Nothing leads to the ${node.kind} ${node.name}${others}`,
				help: `${what} to it with \`goto\` or \`next\`${node.kind === 'step' ? ', or give it a `trigger`' : ''}; or take it out.`,
			};
		}
	},
};
