import { automationExample } from '../../automation-example.ts';
import type { FileRule } from '../../rule.ts';

export const parallel: FileRule = {
	name: 'automation/parallel',
	severity: 'warning',
	summary: 'An automation runs beside the procedure, not inside it.',
	why: 'Two ways of doing one thing drift apart, and people go on by hand because they trust that. What is embedded in the steps is done, checked and improved with them.',
	remedy: 'Mark the steps that a system does with `automated: true`, and write `mode: embedded`.',
	points: 'At the mode.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: automationExample('stage: documented', 'mode: parallel'),
		good: automationExample('stage: documented', 'mode: embedded'),
	},
	*check({ sop }) {
		if (sop?.automation?.mode === 'parallel')
			yield { place: { path: ['automation', 'mode'] }, message: 'The automation runs beside the procedure' };
	},
};
