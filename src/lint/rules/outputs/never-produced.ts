import { inputReferences } from '../../../model/input-references.ts';
import { rows } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';

export const neverProduced: FileRule = {
	name: 'outputs/never-produced',
	severity: 'warning',
	summary: 'No step or decision gives an output of section 6.',
	why: 'Somebody waits for an output that section 6 promises. If no step makes it, it does not come.',
	remedy: 'Name the output under `gives` of the step that makes it, or take it out of section 6.',
	points: 'At the id of the output.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: outputsWith(`  - id: remittance
    name: Remittance advice
    handoff:
      to: supplier
      protocol: Electronic mail
      data:
        - amount
      accepted_when: The supplier confirms it
`),
		good: outputsWith(''),
	},
	*check({ sop }) {
		if (sop === undefined) return;
		const given = new Set<string>();
		for (const { name, use } of inputReferences(sop)) if (use === 'gives') given.add(name);
		for (const [index, output] of rows(sop.outputs).entries()) {
			const name = output.id ?? output.name;
			if (!name || given.has(name)) continue;
			yield {
				place: { path: ['outputs', index, output.id === undefined ? 'name' : 'id'] },
				message: `No step gives the output ${name}`,
			};
		}
	},
};

function outputsWith(more: string): string {
	return `outputs:
  - id: payment
    name: Released payment
    handoff:
      to: supplier
      protocol: Bank transfer with the invoice number as reference
      data:
        - amount
      accepted_when: The supplier's account is credited
${more}`;
}
