import { relative, sep } from 'node:path';
import { countOf } from '../../../diagnostics/count-of.ts';
import type { LintReport } from '../../../diagnostics/lint-report.ts';
import { type OpenLibrary, openLibrary } from '../../../library/open-library.ts';
import { underPolicy } from '../../../library/under-policy.ts';
import type { Rule } from '../../../lint/rule.ts';
import { dayIn } from '../../../model/day-in.ts';
import { loadReporter, type ReportFormat } from '../../../report/formats.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { version } from '../../version.ts';
import { sayWithheld, withholdingOf } from '../../withholding.ts';
import { checkConfigIsRead } from './check-config-is-read.ts';
import { describeRules } from './describe-rules.ts';
import { lintPaths } from './lint-paths.ts';
import { branchPolicy } from './policy/branch-policy.ts';
import { policyBaseline } from './policy/policy-baseline.ts';
import { readBaseline } from './read-baseline.ts';
import { type Selection, selection } from './selection.ts';
import { startFolder } from './start-folder.ts';
import { withholdFindings } from './withhold-findings.ts';

/** Checks what a call speaks of, prints the report and gives the exit code. */
export async function lintOnce(context: CommandContext, rules: readonly Rule[]): Promise<ExitCode> {
	const started = context.io.now();
	const read = () => openLibrary(context.io.files, startFolder(context), context.configFile);
	const policy = await branchPolicy(context, read());
	const open = () => underPolicy(read(), policy);
	let library = open();
	if (policy !== undefined) {
		const where = `${policy.from} at ${policy.commit.slice(0, 7)}, where this branch left it`;
		context.say(
			policy.layers.length === 0
				? `No config stood on ${where}: the defaults judge.`
				: `Judged by the config of ${where}.`,
		);
	}
	const today = dayIn(started, library.config.timezone);
	const baseline = await policyBaseline(
		context,
		library,
		readBaseline(context, library, context.has('baseline')),
	);
	const lintRun = { rules, today, toolVersion: version, ...baseline };
	let selected = await selection(context, library);
	checkConfigIsRead(context, library, new Set(selected.files.map(({ file }) => file)));
	let mended: string | undefined;
	if (context.has('fix') || context.has('fixUnsafe')) {
		if (context.has('stdinFilename')) {
			const { fixStdin } = await import('./fix-stdin.ts');
			const fixed = await fixStdin(context, library, selected, lintRun);
			mended = fixed.text;
			selected = fixed.selected;
		} else {
			const { fixFiles } = await import('./fix-files.ts');
			await fixFiles(context, library, selected.files, lintRun);
			library = open();
			selected = await selection(context, library);
		}
	}
	const report = await lintPaths(context, library, selected.files, lintRun);
	const withholding = withholdingOf(context, library.config.defaults?.classification);
	const { report: shown, ...left } = withholdFindings(report, selected.files, withholding);
	const told = await printed(context, library, rules, shown);
	if (mended === undefined) context.print(told);
	else {
		context.print(mended);
		// Standard output is the mended text, so that an editor can take it as it is.
		if (!context.has('quiet')) context.io.stderr.write(told);
	}
	if (context.has('stats')) {
		const took = context.io.now().getTime() - started.getTime();
		context.io.stderr.write(`${selected.files.length} files, ${rules.length} rules, ${took} ms\n`);
	}
	if (left.withheld.length > 0) {
		sayWithheld(context, left.withheld.length, 'document');
		context.warn(`${countOf(left.findings, 'finding')} of these are counted, and not shown.`);
	}
	return verdict(context, report, selected);
}

async function printed(
	context: CommandContext,
	library: OpenLibrary,
	rules: readonly Rule[],
	report: LintReport,
): Promise<string> {
	const reporter = await loadReporter(formatOf(context));
	const { files, workingDirectory } = context.io;
	return reporter(report, {
		color: context.colorLevel > 0 && !(context.has('stdinFilename') && context.has('fix')),
		width: context.width,
		root: {
			fromWorkingDirectory: prefix(files.realPath(workingDirectory) ?? workingDirectory, library.root.path),
			fromRepository: prefix(library.root.repository ?? library.root.path, library.root.path),
		},
		rules: describeRules(rules),
	});
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

function verdict(context: CommandContext, report: LintReport, { unreadable }: Selection): ExitCode {
	for (const { folder, code } of unreadable) {
		context.warn(`sop: ${folder === '' ? 'The library' : `The folder ${folder}`} cannot be read (${code})`);
	}
	if (unreadable.length > 0) return exitCode.unfinished;
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
