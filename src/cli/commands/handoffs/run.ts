import { CommandError } from '../../../diagnostics/command-error.ts';
import { countOf } from '../../../diagnostics/count-of.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { findFunction, functionsOf } from '../../../model/functions.ts';
import { handoffMap } from '../../../model/handoff/handoff-map.ts';
import type { HandoffRow } from '../../../model/handoff/handoff-row.ts';
import { type ToolHandoffs, toolHandoffs, toolNamed } from '../../../model/handoff/tool-handoffs.ts';
import { nearest } from '../../../model/nearest.ts';
import { withoutRegister } from '../../../model/registers.ts';
import { handoffsToMermaid } from '../../../render/mermaid/handoffs-to-mermaid.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { sayWithoutApprovals } from '../../history/approvals-words.ts';
import { coordinates } from '../../history/moment.ts';
import { type OpenRecord, openRecord } from '../../history/open-record.ts';
import { knownWord } from '../../known-word.ts';
import { printTable } from '../../print-table.ts';
import { sayWithheld, withheldRows, withholdingOf } from '../../withholding.ts';
import { handoffTable, toolTable } from './handoff-tables.ts';
import { type FoundPassing, passingHere, passingInForce } from './passing-documents.ts';

/** Mermaid draws no more arrows than that unless it is told to. */
const mostArrows = 500;

/** `sop handoffs`. Ends with 1 where a file cannot be read, and with `--check` where there is a loose end. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const isDrawing = context.text('format') === 'mermaid';
	if (isDrawing && context.has('byTool'))
		throw new CommandError('--by-tool is a list and cannot be drawn', {
			help: 'Draw what one tool has to do with: sop handoffs --tool NAME --format mermaid',
		});
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const { record, cause } = context.has('work') ? { cause: undefined } : await openRecord(context, library);
	const withholding = withholdingOf(
		context,
		record?.policy.classification ?? library.config.defaults?.classification,
	);
	const found =
		record === undefined
			? await passingHere(context, library, withholding)
			: await passingInForce(record, withholding);
	for (const { file, problem } of found.unreadable)
		context.warn(
			`${file} cannot be read, so what it passes on is not shown: ${problem}. sop lint shows where.`,
		);
	const fitting = chosen(context, found, handoffMap(found));
	const tools = toolHandoffs(fitting, found.registers.tools);
	const tool = askedTool(context, tools);
	const rows = tool === undefined ? fitting : tool.handoffs.map(({ row }) => row);
	const head = {
		asOf: record?.moment.onText ?? null,
		known:
			record === undefined ? null : { commit: record.moment.known.id, ref: record.history.ref?.ref ?? null },
		read: record === undefined ? 'work' : 'in force',
		notInForce: found.notInForce,
		notEvaluated: found.unseen,
	};
	const told = { head, withholding, withheld: withheldRows(found.withheld) };
	if (isDrawing) {
		context.print(handoffsToMermaid(rows));
		if (rows.length > mostArrows)
			context.warn(
				`${rows.length} handoffs: most programs draw no more than ${mostArrows} arrows. --function and --id draw a part.`,
			);
	} else if (context.has('byTool'))
		await printTable(context, toolTable(context, tool === undefined ? tools : [tool], told));
	else await printTable(context, handoffTable(context, rows, tool?.tool, told));
	sayMore(context, { record, cause }, found, rows);
	sayWithheld(context, found.withheld.length, 'document');
	const isLoose = rows.some(({ result }) => result === 'does not hold');
	return found.unreadable.length > 0 || (context.has('check') && isLoose)
		? exitCode.findings
		: exitCode.clean;
}

/** The rows that a call asks for by function and document. */
function chosen(
	context: CommandContext,
	{ documents, config, functions }: FoundPassing,
	rows: readonly HandoffRow[],
): readonly HandoffRow[] {
	const [word, asked] = [context.text('function'), context.text('id')];
	const of = word === undefined ? undefined : findFunction(word, functionsOf(config)).id;
	const ids = documents.map(({ id }) => id);
	const id =
		asked === undefined ? undefined : knownWord(asked, 'document', ids, 'sop list shows all documents.');
	const ends = ({ from, to }: HandoffRow) =>
		[from, to].flatMap((party) => (party?.kind === 'document' ? [party.name] : []));
	return rows.filter(
		(row) =>
			(id === undefined || ends(row).includes(id)) &&
			(of === undefined || ends(row).some((end) => functions.get(end)?.toLowerCase() === of.toLowerCase())),
	);
}

function askedTool(context: CommandContext, tools: readonly ToolHandoffs[]): ToolHandoffs | undefined {
	const asked = context.text('tool');
	if (asked === undefined) return undefined;
	const found = toolNamed(tools, asked);
	if (found !== undefined) return found;
	const near = nearest(
		asked,
		tools.flatMap(({ tool: { id, name } }) => (id === null ? [name] : [id, name])),
	);
	throw new CommandError(`No register and no handoff names a tool ${JSON.stringify(asked)}`, {
		help: near === undefined ? 'sop handoffs --by-tool lists them.' : `Did you mean ${near}?`,
	});
}

function sayMore(
	context: CommandContext,
	{ record, cause }: { readonly record?: OpenRecord | undefined; readonly cause?: string | undefined },
	found: FoundPassing,
	rows: readonly HandoffRow[],
): void {
	const countIn = (wanted: HandoffRow['result']) => rows.filter(({ result }) => result === wanted).length;
	const [loose, untold] = [countIn('does not hold'), countIn('not evaluated')];
	context.say(`${countOf(rows.length, 'handoff')}: ${countOf(loose, 'loose end')}, ${untold} not evaluated.`);
	if (found.registers.tools === undefined && (context.has('byTool') || context.has('tool')))
		context.say(
			`What a tool is best for and cannot do is not evaluated: ${withoutRegister(found.registers, 'tools')}.`,
		);
	if (found.notInForce.length > 0)
		context.say(
			`${countOf(found.notInForce.length, 'document')} left out: no version is in force. --work reads the files here.`,
		);
	if (found.unseen.length > 0)
		context.say(
			`Of ${countOf(found.unseen.length, 'document')} the standing text was read: what is in force is not evaluated.`,
		);
	if (record !== undefined) {
		context.say(`Read is what is in force ${coordinates(record.moment, record.policy.zone)}.`);
		sayWithoutApprovals(context, record.policy);
	} else if (cause !== undefined)
		context.say(`Read are the files here. What is in force is not evaluated: ${cause}.`);
}
