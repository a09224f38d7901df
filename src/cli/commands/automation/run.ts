import { byReadiness } from '../../../control/automation/by-readiness.ts';
import { cutOffs } from '../../../control/automation/cut-offs.ts';
import type { Readiness } from '../../../control/automation/readiness.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { findFunction, functionsOf } from '../../../model/functions.ts';
import { nearest } from '../../../model/nearest.ts';
import { csvText } from '../../../report/csv.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { sayWithoutApprovals } from '../../history/approvals-words.ts';
import { coordinates } from '../../history/moment.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { knownConfig } from '../../history/policy-at.ts';
import { requiredRecord } from '../../history/required-record.ts';
import { warnOfMissing } from '../../history/warn-of-missing.ts';
import { printTable } from '../../print-table.ts';
import {
	sayWithheld,
	type Withholding,
	withheldColumns,
	withheldRows,
	withholdingOf,
} from '../../withholding.ts';
import { type JudgedProcedures, judgedProcedures } from './judged-procedures.ts';
import { printOne } from './print-one.ts';
import { hubCells, hubTitles, readinessCells } from './readiness-rows.ts';

/** `sop automation`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const record = await requiredRecord(
		context,
		'What is ready to be automated',
		'Only what is committed to the mainline can be in force, and was stable for a time.',
	);
	const { moment, policy } = record;
	const id = idAsked(context, record);
	const isOfFunction = await functionAsked(context, record);
	const withholding = withholdingOf(context, policy.classification);
	const progress = context.doing('Checking all texts');
	const judged = await judgedProcedures(record, withholding, id === undefined ? undefined : [id]);
	progress.end();
	// What is withheld is not filtered by what stands in it, so that nobody learns that by asking.
	const told = judged.told.filter(isOfFunction).sort(byReadiness);
	const [one] = told;
	if (id !== undefined && judged.told.length + judged.withheld.length + judged.notEvaluated.length === 0)
		throw new CommandError(`${id} is no procedure that is followed: sop show ${id} says what it is`);
	const format = context.text('format');
	if (format === 'uipath') context.print(csvText(hubTitles, told.map(hubCells)));
	else if (id !== undefined && one !== undefined && format !== 'json' && format !== 'csv')
		await printOne(context, one);
	else await printRows(context, record, { ...judged, told }, withholding);
	sayWithheld(context, judged.withheld.length, 'document');
	context.say(
		`Judged ${coordinates(moment, policy.zone)}. The cut-offs are those of sop: no source publishes any.`,
	);
	sayWithoutApprovals(context, policy);
	warnOfMissing(context, judged.notEvaluated, []);
	return judged.notEvaluated.length === 0 ? exitCode.clean : exitCode.findings;
}

function idAsked(context: CommandContext, { history }: OpenRecord): string | undefined {
	const [word] = context.arguments;
	if (word === undefined) return undefined;
	const found =
		history.ids.find((id) => id === word) ??
		history.ids.find((id) => id.toLowerCase() === word.toLowerCase());
	if (found !== undefined) return found;
	const near = nearest(word, history.ids);
	throw new CommandError(`There is no document ${JSON.stringify(word)} on the mainline`, {
		help: near === undefined ? 'sop list shows all documents.' : `Did you mean ${near}?`,
	});
}

async function functionAsked(
	context: CommandContext,
	record: OpenRecord,
): Promise<(one: Readiness) => boolean> {
	const word = context.text('function');
	if (word === undefined) return () => true;
	const config = await knownConfig(record, record.moment.position);
	const { id } = findFunction(word, functionsOf(config));
	return (one) => one.function === id;
}

async function printRows(
	context: CommandContext,
	{ moment, history, policy }: OpenRecord,
	{ told, withheld, notEvaluated }: JudgedProcedures,
	withholding: Withholding,
): Promise<void> {
	const isCsv = context.text('format') === 'csv';
	const isJson = context.text('format') === 'json';
	await printTable(context, {
		name: 'procedures',
		head: {
			asOf: moment.onText,
			known: { commit: moment.known.id, ref: history.ref?.ref ?? null },
			approvals: policy.approvals,
			cutOffs: { ...cutOffs, from: 'sop: no source publishes a cut-off' },
			notEvaluated,
		},
		columns: [
			...columns.filter(({ where }) => isCsv || where === 'everywhere'),
			...withheldColumns(withholding),
		],
		rows: [...told.map((one) => (isJson ? { ...one } : readinessCells(one))), ...withheldRows(withheld)],
		none: 'No procedure.',
	});
}

/** What a table has room for, and what a spreadsheet gets besides. */
const columns = [
	{ key: 'id', title: 'Id', where: 'everywhere' },
	{ key: 'title', title: 'Title', where: 'csv' },
	{ key: 'function', title: 'Function', where: 'csv' },
	{ key: 'version', title: 'Version', where: 'csv' },
	{ key: 'verdict', title: 'Verdict', where: 'everywhere' },
	{ key: 'score', title: 'Score', where: 'everywhere' },
	{ key: 'why', title: 'Why', where: 'everywhere' },
	{ key: 'traits', title: 'Traits', where: 'csv' },
	{ key: 'reached', title: 'Reached', where: 'everywhere' },
	{ key: 'stage', title: 'Stage', where: 'csv' },
	{ key: 'blocked', title: 'Blocked by', where: 'everywhere' },
	...[
		'rules',
		'input_type',
		'input_quality',
		'stability',
		'documentation',
		'volume',
		'time_sensitive',
		'exception_rate',
		'variability',
	].flatMap((key) => [
		{ key, title: key, where: 'csv' },
		{ key: `${key}_source`, title: `${key}_source`, where: 'csv' },
	]),
] as const;
