import { CommandError } from '../../../diagnostics/command-error.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { addDuration, dayNumber } from '../../../model/calendar-day.ts';
import { parseDuration } from '../../../model/duration.ts';
import { dayAt } from '../../../model/zone.ts';
import { countOf } from '../../../report/count-of.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { sayWithoutApprovals } from '../../history/approvals-words.ts';
import { knownDocuments } from '../../history/known-documents.ts';
import { coordinates } from '../../history/moment.ts';
import { openRecord } from '../../history/open-record.ts';
import { printTable } from '../../print-table.ts';
import {
	sayWithheld,
	type Withheld,
	withheldColumns,
	withheldItem,
	withheldRows,
	withholdingOf,
} from '../../withholding.ts';
import { reviewOf } from '../list/register-entry.ts';

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
	const { policy, moment, history } = record;
	const today = dayAt(moment.on, policy.zone);
	const last = addDuration(today, within) ?? '9999-12-31';
	const known = await knownDocuments(record);
	const unseen = known.filter(({ state }) => state.notEvaluated !== null);
	const withholding = withholdingOf(context, policy.classification);
	const withheld: Withheld[] = [];
	let overdue = 0;
	const rows = known.flatMap(({ id, state, summary, classification }) => {
		if (state.inForce === undefined) return [];
		const review = reviewOf(summary, state, policy);
		if (review === undefined || review.day > last) return [];
		if (review.day < today) overdue++;
		if (withholding.withholds(classification)) {
			withheld.push(withheldItem(id, state.inForce.digest));
			return [];
		}
		const what = 'review';
		const when = review.day < today ? 'overdue' : 'due';
		return [
			{
				due: review.day,
				when,
				days: daysBetween(today, review.day),
				what,
				id,
				title: summary?.title ?? null,
				owner: summary?.owner ?? null,
				why: review.why,
			},
		];
	});
	rows.sort((a, b) => (a.due === b.due ? (a.id < b.id ? -1 : 1) : a.due < b.due ? -1 : 1));
	const isCsv = context.text('format') === 'csv';
	const isTable = !isCsv && context.text('format') !== 'json';
	await printTable(context, {
		name: 'due',
		head: {
			asOf: moment.onText,
			known: { commit: moment.known.id, ref: history.ref?.ref ?? null },
			until: last,
			approvals: policy.approvals,
			notEvaluated: unseen.map(({ id, state }) => ({ document: id, reason: state.notEvaluated })),
		},
		columns: [
			{ key: 'due', title: 'Due' },
			{ key: isTable ? 'inWords' : 'when', title: 'When' },
			...(isCsv ? [{ key: 'days', title: 'Days' }] : []),
			{ key: 'what', title: 'What' },
			{ key: 'id', title: 'Id' },
			{ key: 'title', title: 'Title' },
			{ key: 'owner', title: 'Owner' },
			...(isCsv ? [{ key: 'why', title: 'Why' }] : []),
			...withheldColumns(withholding),
		],
		rows: [
			...(isTable ? rows.map((row) => ({ ...row, inWords: inWords(row.days) })) : rows),
			...withheldRows(withheld),
		],
		none: `Nothing falls due by ${last}.`,
	});
	sayWithheld(context, withheld.length, 'document');
	context.say(`Due ${coordinates(moment, policy.zone)}.`);
	sayWithoutApprovals(context, policy);
	const [first] = unseen;
	if (first !== undefined)
		context.warn(
			`Not evaluated for ${unseen.length === 1 ? first.id : `${unseen.length} documents`}: ${first.state.notEvaluated}.`,
		);
	return overdue > 0 || unseen.length > 0 ? exitCode.findings : exitCode.clean;
}

/** Days from one day to another, less than 0 where that was before. */
function daysBetween(from: string, to: string): number {
	return (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0);
}

function inWords(days: number): string {
	if (days === 0) return 'today';
	return days > 0 ? `in ${countOf(days, 'day')}` : `${countOf(-days, 'day')} ago`;
}
