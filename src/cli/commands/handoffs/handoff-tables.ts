import type { HandoffRow } from '../../../model/handoff/handoff-row.ts';
import type { HandoffTool, ToolHandoffs } from '../../../model/handoff/tool-handoffs.ts';
import type { CommandContext } from '../../command-context.ts';
import type { PrintedTable } from '../../print-table.ts';
import { type Withholding, withheldColumns } from '../../withholding.ts';

/** What the two tables have in common. */
export interface ToldTable {
	readonly head: Readonly<Record<string, unknown>>;
	readonly withholding: Withholding;
	/** Withheld documents, as the last rows. */
	readonly withheld: readonly Readonly<Record<string, unknown>>[];
}

/** The handoffs, one a row; `tool` is the one that they were chosen by. */
export function handoffTable(
	context: CommandContext,
	rows: readonly HandoffRow[],
	tool: HandoffTool | undefined,
	{ head, withholding, withheld }: ToldTable,
): PrintedTable {
	const isCsv = context.text('format') === 'csv';
	const isJson = context.text('format') === 'json';
	return {
		name: 'handoffs',
		head: { ...head, ...(tool === undefined ? {} : { tool }) },
		columns: [
			{ key: 'from', title: 'From' },
			{ key: 'what', title: 'What' },
			{ key: 'to', title: 'To' },
			{ key: 'protocol', title: 'How' },
			{ key: isCsv ? 'result' : 'check', title: 'Check' },
			...(isCsv ? spreadsheet : []),
			...withheldColumns(withholding),
		],
		rows: [...rows.map((row) => (isJson ? { ...row } : cells(row))), ...withheld],
		none: 'No handoff.',
	};
}

const spreadsheet = [
	{ key: 'why', title: 'Why' },
	{ key: 'fromKind', title: 'From kind' },
	{ key: 'toKind', title: 'To kind' },
	{ key: 'document', title: 'Document' },
	{ key: 'kind', title: 'Kind' },
	{ key: 'id', title: 'Id' },
	{ key: 'data', title: 'Data' },
	{ key: 'acceptedWhen', title: 'Accepted when' },
	{ key: 'receivedAs', title: 'Received as' },
	{ key: 'givenBy', title: 'Given by' },
	{ key: 'takenBy', title: 'Taken by' },
	{ key: 'givenWith', title: 'Given with' },
	{ key: 'takenWith', title: 'Taken with' },
] as const;

/** A handoff as cells of a table. */
function cells(row: HandoffRow): Readonly<Record<string, unknown>> {
	return {
		...row,
		from: row.from.name,
		fromKind: row.from.kind,
		to: row.to?.name ?? null,
		toKind: row.to?.kind ?? null,
		why: row.why.join('; '),
		check: row.why.length === 0 ? row.result : `${row.result}: ${row.why.join('; ')}`,
	};
}

/** The tools, a row for each handoff that one has to do with; one without any has a row of its own. */
export function toolTable(
	context: CommandContext,
	tools: readonly ToolHandoffs[],
	{ head, withholding, withheld }: ToldTable,
): PrintedTable {
	const isCsv = context.text('format') === 'csv';
	const isJson = context.text('format') === 'json';
	const lines = tools.flatMap(({ tool, handoffs }) => {
		const { id, name, kind, bestFor, limitation } = tool;
		const own = { tool: name, toolId: id, toolKind: kind ?? 'in no register', bestFor, limitation };
		if (handoffs.length === 0) return [{ ...own, part: 'no handoff' }];
		return handoffs.map(({ row, parts }) => ({ ...cells(row), ...own, part: parts.join(', ') }));
	});
	return {
		name: 'tools',
		head,
		columns: [
			{ key: 'tool', title: 'Tool' },
			...(isCsv ? [{ key: 'toolId', title: 'Tool id' }] : []),
			{ key: 'toolKind', title: 'Kind' },
			...(isCsv ? [{ key: 'bestFor', title: 'Best for' }] : []),
			{ key: 'limitation', title: 'Limitation' },
			{ key: 'part', title: 'Part' },
			{ key: 'from', title: 'From' },
			{ key: 'what', title: 'What' },
			{ key: 'to', title: 'To' },
			...(isCsv
				? [
						{ key: 'result', title: 'Check' },
						{ key: 'why', title: 'Why' },
					]
				: []),
			...withheldColumns(withholding),
		],
		rows: isJson
			? [
					...tools.map(({ tool, handoffs }) => ({
						...tool,
						handoffs: handoffs.map(({ row, parts }) => ({ ...row, parts })),
					})),
					...withheld,
				]
			: [...lines, ...withheld],
		none: 'No tool.',
	};
}
