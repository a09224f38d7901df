import { rows, several } from '../../../model/several.ts';
import { exampleException } from '../../example-exception.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const noApprover: FileRule = {
	name: 'exceptions/no-approver',
	severity: 'error',
	summary: 'Nobody approves an exception.',
	why: 'An exception that anybody may take is no exception: the rule it departs from holds for nobody.',
	remedy:
		'Write `approved_by` with a role, or `standing` where the exception is approved together with the document.',
	points: 'At the exception.',
	clauses: ['soc-2 CC5.3'],
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: exampleException('limit: once', 'resume: release'),
		good: exampleException('approved_by: controller', 'limit: once', 'resume: release'),
	},
	*check({ document }) {
		for (const [index, exception] of rows(document?.exceptions).entries()) {
			if (several(exception.approved_by).some((name) => name !== '')) continue;
			yield {
				place: { path: ['exceptions', index, 'approved_by'] },
				message: `Nobody approves the exception ${exception.id ?? index + 1}`,
			};
		}
	},
};
