import { rows, several } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';
import { enterStep } from '../../step-examples.ts';

export const noCompletionCriterion: FileRule = {
	name: 'procedure/no-completion-criterion',
	severity: 'warning',
	summary: 'A step does not say when it is done.',
	why: 'Without a criterion a step is done when its doer feels so, and no reviewer can tell afterwards.',
	remedy: 'Write `done_when` with something that can be seen or counted.',
	points: 'At the step.',
	clauses: ['sox AS 2201.44'],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: stepsWith(''),
		good: stepsWith('    done_when: The bank confirms the transfer.\n'),
	},
	*check({ sop }) {
		for (const [index, step] of rows(sop?.procedure).entries()) {
			if (several(step.done_when).length > 0) continue;
			yield {
				place: { path: ['procedure', index, 'done_when'] },
				message: `Step ${step.id ?? index + 1} does not say when it is done`,
				help: 'Write `done_when`, e.g. `done_when: Both balances carry the same period end.`',
			};
		}
	},
};

function stepsWith(criterion: string): string {
	return `procedure:
${enterStep}  - id: release
    do: Release the payment.
    by: controller
    gives:
      - payment
${criterion}    next: end
`;
}
