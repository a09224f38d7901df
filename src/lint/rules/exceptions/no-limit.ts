import { rows } from '../../../model/several.ts';
import { exampleException } from '../../example-exception.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const noLimit: FileRule = {
	name: 'exceptions/no-limit',
	severity: 'warning',
	summary: 'An exception does not say how long it holds.',
	why: 'An exception without an end becomes the way things are done, without ever being approved as that.',
	remedy: 'Write `limit` with a time, or `once`.',
	points: 'At the exception.',
	clauses: ['soc-2 CC5.3'],
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: exampleException('approved_by: controller', 'resume: release'),
		good: exampleException('approved_by: controller', 'limit: 5 business days', 'resume: release'),
	},
	*check({ document }) {
		for (const [index, exception] of rows(document?.exceptions).entries()) {
			if (exception.limit !== undefined) continue;
			yield {
				place: { path: ['exceptions', index, 'limit'] },
				message: `The exception ${exception.id ?? index + 1} has no end`,
				help: 'Write `limit:`, e.g. `limit: 5 business days` or `limit: once`.',
			};
		}
	},
};
