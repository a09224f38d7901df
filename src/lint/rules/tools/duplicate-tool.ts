import { sectionTools } from '../../../model/section-tools.ts';
import type { FileRule } from '../../rule.ts';

export const duplicateTool: FileRule = {
	name: 'tools/duplicate-tool',
	severity: 'error',
	summary: 'Section 5 names one tool twice.',
	why: 'Of two entries for one tool, people are given the access of either: nobody can say which one is meant.',
	remedy: 'Put the two entries together, with all that it is used for and the access that is needed for it.',
	points: 'At the name where it stands again.',
	clauses: ['cfr-11 11.10(d)'],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: withTools('Invoices', 'Payments'),
		good: withTools('Invoices and payments'),
	},
	*check({ sop, library }) {
		if (sop === undefined) return;
		const seen = new Map<string, string>();
		for (const { index, name, tool } of sectionTools(sop, library.registers.tools).all) {
			const before = seen.get(tool);
			if (before === undefined) seen.set(tool, name);
			else
				yield {
					place: { path: ['tools', index, 'name'] },
					message: `Section 5 names ${before} already${before === name ? '' : `, which is ${name}`}`,
				};
		}
	},
};

function withTools(...uses: readonly string[]): string {
	return [
		'tools:',
		...uses.flatMap((use) => ['  - name: Payment system', `    use: ${use}`]),
		'inputs:',
		'  - id: invoice',
		'    name: Supplier invoice',
		'    from: Payment system',
		'  - id: amount',
		'    name: Invoice amount',
		'    type: number',
		'    unit: EUR',
		'',
	].join('\n');
}
