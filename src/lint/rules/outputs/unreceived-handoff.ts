import { passingNames } from '../../../model/handoff/passing-names.ts';
import { unmatchedHandoffs } from '../../../model/handoff/unmatched.ts';
import { handedToPosting, postingSop } from '../../example-passing.ts';
import type { LibraryRule } from '../../rule.ts';

export const unreceivedHandoff: LibraryRule = {
	name: 'outputs/unreceived-handoff',
	severity: 'warning',
	summary: 'Something is handed to an SOP that does not list it among its inputs.',
	why: 'Who works by the other procedure does not wait for it and does not know what to do with it. It is handed over and lies there.',
	remedy:
		'Add it to the inputs of the receiver with `from` and the id of this document, by the same name; or name another receiver.',
	points: 'At the receiver as written.',
	clauses: [],
	scope: 'library',
	examples: {
		bad: `${handedToPosting}${postingSop(undefined)}`,
		good: `${handedToPosting}${postingSop('Released payment')}`,
	},
	*check({ documents, isReported }) {
		for (const { document, other, given, to, takenInstead } of unmatchedHandoffs(documents).unreceived) {
			if (!isReported(document.file)) continue;
			yield {
				file: document.file,
				place: { path: to.path },
				message:
					takenInstead.length === 0
						? `${to.id} does not list "${given.name}" as an input from ${document.id}`
						: `${to.id} takes ${passingNames(takenInstead)} from ${document.id}, and not "${given.name}"`,
				help:
					takenInstead.length === 0
						? `Add "${given.name}" to the inputs of ${other.file}, with \`from: ${document.id}\`.`
						: 'Call it by one name on both sides, or list both.',
			};
		}
	},
};
