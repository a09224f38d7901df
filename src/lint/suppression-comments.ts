import type { OffsetRange } from '../diagnostics/position.ts';
import { commentsOf } from '../source/comments.ts';
import { LineIndex } from '../source/line-index.ts';
import { readSuppressions, type Suppression } from './suppressions.ts';

/** A comment that means to keep rules quiet, with what it achieves. */
export interface SuppressionComment extends OffsetRange {
	readonly text: string;
	/** One for each rule it names; none where the comment is not of the form, or shares its line with a value. */
	readonly suppressions: readonly [Suppression, ...Suppression[]] | null;
}

/** The comments of a text that begin with `sop-disable`, whether or not they are of the form that counts. */
export function suppressionComments(text: string): readonly SuppressionComment[] {
	if (!text.includes('sop-disable')) return [];
	const all = readSuppressions(text, new LineIndex(text));
	return commentsOf(text)
		.filter((comment) => /^#+\s*sop-disable/.test(comment.text))
		.map(({ from, text: written }) => {
			const to = from + written.trimEnd().length;
			const [first, ...more] = all.filter(({ offsets }) => offsets.from >= from && offsets.to <= to);
			return {
				from,
				to,
				text: written.trimEnd(),
				suppressions: first === undefined ? null : [first, ...more],
			};
		});
}
