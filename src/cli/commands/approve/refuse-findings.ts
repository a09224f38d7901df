import { CommandError } from '../../../diagnostics/command-error.ts';
import { countOf } from '../../../diagnostics/count-of.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { rules } from '../../../lint/rules.generated.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { exitCode } from '../../exit-code.ts';
import { version } from '../../version.ts';
import { lintPaths } from '../lint/lint-paths.ts';
import { wholeLibrary } from '../lint/selection.ts';

/** Families that speak of what an approval is about to change, or of other files. */
const others =
	/^(?:approval|review|record|register|config|baseline|suppression|coverage|feedback|exception-record)\//;

/**
 * Refuses to have a text signed that has errors, or places that nobody has filled in: by how findings weigh once it is
 * complete, for what can wait in a draft can wait no longer then.
 */
export async function refuseFindings(
	context: CommandContext,
	library: OpenLibrary,
	file: string,
	today: string,
): Promise<void> {
	const { files } = await wholeLibrary(context, library);
	const selected = files.filter((one) => one.file === file);
	const report = await lintPaths(context, library, selected, {
		rules: rules.filter(({ name }) => !others.test(name)),
		today,
		toolVersion: version,
		baseline: undefined,
		asComplete: new Set([file]),
	});
	const standing = report.findings.filter(
		(one) => one.file === file && (one.severity === 'error' || one.rule === 'document/placeholder'),
	);
	const [first] = standing;
	if (first === undefined) return;
	const line = first.range.start.line;
	const placeholders = standing.filter(({ rule }) => rule === 'document/placeholder').length;
	const errors = standing.length - placeholders;
	const counts = [
		...(errors > 0 ? [countOf(errors, 'error')] : []),
		...(placeholders > 0 ? [countOf(placeholders, 'placeholder')] : []),
	].join(' and ');
	throw new CommandError(`${inertText(file)} has ${counts} left; line ${line}: ${inertText(first.message)}`, {
		help: `sop lint ${inertText(file)} shows them. Mend and commit them, then sign.`,
		exitCode: exitCode.findings,
	});
}
