import type { DocumentState } from '../../control/document-state.ts';
import type { Version } from '../../model/history/version.ts';

/** The version whose section 15 says who decides on a document: the one in force, else the last that was complete. */
export function governing({
	inForce,
	timeline: { versions },
}: Pick<DocumentState, 'inForce' | 'timeline'>): Version | undefined {
	return inForce ?? versions.findLast(({ complete, owns }) => complete && owns === 'yes');
}
