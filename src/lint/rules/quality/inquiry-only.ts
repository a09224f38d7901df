import { rows, several } from '../../../model/several.ts';
import { isOnlyAsking } from '../../inquiry-words.ts';
import type { FileRule } from '../../rule.ts';

export const inquiryOnly: FileRule = {
	name: 'quality/inquiry-only',
	severity: 'warning',
	summary: 'The only evidence of a check is that somebody was asked.',
	why: 'An answer leaves nothing behind that a third person could look at. For auditors asking alone is never enough.',
	remedy:
		'Keep something that can be looked at: a mark on the document, a screenshot, a re-performed calculation.',
	points: 'At the evidence; where there is none, at what is checked.',
	clauses: ['sox AS 2201.50'],
	scope: 'file',
	kinds: ['sop'],
	language: 'en',
	examples: {
		bad: evidence('The clerk confirms verbally'),
		good: evidence('Initials on the invoice'),
	},
	*check({ sop }) {
		for (const [index, checkpoint] of rows(sop?.quality).entries()) {
			const kept = several(checkpoint.evidence).filter((text) => text !== '');
			const texts = checkpoint.evidence === undefined ? several(checkpoint.check) : kept;
			if (texts.length === 0 || !texts.every(isOnlyAsking)) continue;
			const key = checkpoint.evidence === undefined ? 'check' : 'evidence';
			yield {
				place: { path: ['quality', index, key] },
				message: `The checkpoint ${checkpoint.id ?? index + 1} leaves no more than somebody’s word: "${texts.join('", "')}"`,
			};
		}
	},
};

function evidence(text: string): string {
	return `quality:
  - id: second-look
    at:
      - enter
    check: Amount and account number agree with the invoice.
    by: controller
    accept: Both agree to the cent.
    evidence: ${text}
`;
}
