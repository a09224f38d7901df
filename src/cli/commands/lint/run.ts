import { relative, sep } from 'node:path';
import type { LintReport } from '../../../diagnostics/lint-report.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { dayIn } from '../../../model/day-in.ts';
import { loadReporter, type ReportFormat } from '../../../report/formats.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { version } from '../../version.ts';
import { chooseRules } from './choose-rules.ts';
import { describeRules } from './describe-rules.ts';
import { lintPaths } from './lint-paths.ts';
import { selection } from './selection.ts';
import { startFolder } from './start-folder.ts';

/** `sop lint`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const started = context.io.now();
	const library = openLibrary(context.io.files, startFolder(context), context.text('config'));
	const rules = chooseRules(context.all('rule'));
	const today = dayIn(started, library.config.timezone);
	const lintRun = { rules, today, toolVersion: version, useBaseline: true };
	let selected = await selection(context, library);
	if (context.has('fix') || context.has('fixUnsafe')) {
		const { fixFiles } = await import('./fix-files.ts');
		const fixed = await fixFiles(context, library, selected, lintRun);
		context.say(
			`${fixed.fixes} ${fixed.fixes === 1 ? 'fix' : 'fixes'} made in ${fixed.files} ${fixed.files === 1 ? 'file' : 'files'}`,
		);
		selected = await selection(
			context,
			openLibrary(context.io.files, startFolder(context), context.text('config')),
		);
	}
	const report = await lintPaths(context, library, selected, lintRun);
	const reporter = await loadReporter(formatOf(context));
	context.print(
		await reporter(report, {
			color: context.colorLevel > 0,
			width: context.width,
			root: {
				fromWorkingDirectory: prefix(context.io.workingDirectory, library.root.path),
				fromRepository: prefix(library.root.repository ?? library.root.path, library.root.path),
			},
			rules: describeRules(rules),
		}),
	);
	if (context.has('stats')) {
		const took = context.io.now().getTime() - started.getTime();
		context.io.stderr.write(`${selected.length} files, ${rules.length} rules, ${took} ms\n`);
	}
	return verdict(context, report);
}

function formatOf(context: CommandContext): ReportFormat {
	// The choices of --format are the names of the reporters.
	return (context.text('format') ?? 'pretty') as ReportFormat;
}

/** What goes before a path of the library to name the file from a folder: empty, or ending in `/`. */
function prefix(from: string, root: string): string {
	const path = relative(from, root).split(sep).join('/');
	return path === '' ? '' : `${path}/`;
}

function verdict(context: CommandContext, report: LintReport): ExitCode {
	const { errors, warnings, notEvaluated } = report.summary;
	const failOn = context.text('failOn') ?? 'error';
	const most = context.count('maxWarnings');
	const failed =
		errors > 0 ||
		(failOn !== 'error' && warnings > 0) ||
		(failOn === 'not-evaluated' && notEvaluated > 0) ||
		(most !== undefined && warnings > most);
	return failed ? exitCode.findings : exitCode.clean;
}
