import { endlessLoops } from '../../../model/graph/analysis/endless-loops.ts';
import type { FileRule } from '../../rule.ts';
import { enterStep, releaseStep } from '../../step-examples.ts';

/** More names than this say no more. */
const mostNamed = 6;

export const noExit: FileRule = {
	name: 'procedure/no-exit',
	severity: 'error',
	summary: 'A loop that nothing leaves.',
	why: 'Followed to the letter, the procedure never ends; so somebody ends it, and nobody knows on what grounds.',
	remedy: 'Give the loop a way out: a decision that counts the rounds, a timeout, or an exception.',
	points: 'At the first node of the loop.',
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
        goto: over-limit
procedure:
${enterStep}  - id: release
    do: Release the payment.
    by: controller
    gives:
      - payment
    done_when: The bank confirms the transfer.
    next: enter
`,
		good: `procedure:
${enterStep}${releaseStep}`,
	},
	*check({ graph }) {
		if (graph === undefined) return;
		for (const { nodes } of endlessLoops(graph)) {
			const [first] = nodes;
			if (first === undefined) continue;
			const named = nodes.slice(0, mostNamed).map((node) => node.name);
			const rest = nodes.length > mostNamed ? ` and ${nodes.length - mostNamed} more` : '';
			yield {
				place: { path: first.path.length > 0 ? [...first.path, 'id'] : first.path },
				message:
					nodes.length === 1
						? `The ${first.kind} ${first.name} leads only to itself`
						: `Nothing leaves the loop ${named.join(', ')}${rest}`,
			};
		}
	},
};
