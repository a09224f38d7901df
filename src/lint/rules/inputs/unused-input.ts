import { inputReferences } from '../../../model/input-references.ts';
import { rows } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';

export const unusedInput: FileRule = {
	name: 'inputs/unused-input',
	severity: 'warning',
	summary: 'Nothing uses an input of section 6.',
	why: 'What nobody uses is collected and kept for nothing, or a step does not say what it works from.',
	remedy:
		'Name the input under `needs` of a step or in the decision that tests it, or take it out of section 6.',
	points: 'At the id of the input.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: inputsWith('  - id: purchase-order\n    name: Purchase order\n    from: requester\n'),
		good: inputsWith(''),
	},
	*check({ sop }) {
		if (sop === undefined) return;
		const used = new Set<string>();
		// To give something is not yet to use it.
		for (const { name, use } of inputReferences(sop)) if (use !== 'gives') used.add(name);
		for (const [index, input] of rows(sop.inputs).entries()) {
			const name = input.id ?? input.name;
			if (!name || used.has(name)) continue;
			yield {
				place: { path: ['inputs', index, input.id === undefined ? 'name' : 'id'] },
				message: `No step, decision or deadline uses the input ${name}`,
			};
		}
	},
};

function inputsWith(more: string): string {
	return `inputs:
  - id: invoice
    name: Supplier invoice
    from: supplier
  - id: amount
    name: Invoice amount
    type: number
    unit: EUR
${more}`;
}
