import { CommandError } from '../../../diagnostics/command-error.ts';
import { countOf } from '../../../diagnostics/count-of.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { daysBetween } from '../../../model/calendar-day.ts';
import { findFunction, functionsOf } from '../../../model/functions.ts';
import { dayAt } from '../../../model/zone.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { findTrail } from '../../history/find-trail.ts';
import { type KnownFeedback, knownFeedback } from '../../history/known-feedback.ts';
import { coordinates } from '../../history/moment.ts';
import { openRecord } from '../../history/open-record.ts';
import { warnOfMissing } from '../../history/warn-of-missing.ts';
import { printTable } from '../../print-table.ts';
import {
	sayWithheld,
	withheldColumns,
	withheldItem,
	withheldRows,
	withholdingOf,
} from '../../withholding.ts';
import { recordFeedback } from './record-feedback.ts';

/** `sop feedback`, `sop feedback ID` and `sop feedback ID TEXT`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const [id, text] = context.arguments;
	if (id !== undefined && text !== undefined) return recordFeedback(context, id, text);
	for (const flag of ['step', 'person', 'sign', 'commit'])
		if (context.has(flag))
			throw new CommandError(`--${flag} is for recording a suggestion, and there is none`, {
				help: `Write it after the id: sop feedback ${id ?? 'ID'} "What could be better"`,
			});
	return list(context, id);
}

async function list(context: CommandContext, asked: string | undefined): Promise<ExitCode> {
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const { record, cause } = await openRecord(context, library);
	if (record === undefined) {
		throw new CommandError(`Feedback is not evaluated: ${cause}`, {
			help: 'A suggestion counts once the mainline shows its record.',
			exitCode: exitCode.unfinished,
		});
	}
	const { moment, policy, history } = record;
	const id = asked === undefined ? undefined : findTrail(history, asked).key;
	const word = context.text('function');
	const of = word === undefined ? undefined : findFunction(word, functionsOf(library.config)).id;
	const found = await knownFeedback(record, id);
	const withholding = withholdingOf(context, policy.classification);
	const isWithheld = ({ classification }: KnownFeedback) => withholding.withholds(classification);
	const withheld = [...new Set(found.feedback.filter(isWithheld).map(({ document }) => document))];
	const told = found.feedback
		.filter((one) => !isWithheld(one))
		.filter((one) => of === undefined || one.function?.toLowerCase() === of.toLowerCase());
	const open = told.filter(({ standing }) => standing === 'open');
	const shown = context.has('open')
		? open
		: [...open, ...told.filter((one) => !open.includes(one)).reverse()];
	const today = dayAt(moment.on, policy.zone);
	const isCsv = context.text('format') === 'csv';
	const isTable = !isCsv && context.text('format') !== 'json';
	await printTable(context, {
		name: 'feedback',
		head: {
			asOf: moment.onText,
			known: { commit: moment.known.id, ref: history.ref?.ref ?? null },
			feedbackTo: library.config.feedback_to ?? null,
			open: open.length,
			unread: found.unread,
		},
		columns: [
			{ key: 'standing', title: 'Stands' },
			{ key: 'days', title: 'Days', align: 'right' },
			{ key: 'document', title: 'Id' },
			...(isTable ? [] : [{ key: 'title', title: 'Title' }]),
			{ key: 'about', title: 'Step' },
			{ key: 'person', title: 'Who' },
			{ key: 'text', title: 'Suggestion' },
			{ key: isTable ? 'answer' : 'why', title: 'Answer' },
			...(isCsv ? spreadsheet : []),
			...withheldColumns(withholding),
		],
		rows: [
			...shown.map((one) => rowOf(one, today, policy.zone, isTable)),
			...withheldRows(withheld.map((one) => withheldItem(one, null))),
		],
		none: context.has('open') ? 'No open suggestion.' : 'No suggestion.',
	});
	sayWithheld(context, withheld.length, 'document');
	const others = told.length - open.length;
	context.say(
		`${countOf(open.length, 'open suggestion')}, ${others} answered or closed, ${coordinates(moment, policy.zone)}.`,
	);
	if (library.config.feedback_to !== undefined)
		context.say(`Who does not work with git sends suggestions to ${library.config.feedback_to}.`);
	warnOfMissing(context, [], found.unread);
	return exitCode.clean;
}

const spreadsheet = [
	{ key: 'notes', title: 'Notes' },
	{ key: 'known', title: 'Known' },
	{ key: 'version', title: 'Version' },
	{ key: 'answeredBy', title: 'Answered by' },
	{ key: 'owner', title: 'Owner' },
	{ key: 'file', title: 'Record' },
] as const;

function rowOf(
	{ record, standing, why, version, notes, document, title, owner, function: of }: KnownFeedback,
	today: string,
	zone: string,
	isTable: boolean,
) {
	const { value, file } = record;
	const known = dayAt(record.known, zone);
	return {
		standing,
		days: daysBetween(known, today) ?? 0,
		document,
		title,
		function: of,
		owner,
		about: value.about ?? null,
		person: value.person ?? null,
		text: value.text ?? null,
		why,
		...(isTable && { answer: [why, ...notes].join('; ') }),
		notes,
		known,
		version: value.version ?? null,
		answeredBy: version ?? null,
		file,
	};
}
