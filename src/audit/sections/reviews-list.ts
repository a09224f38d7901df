import type { JudgedReview } from '../../control/judged-review.ts';
import { nextReview } from '../../control/next-review.ts';
import { inForceFor } from '../../control/of-version.ts';
import { daysBetween } from '../../model/calendar-day.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import { dayAt } from '../../model/zone.ts';
import type { AuditedDocument, AuditInput } from '../audit-input.ts';
import { countOfShown } from '../count-records.ts';
import { type Column, listOf, type PacketList, type Row } from '../packet-list.ts';
import { isIn } from '../period.ts';
import type { Result } from '../result.ts';
import { scopeOf } from '../scope.ts';
import { causeResult } from './identity-result.ts';
import { drawnFrom, makerColumns, placeColumns, recordCells } from './record-cells.ts';
import { intervalOf } from './reviewed-version.ts';

const columns: readonly Column[] = [
	...placeColumns,
	...makerColumns,
	{
		key: 'verdict',
		title: 'Verdict',
		about: 'what it came to: keep (no change), revise or retire',
		released: true,
		total: 'values',
	},
	{ key: 'event', title: 'Event', about: 'the event that made it necessary before its time' },
	{ key: 'reason', title: 'Reason', about: 'why it came to that' },
	{
		key: 'counts',
		title: 'Counts',
		about: 'yes, no, or not evaluated, as known at the end of the period',
		released: true,
		total: 'values',
	},
	{ key: 'cause', title: 'Why not', about: 'why it does not count, or why that cannot be told' },
	{
		key: 'countsByNow',
		title: 'Counts, by now',
		about: 'the same by all that has been learnt since, where that is another',
		released: true,
	},
	{
		key: 'due',
		title: 'Due',
		about: 'the day by which it was due; empty where it does not count or no day can be told',
		released: true,
	},
	{
		key: 'daysLate',
		title: 'Days late',
		about: 'how many days later than that it was known',
		released: true,
		total: 'sum',
	},
];

/** A record of a review that the mainline first showed in the period. */
export interface ShownReview {
	readonly record: KnownRecord<'reviews'>;
	readonly document: AuditedDocument | undefined;
	/** As known at the end of the period; undefined where its document never stood. */
	readonly judged: JudgedReview | undefined;
	/** The day by which it was due; undefined where it does not count, or none can be told. */
	readonly due: string | undefined;
	readonly daysLate: number | undefined;
}

/** The records of reviews that the mainline first showed in the period. */
export function shownReviews(input: AuditInput): readonly ShownReview[] {
	const scope = scopeOf(input);
	const { period, records } = input;
	return records.reviews.flatMap((record): readonly ShownReview[] => {
		if (!isIn(period, record.known) || !scope.has(record.value.document)) return [];
		const document = scope.find(record.value.document);
		const judged = document?.stateThen.reviews.find((one) => isSame(one.record, record));
		const due =
			document === undefined || judged?.cause !== null ? undefined : dueBefore(document, record, input);
		const late = due === undefined ? undefined : daysBetween(due, dayAt(record.known, period.zone));
		const daysLate = late === undefined ? undefined : Math.max(0, late);
		return [{ record, document, judged, due, daysLate }];
	});
}

/** The day by which a document had to be reviewed, as it was before a review. */
function dueBefore(
	document: AuditedDocument,
	review: KnownRecord<'reviews'>,
	input: AuditInput,
): string | undefined {
	const { timeline, reviews } = document.stateThen;
	const version = inForceFor(timeline, review);
	const every = version && intervalOf(document, version, input);
	const before = reviews.filter(({ record }) => record.known < review.known);
	return nextReview(timeline, every ?? undefined, input.period.zone, before)?.day;
}

/** The list of them. */
export function reviewsList(input: AuditInput, shown: readonly ShownReview[]): PacketList {
	return listOf({
		name: 'reviews',
		title: 'Reviews',
		about: 'a record of a review that the mainline first showed in the period',
		columns,
		key: ['file'],
		rows: shown.map((one) => rowOf(input, one)),
		source: 'the files of records/reviews that the mainline first showed in the period',
		reperform: countOfShown(input, 'reviews', 'in the period'),
		population: 'per event',
	});
}

function rowOf(
	{ period, whoSigned }: AuditInput,
	{ record, document, judged, due, daysLate }: ShownReview,
): Row {
	const { verdict, event, reason } = record.value;
	const { result, detail } =
		judged === undefined ? { result: undefined, detail: noDocument } : causeResult(judged.cause);
	const byNow = document?.state.reviews.find((one) => isSame(one.record, record));
	const now = byNow === undefined ? counts(result) : counts(causeResult(byNow.cause).result);
	return {
		of: drawnFrom(record),
		cells: {
			...recordCells(record, judged?.who ?? whoSigned(record), period),
			verdict: verdict ?? null,
			event: event ?? null,
			reason: reason ?? null,
			counts: counts(result),
			cause: detail === '' ? null : detail,
			countsByNow: now === counts(result) ? null : now,
			due: due ?? null,
			daysLate: daysLate ?? null,
		},
	};
}

const noDocument = 'no document of that id stood on the mainline by then';

function counts(result: Result | undefined): string {
	return result === 'holds' ? 'yes' : result === 'not evaluated' ? result : 'no';
}

function isSame(one: KnownRecord, other: KnownRecord): boolean {
	return one.file === other.file && one.blob === other.blob;
}
