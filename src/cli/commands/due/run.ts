import type { DueDays, DueRow } from '../../../control/due-row.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { addDuration, daysBetween } from '../../../model/calendar-day.ts';
import { type Classification, isClassification, usualClassification } from '../../../model/classification.ts';
import { parseDuration } from '../../../model/duration.ts';
import { dayAt } from '../../../model/zone.ts';
import { countOf } from '../../../report/count-of.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { sayWithoutApprovals } from '../../history/approvals-words.ts';
import { coordinates } from '../../history/moment.ts';
import { type OpenRecord, openRecord } from '../../history/open-record.ts';
import { warnOfMissing } from '../../history/warn-of-missing.ts';
import { printTable } from '../../print-table.ts';
import {
	sayWithheld,
	type Withheld,
	type Withholding,
	withheldColumns,
	withheldItem,
	withheldRows,
	withholdingOf,
} from '../../withholding.ts';
import { dueFeed } from './due-feed.ts';
import { dueRows, type FoundDue } from './due-rows.ts';

/** `sop due`. Ends with 1 where something is overdue, or cannot be told. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const written = context.text('within') ?? '3 months';
	const within = parseDuration(written);
	if (within === undefined)
		throw new CommandError(`--within takes a duration such as "3 months", not ${JSON.stringify(written)}`);
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const { record, cause } = await openRecord(context, library);
	if (record === undefined) {
		throw new CommandError(`What is due is not evaluated: ${cause}`, {
			help: 'Only what is committed to the mainline can be in force, and fall due.',
			exitCode: 3,
		});
	}
	const { policy, moment } = record;
	const today = dayAt(moment.on, policy.zone);
	const last = addDuration(today, within) ?? '9999-12-31';
	const isFeed = context.text('format') === 'ics';
	const found = await dueRows(record, {
		today,
		last,
		eachPerson: context.has('trainings'),
		eachRun: isFeed,
	});
	const { rows, notEvaluated } = found;
	const withholding = withholdingOf(context, policy.classification);
	const isWithheld = ({ id }: DueRow) => withholding.withholds(classOfDue(found, id, policy.classification));
	if (isFeed) {
		const { calendarFeed } = await import('../../../report/calendar-feed.ts');
		context.print(calendarFeed('What falls due', moment.known.time, dueFeed(found, isWithheld)));
	} else {
		const told = { ...found, rows: rows.filter((row) => !isWithheld(row)) };
		const ids = new Set(rows.filter(isWithheld).map(({ id }) => id));
		const withheld = [...ids].map((id) => withheldItem(id, found.digestOf(id)));
		await printRows(context, record, told, { today, last }, { withholding, withheld });
		sayWithheld(context, withheld.length, 'document');
	}
	context.say(`Due ${coordinates(moment, policy.zone)}.`);
	sayWithoutApprovals(context, policy);
	warnOfMissing(context, notEvaluated, found.unread);
	if (found.noTrainings !== null) context.say(`Trainings are not evaluated: ${found.noTrainings}.`);
	return rows.some(({ when }) => when === 'overdue') || notEvaluated.length > 0 || found.unread.length > 0
		? exitCode.findings
		: exitCode.clean;
}

async function printRows(
	context: CommandContext,
	{ moment, history, policy }: OpenRecord,
	{ rows, notEvaluated, noTrainings, unread }: FoundDue,
	{ today, last }: DueDays,
	{ withholding, withheld }: { readonly withholding: Withholding; readonly withheld: readonly Withheld[] },
): Promise<void> {
	const isCsv = context.text('format') === 'csv';
	const isTable = !isCsv && context.text('format') !== 'json';
	await printTable(context, {
		name: 'due',
		head: {
			asOf: moment.onText,
			known: { commit: moment.known.id, ref: history.ref?.ref ?? null },
			until: last,
			approvals: policy.approvals,
			notEvaluated,
			noTrainings,
			unread,
		},
		columns: [
			{ key: 'due', title: 'Due' },
			{ key: isTable ? 'inWords' : 'when', title: 'When' },
			...(isCsv ? [{ key: 'days', title: 'Days' }] : []),
			{ key: 'what', title: 'What' },
			{ key: 'id', title: 'Id' },
			{ key: 'title', title: 'Title' },
			{ key: 'detail', title: 'Detail' },
			{ key: 'owner', title: 'Owner' },
			...(isCsv ? [{ key: 'why', title: 'Why' }] : []),
			...withheldColumns(withholding),
		],
		rows: [
			...rows.map(({ key: _, due, when, ...row }) => {
				const days = daysBetween(today, due) ?? 0;
				return { due, when, days, ...row, ...(isTable && { inWords: inWords(days) }) };
			}),
			...withheldRows(withheld),
		],
		none: `Nothing falls due by ${last}.`,
	});
}

/** The class of what falls due: that of the document; the highest where nobody can read it. */
function classOfDue(
	{ classOf }: FoundDue,
	id: string,
	otherwise: Classification | undefined,
): Classification {
	const written = classOf(id);
	if (written === null) return 'restricted';
	return isClassification(written) ? written : (otherwise ?? usualClassification);
}

function inWords(days: number): string {
	if (days === 0) return 'today';
	return days > 0 ? `in ${countOf(days, 'day')}` : `${countOf(-days, 'day')} ago`;
}
