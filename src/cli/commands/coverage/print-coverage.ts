import { coverageMap } from '../../../report/coverage-map.ts';
import { inertText } from '../../../report/inert-text.ts';
import { tableText } from '../../../report/table.ts';
import type { CommandContext } from '../../command-context.ts';
import { coordinates } from '../../history/moment.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { printTable } from '../../print-table.ts';
import type { CoverageAnswer } from './coverage-answer.ts';
import { coverageCells, coverageJson } from './coverage-cells.ts';

/** Prints the answer as the call asks for it: a map and a table, JSON, CSV or a page. */
export async function printCoverage(
	context: CommandContext,
	record: OpenRecord,
	answer: CoverageAnswer,
): Promise<void> {
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
