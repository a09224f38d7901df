import { duplicateIds } from '../../../model/graph/analysis/duplicate-ids.ts';
import type { FileRule } from '../../rule.ts';
import { enterStep, releaseStep } from '../../step-examples.ts';

export const duplicateId: FileRule = {
	name: 'procedure/duplicate-id',
	severity: 'error',
	summary: 'Two steps, decisions or exceptions share an id, or one is called `end`.',
	why: 'A way that leads to an id must lead to one place; with two, everybody goes where they think best.',
	remedy: 'Give each step, decision and exception an id of its own.',
	points: 'At the id of the later one.',
	clauses: ['iso-9001 7.5.2 a'],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: `procedure:
${enterStep}  - id: enter
    do: Release the payment.
    by: controller
    gives:
      - payment
    done_when: The bank confirms the transfer.
    next: end
decisions:
  - id: within-limit
    after: enter
    question: Is the amount within the clerk's limit?
    input: amount
    branches:
      - at_most: 10000
        goto: end
      - above: 10000
        goto: over-limit
exceptions:
  - id: over-limit
    when: The amount is above the limit.
    do: Ask for a second signature.
    approved_by: controller
    limit: once
    goto: end
`,
		good: `procedure:
${enterStep}${releaseStep}`,
	},
	*check({ graph }) {
		if (graph === undefined) return;
		for (const { id, path, first } of duplicateIds(graph)) {
			yield first === null
				? {
						place: { path },
						message: `The id "${id}" is what the end of a procedure is called`,
						help: 'Choose another id: `end` and `end WORD` lead out of the procedure.',
					}
				: {
						place: { path },
						message: `The id "${id}" is given a second time`,
						help: `Give this one an id of its own; the first stands in ${String(first[0])}, entry ${Number(first[1]) + 1}.`,
					};
		}
	},
};
