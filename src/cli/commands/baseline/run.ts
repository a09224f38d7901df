import { basename } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { countOf } from '../../../diagnostics/count-of.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { type Baseline, baselineOf, pruneBaseline } from '../../../lint/baseline.ts';
import { rules } from '../../../lint/rules.generated.ts';
import { dayIn } from '../../../model/day-in.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { version } from '../../version.ts';
import { lintPaths } from '../lint/lint-paths.ts';
import { baselinePath, readBaseline } from '../lint/read-baseline.ts';
import { wholeLibrary } from '../lint/selection.ts';

/** `sop baseline`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const before = readBaseline(context, library, false);
	const prune = context.has('prune');
	if (prune && before === undefined)
		throw new CommandError('There is no baseline to prune', { help: 'sop baseline writes one.' });
	if (!prune && before !== undefined && !context.has('force')) {
		throw new CommandError(`There is a baseline already: ${before.file}`, {
			help: 'sop baseline --prune takes out what has been mended; --force writes it anew, which puts off new findings too.',
		});
	}
	const selected = await wholeLibrary(context, library);
	const [closed] = selected.unreadable;
	if (closed !== undefined) {
		throw new CommandError(`${closed.folder || '.'} cannot be read (${closed.code}): nothing was written`, {
			help: 'A baseline speaks of the whole library. Mend the permissions, or name the folder under ignore.',
			exitCode: 3,
		});
	}
	const report = await lintPaths(context, library, selected.files, {
		rules,
		today: dayIn(context.io.now(), library.config.timezone),
		toolVersion: version,
		baseline: undefined,
	});
	const never = new Set(
		rules.filter((rule) => rule.silenceable === false).map((rule) => rule.name as string),
	);
	const findings = report.findings.filter((finding) => !never.has(finding.rule));
	const after = prune && before ? pruneBaseline(before.content, findings) : baselineOf(findings);
	const path = baselinePath(context, library);
	context.write(path, `${JSON.stringify(after, null, 2)}\n`);
	const kept = report.findings.length - findings.length;
	context.say(
		`${basename(path)}: ${countOf(total(after), 'finding')} put off${before ? `, ${total(before.content)} before` : ''}`,
	);
	if (kept > 0) context.say(`${kept} more cannot be put off: mend them. sop lint shows them.`);
	return exitCode.clean;
}

function total(baseline: Baseline): number {
	return baseline.entries.reduce((sum, entry) => sum + entry.count, 0);
}
