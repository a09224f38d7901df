import { resolve } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { isInside, toLibraryPath } from '../../../library/find-files.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { rules } from '../../../lint/rules.generated.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { printTable } from '../../print-table.ts';
import { settingsReader } from '../lint/settings-for.ts';

/** `sop config --print FILE`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const written = context.text('print');
	if (written === undefined)
		throw new CommandError('sop config needs a file', {
			help: 'Try sop config --print sops/finance/x.sop.yaml',
		});
	const library = openLibrary(context.io.files, context.folder, context.text('config'));
	const path = resolve(context.folder, written);
	const real = context.io.files.realPath(path) ?? path;
	if (!isInside(library.root.path, real))
		throw new CommandError(`${written} is outside the library at ${library.root.path}`);
	const file = toLibraryPath(library.root.path, real);
	const settings = settingsReader(library, rules, undefined)(file);
	const rows = [...settings]
		.map(([rule, { severity, options, from }]) => ({ rule, severity, options, from }))
		.filter(({ from }) => context.has('all') || from !== 'preset recommended');
	const { rules: _rules, overrides: _overrides, extends: _extends, ...config } = library.config;
	await printTable(context, {
		name: 'settings',
		head: { file, layers: library.configLayers.map((layer) => layer.file), config },
		columns: [
			{ key: 'rule', title: 'Rule' },
			{ key: 'severity', title: 'Severity' },
			{ key: 'options', title: 'Options' },
			{ key: 'from', title: 'Comes from' },
		],
		rows: rows.map((row) => ({
			...row,
			options: Object.keys(row.options).length === 0 ? null : row.options,
		})),
		none: `For ${file} every rule is as the recommended preset has it. --all lists them.`,
	});
	return exitCode.clean;
}
