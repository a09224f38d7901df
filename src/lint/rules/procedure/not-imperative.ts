import { isNotImperative } from '../../../model/imperative.ts';
import { rows } from '../../../model/several.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';
import { releaseStep } from '../../step-examples.ts';

/** Enough of a sentence to know it again. */
const shownWords = 4;

export const notImperative: FileRule = {
	name: 'procedure/not-imperative',
	severity: 'warning',
	summary: 'A step does not begin with a verb that tells what to do.',
	why: '"The invoice is checked" says that it happens, not that you do it; procedures in that voice are read as descriptions.',
	remedy: 'Begin with the verb: Check, Enter, Compare, Send.',
	points: 'At the first words of the step.',
	clauses: ['eu-gmp Chapter 4'],
	language: 'en',
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: stepsWith('The invoice is entered with its amount.'),
		good: stepsWith('Enter the invoice with its amount.'),
	},
	*check({ sop, checklist }) {
		const [section, list] = sop ? ['procedure', rows(sop.procedure)] : ['items', rows(checklist?.items)];
		for (const [index, { do: text }] of list.entries()) {
			if (text === undefined || !isNotImperative(text)) continue;
			const start = text.split(/\s+/).slice(0, shownWords).join(' ');
			const from = text.indexOf(start.split(/\s/)[0] ?? '');
			yield {
				place: { path: [section, index, 'do'], within: { from, to: from + start.length } },
				message: `"${start.replace(/[.,;:]$/, '')} …" does not begin with what to do`,
			};
		}
	},
};

function stepsWith(first: string): string {
	return `procedure:
  - id: enter
    do: ${first}
    by: clerk
    needs:
      - invoice
    gives:
      - amount
    trigger: An invoice arrives
    done_when: The entry shows the amount.
${releaseStep}`;
}
