import { stuckJoins } from '../../../model/graph/analysis/stuck-joins.ts';
import type { FileRule } from '../../rule.ts';
import { enterStep } from '../../step-examples.ts';
import { wayInWords } from '../../way-in-words.ts';

export const joinNeverCompletes: FileRule = {
	name: 'procedure/join-never-completes',
	severity: 'error',
	summary: 'A step waits for one that is not started with it, or for two of which only one can happen.',
	why: 'It waits for ever, so people stop waiting for anything.',
	remedy:
		'Wait only for steps that are always started before, or let `only_if` pass over those that are not.',
	points: 'At the name in `waits_for`.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: `procedure:
${enterStep}  - id: remind
    do: Remind the supplier of the receipt.
    by: clerk
    done_when: The reminder is sent.
    next: end
  - id: release
    do: Release the payment.
    by: controller
    waits_for:
      - remind
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
        goto: release
      - above: 10000
        goto: remind
exceptions:
  - id: over-limit
    at:
      - enter
    when: The amount is above the limit.
    do: Ask for a second signature.
    approved_by: controller
    limit: once
    resume: enter
`,
		good: `procedure:
${enterStep}    next:
      - match
      - remind
  - id: match
    do: Match the invoice with the order.
    by: clerk
    done_when: Every line has its order.
    next: release
  - id: remind
    do: Ask the supplier for the receipt.
    by: clerk
    done_when: The receipt is filed.
    next: release
  - id: release
    do: Release the payment.
    by: controller
    waits_for:
      - match
      - remind
    gives:
      - payment
    done_when: The bank confirms the transfer.
decisions:
  - id: within-limit
    after: release
    question: Is the amount within the clerk's limit?
    input: amount
    branches:
      - at_most: 10000
        goto: end
      - above: 10000
        goto: end countersigned
exceptions:
  - id: over-limit
    at:
      - enter
    when: The amount is above the limit.
    do: Ask for a second signature.
    approved_by: controller
    limit: once
    resume: enter
`,
	},
	*check({ graph }) {
		if (graph === undefined) return;
		for (const join of stuckJoins(graph)) {
			if (join.reason === 'circle') {
				const names = join.circle.map((step) => step.name).join(', ');
				yield {
					place: { path: join.path },
					message: `These steps wait for each other in a circle: ${names}`,
					help: 'Let one of them begin without the others.',
				};
				continue;
			}
			const [first] = join.missing;
			if (join.excluding !== null) {
				const [one, other] = join.excluding.map((node) => node.name);
				yield {
					place: { path: first.path },
					message: `${join.step.name} waits for ${one} and ${other}, of which only one can happen`,
					help: 'Wait for what follows on both, or give each way a step of its own to go on with.',
				};
				continue;
			}
			for (const { node, path, way } of join.missing) {
				yield {
					place: { path },
					message: `${join.step.name} waits for ${node.name}, which is not always started before it${wayInWords(way)}`,
					help: `Start ${node.name} on every way to ${join.step.name}, or take it out of \`waits_for\`.`,
				};
			}
		}
	},
};
