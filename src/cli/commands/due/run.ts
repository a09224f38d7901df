import type { DueDays } from '../../../control/due-row.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { countOf } from '../../../diagnostics/count-of.ts';
import { addDuration, daysBetween } from '../../../model/calendar-day.ts';
import { isAbove } from '../../../model/classification.ts';
import { parseDuration } from '../../../model/duration.ts';
import { dayAt } from '../../../model/zone.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { sayWithoutApprovals } from '../../history/approvals-words.ts';
import { coordinates } from '../../history/moment.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { requiredRecord } from '../../history/required-record.ts';
import { warnOfMissing } from '../../history/warn-of-missing.ts';
import { printTable } from '../../print-table.ts';
import {
	sayWithheld,
	type Withholding,
	withheldColumns,
	withheldItem,
	withheldRows,
	withheldWords,
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
	const record = await requiredRecord(
		context,
		'What is due',
		'Only what is committed to the mainline can be in force, and fall due.',
	);
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
	const withholding = withholdingOf(context, policy.classification);
	const isWithheld = (id: string) => withholding.withholds(found.classOf(id));
	const withheld = [...new Set(found.rows.map(({ id }) => id))].filter(isWithheld);
	const notEvaluated = found.notEvaluated.map(({ document, reason }) => ({
		document,
		reason: isWithheld(document) ? withheldWords : reason,
	}));
	if (isFeed) {
		const { calendarFeed } = await import('../../../report/calendar-feed.ts');
		const isTold = (id: string) =>
			withholding.isLimited ? !isWithheld(id) : !isAbove(found.classOf(id), 'internal');
		context.print(calendarFeed('What falls due', moment.known.time, dueFeed(found, isTold)));
	} else await printRows(context, record, { ...found, notEvaluated }, { today, last }, withholding, withheld);
	sayWithheld(context, withheld.length, 'document');
	context.say(`Due ${coordinates(moment, policy.zone)}.`);
	sayWithoutApprovals(context, policy);
	warnOfMissing(context, notEvaluated, found.unread);
	if (found.noTrainings !== null) context.say(`Trainings are not evaluated: ${found.noTrainings}.`);
	const isClean = notEvaluated.length === 0 && found.unread.length === 0;
	return isClean && !found.rows.some(({ when }) => when === 'overdue') ? exitCode.clean : exitCode.findings;
}

async function printRows(
	context: CommandContext,
	{ moment, history, policy }: OpenRecord,
	{ rows, notEvaluated, noTrainings, unread, digestOf }: FoundDue,
	{ today, last }: DueDays,
	withholding: Withholding,
	withheld: readonly string[],
): Promise<void> {
	const isCsv = context.text('format') === 'csv';
	const isTable = !isCsv && context.text('format') !== 'json';
	const told = rows.filter(({ id }) => !withheld.includes(id));
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
			...told.map(({ key: _, due, when, ...row }) => {
				const days = daysBetween(today, due) ?? 0;
				return { due, when, days, ...row, ...(isTable && { inWords: inWords(days) }) };
			}),
			...withheldRows(withheld.map((id) => withheldItem(id, digestOf(id)))),
		],
		none: `Nothing falls due by ${last}.`,
	});
}

function inWords(days: number): string {
	if (days === 0) return 'today';
	return days > 0 ? `in ${countOf(days, 'day')}` : `${countOf(-days, 'day')} ago`;
}
