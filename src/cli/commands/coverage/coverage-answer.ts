import { type Coverage, coverageOf } from '../../../control/coverage/coverage-of.ts';
import type { Activity } from '../../../model/activity.ts';
import { findFunction, functionsOf } from '../../../model/functions.ts';
import { dayAt } from '../../../model/zone.ts';
import type { CommandContext } from '../../command-context.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { knownConfig } from '../../history/policy-at.ts';
import { registersAt } from '../../history/registers-at.ts';
import { whyNoRuns } from '../../history/why-no-runs.ts';
import { type Withheld, withholdingOf } from '../../withholding.ts';
import { activitiesKnown, type KnownActivities } from './activities-known.ts';
import { type CoveragePeriod, coveragePeriod } from './coverage-period.ts';
import { coveringDocuments } from './covering-documents.ts';

/** What an answer of `sop coverage` is made from. */
export interface CoverageAnswer {
	readonly coverage: Coverage;
	readonly known: KnownActivities;
	readonly period: CoveragePeriod;
	/** Why runs are not evaluated. */
	readonly noRuns: string;
	readonly withheld: readonly Withheld[];
	/** Ids of documents whose text cannot be read. */
	readonly unread: readonly string[];
	/** What documents cover and the register does not have. */
	readonly unknown: readonly { readonly document: string; readonly activity: string }[];
}

/** Answers a call of `sop coverage` from the record. */
export async function coverageAnswer(context: CommandContext, record: OpenRecord): Promise<CoverageAnswer> {
	const { moment, policy } = record;
	const today = dayAt(moment.on, policy.zone);
	const config = await knownConfig(record, moment.position);
	const registers = await registersAt(record, config);
	const known = activitiesKnown(context.io.files, registers);
	const functions = functionsOf(config).map(({ id }) => id);
	const activities = chosen(context, known.activities, functionsOf(config));
	const { documents, withheld, unread } = await coveringDocuments(
		record,
		registers.people,
		withholdingOf(context, policy.classification),
	);
	const ids = new Set(known.activities.map(({ id }) => id));
	return {
		coverage: coverageOf(activities, documents, functions, today),
		known,
		period: coveragePeriod(context, today),
		noRuns: whyNoRuns(record),
		withheld,
		unread,
		// Of what is withheld nobody is to learn what it covers.
		unknown: documents
			.filter(({ isWithheld }) => !isWithheld)
			.flatMap(({ id, covers }) =>
				covers.filter((one) => !ids.has(one)).map((activity) => ({ document: id, activity })),
			),
	};
}

/** The activities of `--function`, by its id or code; all where it is not given. */
function chosen(
	context: CommandContext,
	activities: readonly Activity[],
	functions: ReturnType<typeof functionsOf>,
): readonly Activity[] {
	const word = context.text('function');
	if (word === undefined) return activities;
	const known = new Set(functions.map(({ id }) => id));
	const others = [...new Set(activities.map((one) => one.function))].filter((name) => !known.has(name));
	const found = findFunction(word, [...functions, ...others.map((id) => ({ id, code: id }))]);
	return activities.filter((one) => one.function === found.id);
}
