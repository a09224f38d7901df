import { join } from 'node:path';
import type { Finding } from '../../../diagnostics/finding.ts';
import { groupBy } from '../../../diagnostics/group-by.ts';
import type { SuppressedFinding } from '../../../lint/apply-suppressions.ts';
import { readSuppressions, type Suppression } from '../../../lint/suppressions.ts';
import { LineIndex } from '../../../source/line-index.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import type { CommitTree } from './commit-tree.ts';
import type { FoundSilencing } from './found-silencing.ts';
import { factsOfTexts, shownTexts, sinceWhen } from './shown-texts.ts';

/** The comments that keep findings quiet, each with the first text of its file that had it without a break. */
export async function sinceInText(
	record: OpenRecord,
	{ library, files }: CommitTree,
	suppressed: readonly SuppressedFinding[],
): Promise<ReadonlyMap<Finding, FoundSilencing>> {
	const found = new Map<Finding, FoundSilencing>();
	for (const [file, group] of groupBy(suppressed, ({ finding }) => finding.file)) {
		const shown = await shownTexts(record, file, group[0]?.finding.document ?? null);
		const comments = await factsOfTexts(
			record,
			file,
			shown,
			({ text }) => new Set(readSuppressions(text, new LineIndex(text)).map(nameOf)),
		);
		const read = files.read(join(library.root.path, file));
		const lines = new LineIndex(read.ok ? new TextDecoder().decode(read.bytes) : '');
		for (const { finding, suppression } of group) {
			const name = nameOf(suppression);
			found.set(finding, {
				by: 'suppression',
				file,
				line: lines.position(suppression.offsets.from).line,
				since: sinceWhen(shown, (blob) => comments.get(blob)?.has(name)),
				reason: suppression.reason,
				until: suppression.until ?? null,
			});
		}
	}
	return found;
}

/** What a comment does, wherever it stands. */
function nameOf({ rule, about, reason, until }: Suppression): string {
	return JSON.stringify([rule, about, reason, until ?? null]);
}
