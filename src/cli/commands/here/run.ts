import { type FoundFiles, findFiles, refuseUnreadable } from '../../../library/find-files.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { peopleElsewhere } from '../../../library/people-file.ts';
import { dayIn } from '../../../model/day-in.ts';
import { jsonText } from '../../../report/json-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { controlHere } from './control-here.ts';
import { describeHere, type Here } from './describe-here.ts';
import { lintAll } from './lint-all.ts';
import { lookForUnsaved } from './look-for-unsaved.ts';

/** Bare `sop`: in a library where you are, elsewhere help. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const { files } = context.io;
	const library = openLibrary(files, context.folder, context.configFile);
	// A folder that nothing marks may be a whole disk: it is not searched.
	const nothing: FoundFiles = { files: [], unreadable: [] };
	const all =
		library.root.by === 'folder'
			? nothing
			: await findFiles(files, library.root.path, library.config.ignore ?? []);
	refuseUnreadable(all);
	const found = [...all.files, ...peopleElsewhere(library)];
	const isLibrary = library.root.by === 'config' || found.length > 0;
	if (!isLibrary && context.text('format') !== 'json') {
		context.program.showHelp();
		return exitCode.clean;
	}
	const today = dayIn(context.io.now(), library.config.timezone);
	const here: Here = {
		root: library.root.path,
		isLibrary,
		sops: found.filter((one) => one.kind === 'sop').length,
		checklists: found.filter((one) => one.kind === 'checklist').length,
		report: await lintAll(context, library, found, today),
		unsaved: await lookForUnsaved(context, library),
		control: await controlHere(context, library),
	};
	const place = {
		workingDirectory: context.io.workingDirectory,
		cwd: context.text('cwd'),
		root: library.root.path,
	};
	const { rows, text } = describeHere(here, place, context.width, context.colorLevel > 0);
	if (context.text('format') !== 'json') context.print(text);
	else {
		const { sops, checklists, report, unsaved } = here;
		context.print(
			jsonText({
				format: 1,
				asOf: today,
				library: isLibrary ? here.root : null,
				documents: { sops, checklists },
				findings: report.summary,
				unsaved: 'files' in unsaved ? unsaved.files : null,
				state: rows,
			}),
		);
	}
	return exitCode.clean;
}
