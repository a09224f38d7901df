import { rows } from '../../../model/several.ts';
import { exampleException } from '../../example-exception.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const noWayBack: FileRule = {
	name: 'exceptions/no-way-back',
	severity: 'error',
	summary: 'An exception says neither where the procedure goes on nor that it ends.',
	why: 'Whoever took the exception does not know what comes next, and steps and checks are left out unnoticed.',
	remedy: 'Write `resume` with the step to go back to, or `goto` with a step, a decision or `end`.',
	points: 'At the exception.',
	clauses: [],
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: exampleException('approved_by: controller', 'limit: once'),
		good: exampleException('approved_by: controller', 'limit: once', 'resume: release'),
	},
	*check({ document }) {
		for (const [index, exception] of rows(document?.exceptions).entries()) {
			if (exception.resume !== undefined || exception.goto !== undefined) continue;
			yield {
				place: { path: ['exceptions', index, 'resume'] },
				message: `The exception ${exception.id ?? index + 1} leads nowhere`,
			};
		}
	},
};
