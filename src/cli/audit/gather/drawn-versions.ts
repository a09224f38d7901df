import { isIn, overlaps, type Period } from '../../../audit/period.ts';
import { previousOf } from '../../../audit/previous-version.ts';
import type { DocumentState } from '../../../control/document-state.ts';
import { neverInForce, type Version } from '../../../model/history/version.ts';

/** Versions that were in force at any time of the period, or that the mainline first showed in it, oldest first. */
export function periodVersions({ timeline }: DocumentState, period: Period): readonly Version[] {
	return timeline.versions.filter(
		(version) =>
			isIn(period, version.known) ||
			(version.start !== undefined && !neverInForce(version) && overlaps(period, version.start, version.end)),
	);
}

/** Texts that a packet draws words from: those of the period, what came before each, what is in force and what stands. */
export function drawnVersions(
	state: DocumentState,
	period: Period,
): readonly { readonly blob: string; readonly path: string }[] {
	const { versions, standing } = state.timeline;
	const shown = periodVersions(state, period);
	const before = shown.flatMap((one) => previousOf(versions, one) ?? []);
	return [...before, ...shown, ...(state.inForce === undefined ? [] : [state.inForce]), ...standing];
}
