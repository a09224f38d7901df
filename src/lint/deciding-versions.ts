import { contentKey } from '../control/approval/document-approvals.ts';
import type { Completion } from '../control/approval/judge-version.ts';
import type { JudgedSignature } from '../control/approval/judged-signature.ts';
import type { DocumentState } from '../control/document-state.ts';
import type { Version } from '../model/history/version.ts';
import type { PastDocument } from './history-subject.ts';

/** How a version stands that needs signatures; undefined where it needs none, or where nobody has signed it. */
export function completionOf(
	{ approvals }: Pick<DocumentState, 'approvals'>,
	version: Pick<Version, 'version' | 'digest' | 'blob'>,
): Completion | undefined {
	return approvals?.completions.get(contentKey(version));
}

/** Whether a version counts because it was signed, and not because nobody had to. */
export function isSigned(state: Pick<DocumentState, 'approvals'>, version: Version): boolean {
	return completionOf(state, version) !== undefined;
}

/**
 * The versions of a document that decide something today: what is in force or will be, and what stands. What was ended
 * before, or was a draft and was written over, decides nothing any more, whoever signed it.
 */
export function decidingVersions({ timeline }: PastDocument, on: number): readonly Version[] {
	return timeline.versions.filter(
		({ blob, digest, owns, complete, end }) =>
			(complete && owns !== 'no' && (end === undefined || end > on)) ||
			timeline.standing.some(
				(one) =>
					one.blob === blob ||
					(digest !== undefined &&
						timeline.versions.some((same) => same.blob === one.blob && same.digest === digest)),
			),
	);
}

/** A signature of a version that decides something, whether it counts or not. */
export interface DecidingSignature {
	readonly past: PastDocument;
	readonly version: Version;
	readonly signature: JudgedSignature;
}

/** The signatures of those versions that nobody has withdrawn, each once. */
export function* decidingSignatures(
	documents: readonly PastDocument[],
	on: number,
): Generator<DecidingSignature> {
	for (const past of documents) {
		for (const version of decidingVersions(past, on)) {
			for (const signature of completionOf(past.state, version)?.signatures ?? []) {
				if (signature.withdrawn === null) yield { past, version, signature };
			}
		}
	}
}
