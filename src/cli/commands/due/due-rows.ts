import { dueExceptions } from '../../../control/due-exceptions.ts';
import type { DueDays, DueRow } from '../../../control/due-row.ts';
import { dueRuns } from '../../../control/due-runs.ts';
import { dueTrainings } from '../../../control/due-trainings.ts';
import { allowedExceptions } from '../../../control/standing-exceptions.ts';
import type { Classification } from '../../../model/classification.ts';
import { knownStart } from '../../../model/history/version.ts';
import { obligationsOf } from '../../../model/obligations.ts';
import { workingDays } from '../../../model/working-days.ts';
import { dayAt } from '../../../model/zone.ts';
import { knownExceptions } from '../../history/known-exceptions.ts';
import { knownTexts } from '../../history/known-texts.ts';
import { type BindingDocument, knownTrainings } from '../../history/known-trainings.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { knownConfig } from '../../history/policy-at.ts';
import { registersAt } from '../../history/registers-at.ts';
import { reviewOf } from '../list/register-entry.ts';

/** What is wanted of what falls due. */
export interface WantedDue extends DueDays {
	/** A row for each person who must be trained, not one for all of them. */
	readonly eachPerson: boolean;
	/** A row for each run of a checklist, not one for the next. */
	readonly eachRun: boolean;
}

/** What falls due, and what cannot be told. */
export interface FoundDue {
	/** The earliest first. */
	readonly rows: readonly DueRow[];
	readonly notEvaluated: readonly { readonly document: string; readonly reason: string }[];
	/** Why no training is evaluated at all, as a cause; null where trainings are. */
	readonly noTrainings: string | null;
	/** Records that cannot be read: what they say counts for nothing. */
	readonly unread: readonly string[];
	/** The id of the library. */
	readonly library: string | undefined;
	/** The class of a document, as all its texts have it that bear on this. */
	readonly classOf: (document: string) => Classification;
	/** The digest in force of a document. */
	readonly digestOf: (document: string) => string | undefined;
}

/** Finds all that falls due: reviews, trainings, ends of exceptions, corrective actions, and runs of checklists. */
export async function dueRows(record: OpenRecord, wanted: WantedDue): Promise<FoundDue> {
	const { moment } = record;
	const config = await knownConfig(record, moment.position);
	const registers = await registersAt(record, config);
	const documents = await knownTexts(record, obligationsOf);
	const byId = new Map(documents.map((one) => [one.id, one]));
	const textOf = (id: string) => byId.get(id)?.inForce?.taken ?? byId.get(id)?.standing;
	const namesOf = (id: string) => ({ title: textOf(id)?.title ?? null, owner: textOf(id)?.owner ?? null });
	const trainings = await knownTrainings(record, documents, registers, config.library);
	const exceptions = await knownExceptions(record, documents);
	const runs = documents.map((one) => ({
		id: one.id,
		found: runsOf(record, one, wanted, workingDays(registers.calendar)),
	}));
	const withTrainings = registers.people !== undefined;
	const rows = [
		...documents.flatMap((one) => reviewRow(record, one, wanted)),
		...dueTrainings(trainings.rows, wanted, (id) => namesOf(id).owner, wanted.eachPerson),
		...dueExceptions({
			...wanted,
			records: allowedExceptions(exceptions.exceptions),
			library: config.library,
			on: moment.on,
			namesOf,
		}),
		...runs.flatMap(({ found }) => (typeof found === 'string' ? [] : found)),
	];
	const unseen = [
		...documents.map(({ id, state }) => ({ id, found: state.notEvaluated })),
		...runs,
		...trainings.inForce.map(({ document, training }) => ({ id: document, found: training.notEvaluated })),
	];
	return {
		rows: rows.sort((a, b) => compare(a.due, b.due) || compare(a.id, b.id) || compare(nameOf(a), nameOf(b))),
		notEvaluated: unseen.flatMap(({ id, found }) =>
			typeof found === 'string' ? [{ document: id, reason: found }] : [],
		),
		noTrainings:
			withTrainings || !trainings.rows.some(({ status }) => status === 'not evaluated')
				? null
				: (registers.whyNot?.people ?? 'no people register'),
		unread: [...trainings.unread, ...exceptions.unread],
		library: config.library,
		// What no document of the mainline bears is of nobody knows which class.
		classOf: (id) => byId.get(id)?.classification ?? 'restricted',
		digestOf: (id) => byId.get(id)?.inForce?.digest,
	};
}

function reviewRow(
	{ policy }: OpenRecord,
	{ id, state, inForce }: BindingDocument,
	{ today, last }: DueDays,
): readonly DueRow[] {
	if (state.inForce === undefined) return [];
	const review = reviewOf(inForce?.taken, state, policy);
	if (review === undefined || review.day > last) return [];
	return [
		{
			due: review.day,
			when: review.day < today ? 'overdue' : 'due',
			what: 'review',
			id,
			title: inForce?.taken.title ?? null,
			owner: inForce?.taken.owner ?? null,
			detail: null,
			why: review.why,
			key: [],
		},
	];
}

function runsOf(
	{ policy }: OpenRecord,
	{ id, state, inForce }: BindingDocument,
	wanted: WantedDue,
	isWorkingDay: (day: string) => boolean,
): readonly DueRow[] | string {
	const { schedule, title = null, owner = null } = inForce?.taken ?? {};
	if (schedule === undefined || state.inForce === undefined) return [];
	const begun = state.timeline.versions.filter(({ start }) => start !== undefined);
	const starts = begun.flatMap((one) => knownStart(one) ?? []);
	if (starts.length < begun.length || starts.length === 0)
		return 'its schedule may have begun before the commits that are here';
	const start = dayAt(Math.min(...starts), policy.zone);
	return dueRuns({ id, title, owner, ...schedule, start }, wanted, isWorkingDay, wanted.eachRun);
}

function nameOf({ what, key }: DueRow): string {
	return JSON.stringify([what, ...key]);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
