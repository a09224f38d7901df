import { type Coverage, coverageOf } from '../../../control/coverage/coverage-of.ts';
import { shareWords } from '../../../control/coverage/share.ts';
import type { Activity } from '../../../model/activity.ts';
import { findFunction, functionsOf } from '../../../model/functions.ts';
import { dayAt } from '../../../model/zone.ts';
import { coverageMap } from '../../../report/coverage-map.ts';
import { inertText } from '../../../report/inert-text.ts';
import { tableText } from '../../../report/table.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { sayWithoutApprovals } from '../../history/approvals-words.ts';
import { coordinates } from '../../history/moment.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { knownConfig } from '../../history/policy-at.ts';
import { registersAt } from '../../history/registers-at.ts';
import { requiredRecord } from '../../history/required-record.ts';
import { whyNoRuns } from '../../history/why-no-runs.ts';
import { printTable } from '../../print-table.ts';
import { sayWithheld, type Withheld, withheldWords, withholdingOf } from '../../withholding.ts';
import { activitiesKnown, type KnownActivities } from './activities-known.ts';
import { coverageCells, coverageJson } from './coverage-cells.ts';
import { type CoveragePeriod, coveragePeriod } from './coverage-period.ts';
import { coveringDocuments } from './covering-documents.ts';
import { minPercent, shortOfMin } from './min-percent.ts';

/** What an answer of `sop coverage` is made from. */
interface Answer {
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

/** `sop coverage`. Ends with 1 where less is covered than `--min` asks for. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const min = minPercent(context);
	const record = await requiredRecord(
		context,
		'Coverage',
		'Only what is committed to the mainline can be in force.',
	);
	const { moment, policy } = record;
	const answer = await answerOf(context, record);
	await printAnswer(context, record, answer);
	const { coverage, known, withheld, unknown } = answer;
	const unseen = coverage.rows.filter(({ status }) => status === 'not evaluated');
	for (const { activity, why } of unseen.slice(0, mostNamed))
		context.warn(`Not evaluated: ${activity.id}: ${why[0] ?? withheldWords}.`);
	if (unseen.length > mostNamed) context.warn(`And ${unseen.length - mostNamed} more activities.`);
	for (const id of answer.unread.slice(0, mostNamed))
		context.warn(`Not evaluated: what ${id} covers: its text cannot be read. sop lint shows where.`);
	if (answer.unread.length > mostNamed)
		context.warn(`And ${answer.unread.length - mostNamed} more documents.`);
	sayWithheld(context, withheld.length, 'document');
	context.say(
		`Covered: ${shareWords(coverage.share)}${setAsideWords(coverage)}, ${coordinates(moment, policy.zone)}.`,
	);
	if (known.why !== null) {
		context.say(
			`Measured by the ${known.activities.length} activities that sop ships, as ${known.why}. sop init writes a register to make your own.`,
		);
	}
	sayUnknown(context, unknown, known.from);
	context.say(`Runs from ${answer.period.from} to ${answer.period.to}: not evaluated, ${answer.noRuns}.`);
	sayWithoutApprovals(context, policy);
	const short = min === undefined ? undefined : shortOfMin(coverage, min);
	if (short !== undefined) context.warn(short);
	return short === undefined ? exitCode.clean : exitCode.findings;
}

/** So many activities that nobody knows are named. */
const mostNamed = 5;

/** Says what documents cover and no activity is: of a register of their own somebody has mistyped it. */
function sayUnknown(
	context: CommandContext,
	unknown: Answer['unknown'],
	from: KnownActivities['from'],
): void {
	if (from === 'sop') {
		const count = new Set(unknown.map(({ activity }) => activity)).size;
		if (count > 0)
			context.say(`Documents cover ${count} more that stand in no register, and are not counted.`);
		return;
	}
	for (const { document, activity } of unknown.slice(0, mostNamed))
		context.warn(`${document} covers ${activity}, which the register does not have.`);
	if (unknown.length > mostNamed) context.warn(`And ${unknown.length - mostNamed} more. sop lint lists all.`);
}

async function answerOf(context: CommandContext, record: OpenRecord): Promise<Answer> {
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

async function printAnswer(context: CommandContext, record: OpenRecord, answer: Answer): Promise<void> {
	const { coverage, known, period, noRuns, withheld, unread, unknown } = answer;
	const format = context.text('format');
	const executed = format === 'html' ? 'not evaluated' : `not evaluated: ${noRuns}`;
	const cells = coverage.rows.map((row) => coverageCells(row, executed));
	const { moment, history, policy } = record;
	if (format === 'html') {
		const { coveragePage } = await import('../../../render/coverage/coverage-page.tsx');
		const asOf = coordinates(moment, policy.zone);
		context.print(
			coveragePage({
				coverage,
				rows: cells,
				asOf,
				period,
				noRuns,
				why: known.why,
				withheld: withheld.length,
			}),
		);
		return;
	}
	if (format !== 'json' && format !== 'csv') {
		const options = { width: context.width, color: context.colorLevel > 0 };
		const columns = [
			...tableColumns.slice(0, 2),
			...tableColumns.slice(2).filter(({ key }) => cells.some((row) => row[key] !== null)),
		];
		const texts = cells.map((row) => columns.map(({ key }) => inertText(row[key] ?? '')));
		context.print(
			cells.length === 0
				? 'No activity.\n'
				: `${coverageMap(coverage, options)}\n${await tableText(columns, texts, options)}`,
		);
		return;
	}
	const json = { result: 'not evaluated', why: noRuns };
	await printTable(context, {
		name: 'activities',
		head: {
			asOf: moment.onText,
			known: { commit: moment.known.id, ref: history.ref?.ref ?? null },
			approvals: policy.approvals,
			register: { from: known.from, why: known.why },
			period,
			coverage: coverage.share,
			functions: coverage.functions.map(({ function: name, share }) => ({ function: name, ...share })),
			unknown,
			unread,
			withheld,
		},
		columns: csvColumns,
		rows: format === 'json' ? coverage.rows.map((row) => coverageJson(row, json)) : cells,
	});
}

function setAsideWords({ share: { setAside } }: Coverage): string {
	return setAside === 0 ? '' : `, ${setAside} set aside`;
}

/** What a table has room for: the owner of the document, else in brackets who usually answers for the activity. */
const tableColumns = [
	{ key: 'status', title: 'Status' },
	{ key: 'risk', title: 'Risk' },
	{ key: 'activity', title: 'Activity' },
	{ key: 'sop', title: 'SOP' },
	{ key: 'checklist', title: 'Checklist' },
	{ key: 'ownerOrTypical', title: 'Owner (usual)' },
	{ key: 'nextReview', title: 'Next review' },
] as const;

const csvColumns = [
	{ key: 'status', title: 'Status' },
	{ key: 'risk', title: 'Risk' },
	{ key: 'function', title: 'Function' },
	{ key: 'activity', title: 'Activity' },
	{ key: 'name', title: 'Name' },
	{ key: 'every', title: 'Every' },
	{ key: 'sop', title: 'SOP' },
	{ key: 'checklist', title: 'Checklist' },
	{ key: 'executed', title: 'Executed' },
	{ key: 'owner', title: 'Owner' },
	{ key: 'typicalOwner', title: 'Usual owner' },
	{ key: 'nextReview', title: 'Next review' },
	{ key: 'why', title: 'Why' },
] as const;
