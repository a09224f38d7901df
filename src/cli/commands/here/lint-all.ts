import { resolve } from 'node:path';
import type { LintReport } from '../../../diagnostics/lint-report.ts';
import type { FoundFile } from '../../../library/find-files.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { readFoundFile } from '../../../library/read-document.ts';
import { rules } from '../../../lint/rules.generated.ts';
import type { CommandContext } from '../../command-context.ts';
import { version } from '../../version.ts';
import { lintPaths } from '../lint/lint-paths.ts';
import { readBaseline } from '../lint/read-baseline.ts';

/** What `sop lint` says of the whole library, wherever in it the user stands. */
export function lintAll(
	context: CommandContext,
	library: OpenLibrary,
	found: readonly FoundFile[],
	today: string,
): Promise<LintReport> {
	const root = library.root.path;
	const selected = found.map((one) => ({
		file: one.file,
		found: one,
		path: resolve(root, one.file),
		read: () => library.supporting.get(one.file) ?? readFoundFile(context.io.files, root, one),
	}));
	return lintPaths(context, library, selected, {
		rules,
		today,
		toolVersion: version,
		baseline: readBaseline(context, library, false),
	});
}
