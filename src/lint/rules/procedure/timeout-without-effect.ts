import { timeoutsWithoutEffect } from '../../../model/graph/analysis/timeouts-without-effect.ts';
import type { FileRule } from '../../rule.ts';
import { enterStep, releaseStep } from '../../step-examples.ts';

export const timeoutWithoutEffect: FileRule = {
	name: 'procedure/timeout-without-effect',
	severity: 'warning',
	summary: 'A timeout leads where the step goes anyway.',
	why: 'Being late then changes nothing, though the text promises that it does.',
	remedy: 'Lead the timeout to an exception or another step, or let it only remind, with `do`.',
	points: 'At the `goto` of the timeout.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: stepsWith(`    timeout:
      within: 2 business days
      goto: complete
`),
		good: stepsWith(`    timeout:
      within: 2 business days
      goto: over-limit
`),
	},
	*check({ graph }) {
		if (graph === undefined) return;
		for (const { step, target, path } of timeoutsWithoutEffect(graph)) {
			const where = target.kind === 'end' ? 'the end' : target.name;
			yield {
				place: { path },
				message: `The timeout of ${step.name} leads to ${where}, where the step goes anyway`,
			};
		}
	},
};

function stepsWith(timeout: string): string {
	return `procedure:
${enterStep}  - id: check
    do: Ask the supplier to confirm the account number.
    by: clerk
    done_when: It agrees with the invoice.
${timeout}  - id: complete
    do: Complete the entry.
    by: clerk
    done_when: The entry shows as complete.
${releaseStep}decisions:
  - id: within-limit
    after: complete
    question: Is the amount within the clerk's limit?
    input: amount
    branches:
      - at_most: 10000
        goto: release
      - above: 10000
        goto: over-limit
exceptions:
  - id: over-limit
    when: The amount is above the limit.
    do: Ask for a second signature.
    approved_by: controller
    limit: once
    resume: complete
`;
}
