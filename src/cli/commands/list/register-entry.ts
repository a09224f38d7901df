import type { DocumentState } from '../../../control/document-state.ts';
import { isOver, type NextReview, nextReview } from '../../../control/next-review.ts';
import type { Policy } from '../../../control/policy.ts';
import { shortDigest } from '../../../control/short-digest.ts';
import type { Status } from '../../../control/standing-status.ts';
import { digestOf } from '../../../model/digest.ts';
import type { DocumentSummary } from '../../../model/document-summary.ts';
import { knownStart, type Version } from '../../../model/history/version.ts';
import { dayAt, instantText } from '../../../model/zone.ts';
import type { StandingHere } from '../../history/standing-here.ts';

/** A line of the register, as `sop list --format json` gives it. */
export interface RegisterEntry {
	readonly id: string | null;
	readonly kind: 'sop' | 'checklist';
	readonly title: string | null;
	readonly function: string | null;
	readonly owner: string | null;
	/** Relative to the library, with `/`; null where no file bears the id. */
	readonly file: string | null;
	/** Null where nothing is, or where that cannot be told: `notEvaluated` says why. */
	readonly inForce: {
		readonly version: string;
		readonly digest: string | null;
		/** Null where it may have begun before the commits that are here. */
		readonly from: string | null;
		/** Where `from` is null: when it was in force at the latest. */
		readonly fromAtLatest: string | null;
		/** How many words its text still waits for. */
		readonly placeholders: number;
	} | null;
	readonly notEvaluated: string | null;
	readonly standing: {
		readonly version: string | null;
		readonly digest: string | null;
		readonly status: Status;
		readonly why: readonly string[];
	};
	/** YYYY-MM-DD; null where no interval is named, or nothing of it is in force, nor will be. */
	readonly nextReview: string | null;
	/** How many suggestions on it are open. */
	readonly feedback: number;
	/**
	 * What the working tree holds, where that is another text or has other records, and how it stands by the commits of
	 * what is checked out; null where all is the same.
	 */
	readonly here: ({ readonly version: string | null; readonly digest: string | null } & StandingHere) | null;
}

/** The line of a document that the mainline knows. */
export function knownEntry(
	id: string,
	summary: DocumentSummary | undefined,
	state: DocumentState,
	digest: string | null,
	file: string | null,
	policy: Policy,
	feedback: number,
): RegisterEntry {
	const { inForce, notEvaluated, standing, status, why } = state;
	return {
		...namesOf(id, summary),
		file,
		inForce:
			inForce === undefined
				? null
				: {
						version: inForce.version,
						digest: inForce.digest ?? null,
						...sinceWhen(inForce),
						placeholders: summary?.placeholders ?? 0,
					},
		notEvaluated,
		standing: { version: standing?.version ?? null, digest, status, why },
		nextReview: reviewOf(summary, state, policy)?.day ?? null,
		feedback,
		here: null,
	};
}

/** The line of a document that stands on the mainline nowhere: what nobody else can see is a draft. */
export function draftEntry(
	summary: DocumentSummary,
	value: unknown,
	why: string,
	notEvaluated: string | null,
	here: StandingHere | undefined,
): RegisterEntry {
	const text = { version: summary.version ?? null, digest: digestOf(value) };
	return {
		...namesOf(summary.id ?? null, summary),
		file: summary.file,
		inForce: null,
		notEvaluated,
		standing: { ...text, status: 'draft', why: [why] },
		nextReview: null,
		feedback: 0,
		here: here === undefined ? null : { ...text, ...here },
	};
}

/** When a document has to be reviewed next, by its own interval or the library's. */
export function reviewOf(
	summary: Pick<DocumentSummary, 'reviewEvery'> | undefined,
	state: DocumentState,
	policy: Policy,
): NextReview | undefined {
	const { timeline, reviews } = state;
	return isOver(state)
		? undefined
		: nextReview(timeline, summary?.reviewEvery ?? policy.review, policy.zone, reviews);
}

/**
 * The same line as a row of cells. `isDetached` says that no branch is checked out; a cause that `isToldOnce` is not in the
 * cell, as it stands below the table.
 */
export function registerRow(
	entry: RegisterEntry,
	zone: string,
	isDetached: boolean,
	isToldOnce: (cause: string) => boolean,
): Readonly<Record<string, unknown>> {
	const { standing, inForce, notEvaluated, here, ...names } = entry;
	const force =
		inForce === null
			? notEvaluated === null
				? 'none'
				: `not evaluated${isToldOnce(notEvaluated) ? '' : `: ${notEvaluated}`}`
			: `${inForce.version}${sinceWords(inForce, zone)}`;
	const stands = standing.version ?? (standing.status === 'missing' ? 'nowhere' : null);
	return {
		...names,
		version: stands,
		digest: standing.digest,
		status: standing.status,
		why: standing.why.join('; '),
		inForce: force,
		inForceDigest: inForce?.digest ?? null,
		here:
			here === null
				? null
				: `${here.version ?? 'no version'} (${shortDigest(here.digest ?? undefined)})${here.status === null ? '' : ` ${here.status} on this ${isDetached ? 'commit' : 'branch'}`}`,
		whyHere: here?.why.join('; ') ?? null,
	};
}

/** Since when a version is in force, as JSON says it. */
export function sinceWhen(version: Version): {
	readonly from: string | null;
	readonly fromAtLatest: string | null;
} {
	const from = knownStart(version);
	const atLatest = from === undefined ? version.start : undefined;
	return {
		from: from === undefined ? null : instantText(from),
		fromAtLatest: atLatest === undefined ? null : instantText(atLatest),
	};
}

function sinceWords(
	{ from, fromAtLatest }: Readonly<Record<'from' | 'fromAtLatest', string | null>>,
	zone: string,
): string {
	const day = (instant: string) => dayAt(Date.parse(instant) / 1000, zone);
	if (from !== null) return ` since ${day(from)}`;
	return fromAtLatest === null ? '' : ` since ${day(fromAtLatest)} or earlier`;
}

function namesOf(id: string | null, summary: DocumentSummary | undefined) {
	return {
		id,
		kind: summary?.kind ?? (id?.startsWith('CHK-') ? ('checklist' as const) : ('sop' as const)),
		title: summary?.title ?? null,
		function: summary?.function ?? null,
		owner: summary?.owner ?? null,
	};
}
