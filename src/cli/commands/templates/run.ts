import { findFunction, functionsOf } from '../../../model/functions.ts';
import { csvText } from '../../../report/csv.ts';
import { jsonText } from '../../../report/json-text.ts';
import { tableText } from '../../../report/table.ts';
import type { Template } from '../../../scaffold/template.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { loadTemplates } from './load-templates.ts';

/** `sop templates`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const { files } = context.io;
	const all = await loadTemplates(files);
	const asked = context.text('function');
	// Templates come with the package, so only the functions that every library has can have any.
	const part = asked === undefined ? undefined : findFunction(asked, functionsOf({})).id;
	const kind = context.text('kind');
	const templates = all.filter(
		(template) =>
			(part === undefined || template.function === part) && (kind === undefined || template.kind === kind),
	);
	context.print(await written(context, templates));
	return exitCode.clean;
}

const titles = ['name', 'kind', 'function', 'activity', 'title'] as const;

async function written(context: CommandContext, templates: readonly Template[]): Promise<string> {
	const rows = templates.map((template) => ({
		name: template.name,
		kind: template.kind,
		function: template.function ?? null,
		activity: template.activities.length === 0 ? null : template.activities.join(', '),
		title: template.title,
	}));
	const format = context.text('format') ?? 'table';
	if (format === 'json') return jsonText({ format: 1, templates: rows });
	if (format === 'csv')
		return csvText(
			titles,
			rows.map((row) => titles.map((title) => row[title])),
		);
	// A template bears the name of its activity, and that of a checklist says so.
	const shown = ['name', 'function', 'title'] as const;
	const columns = shown.map((title) => ({ title }));
	const cells = rows.map((row) => shown.map((title) => row[title] ?? '–'));
	return tableText(columns, cells, { width: context.width, color: context.colorLevel > 0 });
}
