import { changeGroups } from '../../model/diff/change-groups.ts';
import { diffHead, diffSummary } from '../../model/diff/diff-summary.ts';
import type { DocumentDiff, WithheldDiff } from '../../model/diff/document-diff.ts';
import { Page } from '../document-text/page.ts';

export interface DiffTextOptions {
	/** Columns of the terminal. */
	readonly width: number;
	readonly color: boolean;
}

/**
 * Diffs for reading in a terminal, each by section, and a summary in the last line. A control-relevant change has a sign
 * and a word before it, so that it is seen without colours. Documents without a change are left out, unless there is only one.
 */
export function diffTerminal(
	diffs: readonly DocumentDiff[],
	options: DiffTextOptions,
	withheld: readonly WithheldDiff[] = [],
): string {
	const page = new Page(options.width, options.color);
	const shown = diffs.length === 1 ? diffs : diffs.filter((diff) => diff.changes.length > 0);
	for (const diff of shown) {
		writeDiff(page, diff);
		page.line('');
	}
	for (const { document, from, to } of withheld)
		page.line(
			`${document ?? '(no id)'}: withheld: classification (${from ?? 'no text'} to ${to ?? 'no text'})`,
		);
	if (diffs.length > 0 || withheld.length === 0) page.line(diffSummary(diffs));
	return page.text();
}

function writeDiff(page: Page, diff: DocumentDiff): void {
	const { from, to } = diffHead(diff);
	page.title(`${diff.document}  ${diff.title}`);
	page.field('from', from);
	page.field('to', to);
	for (const { name, changes } of changeGroups(diff.changes)) {
		page.heading(name);
		for (const { controlRelevant, words } of changes) {
			if (controlRelevant) page.warning(`! control-relevant: ${words}`);
			else page.line(`- ${words}`, 2, 4);
		}
	}
}
