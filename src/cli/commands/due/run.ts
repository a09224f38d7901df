import { CommandError } from '../../../diagnostics/command-error.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { addDuration } from '../../../model/calendar-day.ts';
import { parseDuration } from '../../../model/duration.ts';
import { dayAt } from '../../../model/zone.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { coordinates } from '../../history/moment.ts';
import { type OpenRecord, openRecord } from '../../history/open-record.ts';
import { warnOfMissing } from '../../history/warn-of-missing.ts';
import { printTable } from '../../print-table.ts';
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
	if (isFeed) {
		const { calendarFeed } = await import('../../../report/calendar-feed.ts');
		context.print(calendarFeed('What falls due', moment.known.time, dueFeed(found)));
	} else await printRows(context, record, found, last);
	context.say(`Due ${coordinates(moment, policy.zone)}.`);
	warnOfMissing(context, notEvaluated, found.unread);
	if (found.noTrainings !== null) context.say(`Trainings are not evaluated: ${found.noTrainings}.`);
	return rows.some(({ when }) => when === 'overdue') || notEvaluated.length > 0 || found.unread.length > 0
		? exitCode.findings
		: exitCode.clean;
}

async function printRows(
	context: CommandContext,
	{ moment, history }: OpenRecord,
	{ rows, notEvaluated, noTrainings, unread }: FoundDue,
	last: string,
): Promise<void> {
	await printTable(context, {
		name: 'due',
		head: {
			asOf: moment.onText,
			known: { commit: moment.known.id, ref: history.ref?.ref ?? null },
			until: last,
			notEvaluated,
			noTrainings,
			unread,
		},
		columns: [
			{ key: 'due', title: 'Due' },
			{ key: 'when', title: 'When' },
			{ key: 'what', title: 'What' },
			{ key: 'id', title: 'Id' },
			{ key: 'title', title: 'Title' },
			{ key: 'detail', title: 'Detail' },
			{ key: 'owner', title: 'Owner' },
			...(context.text('format') === 'csv' ? [{ key: 'why', title: 'Why' }] : []),
		],
		rows: rows.map(({ key: _, ...row }) => row),
		none: `Nothing falls due by ${last}.`,
	});
}
