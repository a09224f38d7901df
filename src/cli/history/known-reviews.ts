import { type TextFacts, textFactsOf } from '../../control/approval/text-facts.ts';
import {
	type AuthorshipInput,
	commitsOfAuthorship,
	textsOfAuthorship,
	versionAuthors,
} from '../../control/approval/version-authors.ts';
import { type JudgedReview, judgeReview } from '../../control/judged-review.ts';
import { inForceFor } from '../../control/of-version.ts';
import { groupBy } from '../../diagnostics/group-by.ts';
import { digestOfRead, readTexts } from '../../library/history/read-texts.ts';
import { knownRecords } from '../../library/records/known-records.ts';
import type { Timeline } from '../../model/history/timeline.ts';
import type { Trail } from '../../model/history/trail.ts';
import type { Version } from '../../model/history/version.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import type { OpenRecord } from './open-record.ts';
import { commitSigners, signersOf } from './signers-of.ts';
import { whyUncertain } from './why-uncertain.ts';

/** A document as far as its reviews are judged by it. */
interface Reviewed {
	readonly id: string;
	readonly trail: Trail;
	readonly state: { readonly timeline: Timeline };
}

/** Facts of a text that was read: null where it cannot be; undefined where nobody has looked. */
export type FactsOf = (blob: string) => TextFacts | null | undefined;

/**
 * The reviews of documents that were known at the moment of a record, judged. Texts are read only of what was reviewed:
 * that of the version in force then, and those that tell who wrote it.
 */
export async function knownReviews(
	record: OpenRecord,
	documents: readonly Reviewed[],
	known: FactsOf,
): Promise<ReadonlyMap<string, readonly JudgedReview[]>> {
	const { git, history, moment } = record;
	const judged = new Map<string, readonly JudgedReview[]>();
	if (!history.files.some((file) => file.startsWith('records/reviews/'))) return judged;
	const mainline = history.mainlineUpTo(moment.position);
	const records = await knownRecords({ git, history, mainline, upTo: moment.position, kinds: ['reviews'] });
	if (records.reviews.length === 0) return judged;
	const byId = groupBy(records.reviews, ({ value }) => value.document ?? '');
	const reviewed = documents.flatMap((one) => {
		const reviews = byId.get(one.id);
		return reviews === undefined ? [] : [{ ...one, reviews }];
	});
	const facts = await readFacts(record, known, textsAbout(record, reviewed));
	const signers = await commitSigners(record, new Set(commitsAbout(record, reviewed, facts)));
	const whoSigned = await signersOf(
		record,
		reviewed.flatMap(({ reviews }) => reviews),
	);
	const unseen = whyUncertain(record);
	for (const { id, trail, state, reviews } of reviewed) {
		const authorsOf = (version: Version) =>
			versionAuthors({
				...authorship(record, trail, state.timeline, version, facts),
				signerOf: (commit) => signers.get(commit) ?? undefined,
			});
		judged.set(
			id,
			reviews.map((one) =>
				judgeReview(one, {
					timeline: state.timeline,
					digestOf: (version) => version.digest ?? digestIn(facts, version.blob),
					authorsOf,
					authorityAt: record.authorityAt,
					whoSigned,
					unseen,
				}),
			),
		);
	}
	return judged;
}

function textsAbout(
	record: OpenRecord,
	reviewed: readonly (Reviewed & { readonly reviews: readonly KnownRecord<'reviews'>[] })[],
): readonly string[] {
	return reviewed.flatMap(({ trail, state: { timeline }, reviews }) =>
		reviews.flatMap((one) => {
			const version = inForceFor(timeline, one);
			if (version === undefined) return [];
			return [
				version.blob,
				...textsOfAuthorship(authorship(record, trail, timeline, version, () => undefined)),
			];
		}),
	);
}

function commitsAbout(
	record: OpenRecord,
	reviewed: Parameters<typeof textsAbout>[1],
	facts: FactsOf,
): readonly string[] {
	return reviewed.flatMap(({ trail, state: { timeline }, reviews }) =>
		reviews.flatMap((one) => {
			const version = inForceFor(timeline, one);
			return version === undefined
				? []
				: commitsOfAuthorship(authorship(record, trail, timeline, version, facts));
		}),
	);
}

/** What tells the authors of a version, by texts that have been read. */
export function authorship(
	record: OpenRecord,
	trail: Trail,
	{ versions }: Timeline,
	version: Version,
	facts: FactsOf,
): AuthorshipInput {
	const before = versions.findLast((one) => one.owns === 'yes' && one.position < version.position);
	return {
		entries: trail.entries,
		after: before?.position ?? -1,
		upTo: version.position,
		digestOf: (blob: string) => digestIn(facts, blob),
		named: facts(version.blob)?.authors ?? [],
		authorityAt: record.authorityAt,
		timeAt: (position: number) => record.history.mainline.at(position)?.time ?? 0,
	};
}

function digestIn(facts: FactsOf, blob: string): string | null | undefined {
	const known = facts(blob);
	return known === null ? null : known?.digest;
}

async function readFacts(
	{ git, history }: OpenRecord,
	known: FactsOf,
	blobs: readonly string[],
): Promise<FactsOf> {
	const read = new Map<string, TextFacts | null>();
	const wanted = [...new Set(blobs)].map((blob) => ({ blob, file: '' }));
	for await (const text of readTexts(git, wanted, history.state.filtered)) {
		const digest = digestOfRead(text.read);
		// A copy, because pieces of a text keep the whole text in memory.
		read.set(text.blob, digest === null ? null : structuredClone(textFactsOf(text.read.value, digest)));
	}
	return (blob) => (read.has(blob) ? read.get(blob) : known(blob));
}
