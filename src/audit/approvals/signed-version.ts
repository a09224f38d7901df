import { contentKey } from '../../control/approval/document-approvals.ts';
import type { Completion } from '../../control/approval/judge-version.ts';
import type { JudgedSignature } from '../../control/approval/judged-signature.ts';
import type { InForce } from '../in-force-in-period.ts';

/** How the signatures of a version stand; undefined in a library that never asked for any. */
export function completionOf({ document, version }: InForce): Completion | undefined {
	return document.state.approvals?.completions.get(contentKey(version));
}

/** The signatures that fill the lines of a version, where it had to have any. */
export function countingOf(one: InForce): readonly JudgedSignature[] {
	return (completionOf(one)?.signatures ?? []).filter(({ cause }) => cause === null);
}
