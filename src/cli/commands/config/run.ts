import { resolve } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { isInside, toLibraryPath } from '../../../library/find-files.ts';
import { type OpenLibrary, openLibrary } from '../../../library/open-library.ts';
import { rules } from '../../../lint/rules.generated.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { printTable } from '../../print-table.ts';
import { settingsReader } from '../lint/settings-for.ts';
import { configKeyRows, ruleRows } from './config-rows.ts';

/** `sop config --print FILE`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const written = context.text('print');
	if (written === undefined) {
		throw new CommandError('sop config needs a file', {
			help: 'Try sop config --print sops/finance/x.sop.yaml',
		});
	}
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const file = fileIn(context, library, written);
	const settings = settingsReader(library, rules, undefined)(file);
	const rows = [...configKeyRows(library), ...ruleRows(rules, settings)];
	const shown = context.has('all') ? rows : rows.filter(({ isDefault }) => !isDefault);
	await printTable(context, {
		name: 'settings',
		head: { file, layers: library.configLayers.map((layer) => layer.file) },
		columns: [
			{ key: 'setting', title: 'Setting' },
			{ key: 'value', title: 'Value' },
			{ key: 'options', title: 'Options' },
			{ key: 'from', title: 'Comes from' },
		],
		rows: shown.map((row) => ({ ...row })),
		none: `For ${file} everything is as it is without a config. --all lists it.`,
	});
	return exitCode.clean;
}

function fileIn(context: CommandContext, { root }: OpenLibrary, written: string): string {
	const path = resolve(context.folder, written);
	// The file may be one that does not exist yet: then the settings it would have are shown.
	const real =
		context.io.files.realPath(path) ?? resolve(context.io.files.realPath(context.folder) ?? '', written);
	if (isInside(root.path, real)) return toLibraryPath(root.path, real);
	throw new CommandError(`${written} is outside the library at ${root.path}`, {
		help: 'Name a file of the library, or its folder with --cwd.',
	});
}
