import { everyKind } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';
import { suppressionComments } from '../../suppression-comments.ts';

export const expired: FileRule = {
	name: 'suppression/expired',
	severity: 'error',
	summary: 'The last day of a comment that keeps a rule quiet is past.',
	why: 'The risk was accepted up to that day and no longer; the finding counts again.',
	remedy: 'Mend the finding and delete the comment, or decide anew and write a new day.',
	points: 'At the name of the rule in the comment.',
	clauses: [],
	silenceable: false,
	scope: 'file',
	kinds: everyKind,
	examples: {
		bad: 'tools:\n  # sop-disable-next-line document/not-applicable -- decided with the move [until 2026-06-30]\n  not_applicable: Any payment system will do.\n',
		good: 'tools:\n  not_applicable: Any payment system will do.\n',
	},
	*check({ text, library }) {
		for (const { suppressions } of suppressionComments(text)) {
			const first = suppressions?.[0];
			if (first?.until === undefined || first.until >= library.today || first.reason === '') continue;
			yield {
				place: { offsets: first.offsets },
				message: `The comment kept ${suppressions?.map(({ rule }) => rule).join(', ')} quiet until ${first.until}`,
				help: 'Delete the comment where its finding is gone; else mend the finding, or decide anew and write a new day.',
			};
		}
	},
};
