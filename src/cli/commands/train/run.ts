import { CommandError } from '../../../diagnostics/command-error.ts';
import { obligationsOf } from '../../../model/obligations.ts';
import { type Registers, withoutRegister } from '../../../model/registers.ts';
import { checklistSteps } from '../../../model/training/checklist-steps.ts';
import { ownSteps, type ThinCover, thinCover } from '../../../model/training/thin-cover.ts';
import { isGap, type TrainingRow } from '../../../model/training/training-row.ts';
import { dayAt } from '../../../model/zone.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { sayWithoutApprovals } from '../../history/approvals-words.ts';
import { knownTexts } from '../../history/known-texts.ts';
import {
	type BindingDocument,
	type KnownTrainings,
	knownTrainings,
	trainingSigners,
} from '../../history/known-trainings.ts';
import { coordinates } from '../../history/moment.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { knownConfig } from '../../history/policy-at.ts';
import { registersAt } from '../../history/registers-at.ts';
import { requiredRecord } from '../../history/required-record.ts';
import { warnOfMissing } from '../../history/warn-of-missing.ts';
import { type PrintedTable, printTable } from '../../print-table.ts';
import {
	sayWithheld,
	withheldColumns,
	withheldItem,
	withheldRows,
	withheldWords,
	withholdingOf,
} from '../../withholding.ts';
import { coverTable } from './cover-table.ts';
import { rowsTable } from './rows-table.ts';
import { TrainingFilter } from './training-filter.ts';

/** `sop train`. Ends with 1 where somebody is not trained, or that cannot be told. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const record = await requiredRecord(
		context,
		'Who is trained',
		'Only what is committed to the mainline can be in force, and is shown to be learnt.',
	);
	const { moment, policy, history } = record;
	const config = await knownConfig(record, moment.position);
	const registers = await registersAt(record, config);
	const documents = await knownTexts(record, obligationsOf);
	const trainings = await knownTrainings(record, documents, registers, config.library);
	const withholding = withholdingOf(context, policy.classification);
	const withheld = new Map(
		documents
			.filter(({ classification }) => withholding.withholds(classification))
			.map((one) => [one.id, withheldItem(one.id, one.inForce?.digest)]),
	);
	const unseen = documents.filter(({ state }) => state.notEvaluated !== null);
	const filter = new TrainingFilter(context, history.ids, registers, trainings.rows);
	const head = {
		asOf: moment.onText,
		known: { commit: moment.known.id, ref: history.ref?.ref ?? null },
		notEvaluated: unseen
			.filter(({ id }) => filter.fitsDocument(id))
			.map(({ id, state }) => ({
				document: id,
				reason: withheld.has(id) ? withheldWords : state.notEvaluated,
			})),
		unread: trainings.unread,
	};
	const isTold = (document: string) => !withheld.has(document);
	// What is withheld is not filtered by what stands in it, so that nobody learns that by asking.
	const inForce = new Set(trainings.inForce.map(({ document }) => document));
	const items = [...withheld].flatMap(([id, item]) =>
		filter.fitsDocument(id) && inForce.has(id) ? [item] : [],
	);
	let isClean: boolean;
	let table: PrintedTable;
	if (context.has('single')) {
		const covers = covered(record, documents, trainings, registers);
		const told = covers.filter((cover) => isTold(cover.document) && filter.fitsCover(cover));
		isClean = !covers.some((cover) =>
			isTold(cover.document) ? filter.fitsCover(cover) : filter.fitsDocument(cover.document),
		);
		table = coverTable(told, head);
	} else {
		const rows = trainings.rows.filter((row) => isTold(row.version.document) && filter.fits(row));
		const gaps = trainings.rows.filter(isGap);
		isClean = !gaps.some((row) =>
			isTold(row.version.document) ? filter.fits(row) : filter.fitsDocument(row.version.document),
		);
		const shown = context.has('gaps') ? rows.filter(({ status }) => status !== 'trained') : rows;
		const whoOf = await trainingSigners(record, proofs(shown));
		table = rowsTable(shown, head, context.text('format') ?? 'table', whoOf);
	}
	table = {
		...table,
		rows: [...table.rows, ...withheldRows(items)],
		columns: [...table.columns, ...withheldColumns(withholding)],
	};
	await printTable(context, table);
	sayWithheld(context, items.length, 'document');
	context.say(`Trained ${coordinates(moment, policy.zone)}.`);
	sayWithoutApprovals(context, policy);
	warnOfMissing(context, head.notEvaluated, trainings.unread);
	const isWhole = head.notEvaluated.length === 0 && trainings.unread.length === 0;
	return isClean && isWhole ? exitCode.clean : exitCode.findings;
}

function proofs(rows: readonly TrainingRow[]) {
	return rows.flatMap(({ proof }) => proof?.record ?? []);
}

function covered(
	{ moment, policy }: OpenRecord,
	documents: readonly BindingDocument[],
	{ inForce, rows }: KnownTrainings,
	registers: Registers,
): readonly ThinCover[] {
	if (registers.people === undefined) {
		throw new CommandError(
			`Who can do what is not evaluated: ${withoutRegister(registers, 'people')} on the mainline`,
			{ help: 'registers/people.yaml says who holds which role.', exitCode: exitCode.unfinished },
		);
	}
	const trainingOf = new Map(inForce.map(({ document, training }) => [document, training]));
	const checklists = documents.flatMap(({ id, state, inForce: text }) =>
		text?.taken.kind === 'checklist' && state.inForce !== undefined
			? [checklistSteps(id, state.inForce.version, text.taken.items, (sop) => trainingOf.get(sop))]
			: [],
	);
	return thinCover(
		[...inForce.map(ownSteps), ...checklists],
		rows,
		registers.people,
		dayAt(moment.on, policy.zone),
	);
}
