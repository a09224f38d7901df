import { missingTrigger } from '../../../model/graph/analysis/missing-trigger.ts';
import type { FileRule } from '../../rule.ts';
import { enterStep, releaseStep } from '../../step-examples.ts';

export const noTrigger: FileRule = {
	name: 'procedure/no-trigger',
	severity: 'warning',
	summary: 'Nothing says when the procedure begins.',
	why: 'What begins on no event and no day begins when somebody remembers it.',
	remedy: 'Give the first step a `trigger`: an event, a day, a request.',
	points: 'At the first step.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: `procedure:
  - id: enter
    do: Enter the invoice and its amount.
    by: clerk
    needs:
      - invoice
    gives:
      - amount
    done_when: The entry shows the amount.
${releaseStep}`,
		good: `procedure:
${enterStep}${releaseStep}`,
	},
	*check({ graph }) {
		const path = graph && missingTrigger(graph);
		if (path === undefined) return;
		yield {
			place: { path: [...path, 'trigger'] },
			message: 'Nothing says when the procedure begins',
			help: 'Give the first step a `trigger`, e.g. `trigger: First business day after period end`.',
		};
	},
};
