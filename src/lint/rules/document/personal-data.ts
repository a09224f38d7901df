import { findTexts } from '../../../model/find-texts.ts';
import { personalDataIn } from '../../../model/personal-data.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const personalData: FileRule = {
	name: 'document/personal-data',
	severity: 'warning',
	summary: 'An e-mail address or a telephone number stands outside `contact` and the registers.',
	why: 'People change, and have a right to be forgotten; what stands in a document stays in its history for ever. An id in the register can be kept up to date.',
	remedy:
		'Name the role or the id of the person; put the address under `contact` of the role, or into registers/people.yaml.',
	points: 'At the address or number.',
	clauses: [],
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: 'escalation:\n  - id: system-down\n    at:\n      - enter\n    when: The payment system does not answer.\n    do: Call +1 555 010 0199.\n    to:\n      - role: controller\n        within: 4 hours\n',
		good: 'roles:\n  - id: clerk\n    duty: Checks and enters the invoice\n  - id: controller\n    duty: Releases the payment and answers for it\n    contact: "+1 555 010 0199"\n',
	},
	*check({ value }) {
		for (const { text, path } of findTexts(value, mayHold, (key) => key !== 'contact')) {
			for (const { kind, written, from, to } of personalDataIn(text)) {
				yield {
					place: { path, within: { from, to } },
					message: `The ${kind} ${written} stands in the text`,
				};
			}
		}
	},
};

/** An at sign, or enough digits for the shortest number where they are no day. */
function mayHold(text: string): boolean {
	if (text.includes('@')) return true;
	return /\d[ ().\d/-]{4,}\d/.test(text) && !/^\d{4}-\d{2}-\d{2}$/.test(text);
}
