import { rows, several } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';

export const noAcceptance: FileRule = {
	name: 'quality/no-acceptance',
	severity: 'error',
	summary: 'A checkpoint does not say what passes.',
	why: 'Without a criterion two people check the same work with two results, and a signature proves only that somebody looked.',
	remedy: 'Write `accept` with something that can be seen, counted or compared.',
	points: 'At the checkpoint.',
	clauses: ['sox AS 2201.50'],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: checkpointWith(''),
		good: checkpointWith('    accept: Both agree to the cent.\n'),
	},
	*check({ sop }) {
		for (const [index, checkpoint] of rows(sop?.quality).entries()) {
			if (several(checkpoint.accept).some((text) => text.trim() !== '')) continue;
			yield {
				place: { path: ['quality', index, 'accept'] },
				message: `The checkpoint ${checkpoint.id ?? index + 1} does not say what passes`,
				help: 'Write `accept:`, e.g. `accept: Both agree to the cent`.',
			};
		}
	},
};

function checkpointWith(accept: string): string {
	return `quality:
  - id: second-look
    at:
      - enter
    check: Amount and account number agree with the invoice.
    by: controller
${accept}    evidence: Initials on the invoice
`;
}
