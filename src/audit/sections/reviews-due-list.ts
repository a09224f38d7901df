import { daysBetween } from '../../model/calendar-day.ts';
import { dayAt } from '../../model/zone.ts';
import type { AuditedDocument, AuditInput } from '../audit-input.ts';
import { countOfShown } from '../count-records.ts';
import { type Column, listOf, type PacketList } from '../packet-list.ts';
import { isIn } from '../period.ts';
import { madeAnew } from '../reperformance.ts';
import { intervalOf, type LastInForce, lastInForce, reviewDue } from './reviewed-version.ts';

const columns: readonly Column[] = [
	{ key: 'document', title: 'Document', about: 'its id', released: true },
	{ key: 'title', title: 'Title', about: 'its title' },
	{
		key: 'version',
		title: 'Version',
		about: 'the version that was in force last in the period',
		released: true,
	},
	{ key: 'every', title: 'Interval', about: 'the longest time between two reviews' },
	{
		key: 'lastReview',
		title: 'Last review',
		about: 'the day on which the last review that counts was known; empty where none is recorded',
		released: true,
	},
	{
		key: 'verdict',
		title: 'Verdict',
		about: 'what that review came to: keep, revise or retire',
		released: true,
		total: 'values',
	},
	{ key: 'reviewer', title: 'Reviewer', about: 'who made that review, by the id of the people register' },
	{
		key: 'noChange',
		title: 'No change',
		about: 'how many reviews that count and were known in the period changed nothing (verdict keep)',
		released: true,
		total: 'sum',
	},
	{
		key: 'on',
		title: 'Judged on',
		about: 'the last day of the period on which a version was in force',
		released: true,
	},
	{
		key: 'next',
		title: 'Next review',
		about: 'the day by which the next review is due, as known on that day; empty where that cannot be told',
		released: true,
	},
	{
		key: 'daysLate',
		title: 'Days late',
		about: 'how many days that day had gone by, as known then',
		released: true,
		total: 'sum',
	},
	{ key: 'why', title: 'Why', about: 'how the day follows, or why it cannot be told' },
	{
		key: 'nextByNow',
		title: 'Next, by now',
		about: 'the day by which it was due by all that has been learnt since, where that is another',
		released: true,
	},
];

/** A document that was in force in the period, and when its review was due. */
export interface ReviewedDocument {
	readonly document: AuditedDocument;
	/** Undefined where it cannot be told what was in force. */
	readonly last: LastInForce | undefined;
	readonly next: ReturnType<typeof reviewDue>;
	/** Undefined where the day cannot be told. */
	readonly daysLate: number | undefined;
}

/** The documents of which a version was in force at any time of the period, and when their reviews were due, as known then. */
export function reviewedDocuments(
	input: AuditInput,
	documents: readonly AuditedDocument[],
): readonly ReviewedDocument[] {
	return documents.flatMap((document): readonly ReviewedDocument[] => {
		const { stateThen } = document;
		const last = lastInForce(stateThen, input);
		if (stateThen.notEvaluated !== null)
			return stateThen.timeline.stood
				? [{ document, last: undefined, next: stateThen.notEvaluated, daysLate: undefined }]
				: [];
		if (last === undefined) return [];
		const next = reviewDue(document, stateThen, last, input);
		const late =
			typeof next === 'string' ? undefined : daysBetween(next.day, dayAt(last.moment, input.period.zone));
		return [{ document, last, next, daysLate: late === undefined ? undefined : Math.max(0, late) }];
	});
}

/** When reviews were due, and how late they were. */
export function reviewsDueList(input: AuditInput, reviewed: readonly ReviewedDocument[]): PacketList {
	return listOf({
		name: 'reviews-due',
		title: 'Reviews that were due',
		about: 'a document of which a version was in force at any time of the period',
		columns,
		key: ['document'],
		rows: reviewed.map((one) => ({ of: [one.document.id], cells: cellsOf(input, one) })),
		source:
			'the versions in force, their section 15, and the records of reviews, as known at the end of the period',
		reperform: [...countOfShown(input, 'reviews', 'by the end of the period'), ...madeAnew('reviews-due')],
	});
}

function cellsOf(input: AuditInput, { document, last, next, daysLate }: ReviewedDocument) {
	const { period } = input;
	const { stateThen, state } = document;
	const counting = stateThen.reviews.filter(
		({ cause, record }) => cause === null && record.known <= (last?.moment ?? period.end),
	);
	const review = counting.at(-1)?.record;
	const then = typeof next === 'string' ? null : next.day;
	const byNow = lastInForce(state, input);
	const now =
		byNow === undefined ? undefined : reviewDue(document, state, byNow, input, Number.POSITIVE_INFINITY);
	const nextByNow = typeof now === 'object' && now.day !== then ? now.day : null;
	return {
		document: document.id,
		title: document.title,
		version: last?.version.version ?? null,
		every: last === undefined ? null : (intervalOf(document, last.version, input) ?? null),
		lastReview: review === undefined ? null : dayAt(review.known, period.zone),
		verdict: review?.value.verdict ?? null,
		reviewer: review?.value.person ?? null,
		noChange: counting.filter(({ record }) => isIn(period, record.known) && record.value.verdict === 'keep')
			.length,
		on: last === undefined ? null : dayAt(last.moment, period.zone),
		next: then,
		daysLate: daysLate ?? null,
		why: typeof next === 'string' ? next : next.why,
		nextByNow,
	};
}
