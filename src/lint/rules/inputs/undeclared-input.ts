import { type InputUse, inputReferences } from '../../../model/input-references.ts';
import { nearest } from '../../../model/nearest.ts';
import { rows } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';

/** What is wrong, by use. What a condition or decision tests is decisions/unknown-input; other names may be roles or words. */
const judged = new Map<InputUse, (name: string) => string>([
	['needs', (name) => `"${name}" is needed here, and is not in section 6`],
	['gives', (name) => `"${name}" is given here, and is not in section 6`],
	['due', (name) => `The time counts from "${name}", which is not in section 6`],
	['repeats', (name) => `The step is repeated for "${name}", which is not in section 6`],
]);

export const undeclaredInput: FileRule = {
	name: 'inputs/undeclared-input',
	severity: 'error',
	summary: 'A step needs or gives something, or counts from a day, that section 6 does not have.',
	why: 'Nobody can tell where it comes from, what form it has, or when it is complete.',
	remedy: 'Add it to the inputs or outputs of section 6, or write its id as it stands there.',
	points: 'At the name.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: stepNeeding('purchase-order'),
		good: stepNeeding('invoice'),
	},
	*check({ sop }) {
		if (sop === undefined || (isUnwritten(sop.inputs) && isUnwritten(sop.outputs))) return;
		const known = new Set(
			[...rows(sop.inputs), ...rows(sop.outputs)].flatMap((one) => one.id ?? one.name ?? []),
		);
		for (const { name, use, path, part } of inputReferences(sop)) {
			const message = judged.get(use);
			if (message === undefined || known.has(name)) continue;
			const near = nearest(name, known);
			yield {
				place: { path, ...(part ? { part } : {}) },
				message: message(name),
				...(near === undefined ? {} : { help: `Did you mean ${near}?` }),
			};
		}
	},
};

/** Then section 6 itself is what is missing; one that was set aside says that there are none. */
function isUnwritten(section: object | null | undefined): boolean {
	return !section || Object.keys(section).length === 0;
}

function stepNeeding(input: string): string {
	return `procedure:
  - id: enter
    do: Enter the invoice and its amount.
    by: clerk
    needs:
      - invoice
    gives:
      - amount
    trigger: An invoice arrives
    done_when: The entry shows number, supplier and amount of the invoice.
  - id: release
    do: Release the payment.
    by: controller
    needs:
      - ${input}
    gives:
      - payment
    done_when: The bank confirms the transfer.
    next: end
`;
}
