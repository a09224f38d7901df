import { unmatchedHandoffs } from '../../../model/handoff/unmatched.ts';
import { handedOutside, handedToPosting, postingSop } from '../../example-passing.ts';
import type { LibraryRule } from '../../rule.ts';

/** Where the giver hands over something under another name, outputs/unreceived-handoff says so there. */
export const unsentInput: LibraryRule = {
	name: 'inputs/unsent-input',
	severity: 'warning',
	summary: 'An input comes from an SOP that does not hand it over.',
	why: 'Who works by this procedure waits for something that nobody was told to send.',
	remedy:
		'Add an output with a handoff to this document in the SOP that `from` names, by the same name; or name who really brings it.',
	points: 'At `from` of the input.',
	clauses: [],
	scope: 'library',
	examples: {
		bad: `${handedOutside}${postingSop('Released payment')}`,
		good: `${handedToPosting}${postingSop('Released payment')}`,
	},
	*check({ documents, isReported }) {
		for (const { document, other, taken, givenInstead } of unmatchedHandoffs(documents).unsent) {
			if (givenInstead.length > 0 || !isReported(document.file)) continue;
			yield {
				file: document.file,
				place: { path: taken.from.path },
				message: `${taken.from.id} does not hand "${taken.name}" to ${document.id}`,
				help: `Add "${taken.name}" to the outputs of ${other.file}, with a handoff \`to: ${document.id}\`.`,
			};
		}
	},
};
