import type { Status } from '../../control/standing-status.ts';
import { pathKey } from '../../library/history/library-history.ts';
import { digestOfRead } from '../../library/history/read-texts.ts';
import { shortRef } from '../../report/short-ref.ts';
import { type BranchHere, branchName } from './branch-here.ts';
import { deriveStates, type KnownDocument } from './document-states.ts';
import type { OpenRecord } from './open-record.ts';

/** How a text of the working tree stands by the commits of what is checked out. */
export interface StandingHere {
	/** Null where no commit there tells. */
	readonly status: Status | null;
	/** How that follows, each as a sentence without a full stop. */
	readonly why: readonly string[];
}

/** Tells how texts of the working tree stand. */
export interface StandingsHere {
	/** How a text stands, by its object id and, where it could be read, its digest. */
	of(id: string, blob: string, digest: string | null): StandingHere;
	/** Whether records about a document stand there that the mainline has not shown. */
	hasOwnRecords(id: string): boolean;
}

/** Derives how texts stand by the commits of what is checked out, read in place of the mainline. */
export async function standingsHere(
	record: OpenRecord,
	here: { readonly branch: BranchHere; readonly record: OpenRecord } | undefined,
	ids?: readonly string[],
): Promise<StandingsHere> {
	const mainline = shortRef(record.history.ref?.ref ?? 'main');
	const showed = (key: string, blob: string) =>
		record.history
			.trail(key)
			?.entries.some(({ mainline: at, after }) => at !== null && after.some((one) => one.blob === blob)) ??
		false;
	const older: StandingHere = { status: null, why: [`an older text of ${mainline}, which has moved on`] };
	if (here === undefined)
		return {
			of: (id, blob) => (showed(id, blob) ? older : { status: null, why: ['not committed'] }),
			hasOwnRecords: () => false,
		};
	const digests = new Map<string, string | null>();
	const { documents, control } = await deriveStates(here.record, ids ?? here.record.history.ids, {
		onStanding: (id, read) => digests.set(id, digestOfRead(read)),
	});
	const byId = new Map<string, KnownDocument>(documents.map((one) => [one.id, one]));
	const name = branchName(here.branch);
	const hasOwnRecords = (id: string) =>
		[...(control?.approvalsOf(id) ?? []), ...(control?.withdrawalsOf(id) ?? [])].some(
			({ file, blob }) => !showed(pathKey(file), blob),
		);
	return {
		hasOwnRecords,
		of(id, blob, digest) {
			const state = byId.get(id)?.state;
			const stands =
				state?.standing !== undefined &&
				(state.standing.blob === blob || (digest !== null && digests.get(id) === digest));
			if (showed(id, blob) && !hasOwnRecords(id)) return older;
			if (state === undefined || !stands)
				return { status: null, why: [`not committed: no text of ${name} is the same`] };
			return { status: state.status, why: [`on ${name}, as if it were the mainline`, ...state.why] };
		},
	};
}
