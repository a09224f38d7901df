import type { TextEdit } from '../diagnostics/text-edit.ts';
import type { ReadDocument } from '../model/read-document.ts';
import { applyEdits } from '../source/apply-edits.ts';
import { Locator } from '../source/locator.ts';
import { lintFile } from './lint-file.ts';
import type { Rule } from './rule.ts';
import type { FileSettings } from './settings.ts';
import type { LibraryFacts } from './subject.ts';

/** One fix may lay bare another; more rounds than this would be two rules at odds. */
const mostRounds = 10;

/**
 * The text of a file with everything mended that can be: edits by offset, so that comments, order and spacing
 * of all else stay as they are, byte for byte. Unsafe fixes are made only where asked for.
 */
export function fixText(
	read: ReadDocument,
	readText: (text: string) => ReadDocument,
	run: {
		readonly rules: readonly Rule[];
		readonly settings: FileSettings;
		readonly library: LibraryFacts;
		readonly unsafe: boolean;
	},
): { readonly text: string; readonly applied: number } {
	let document = read;
	let applied = 0;
	for (let round = 0; round < mostRounds; round++) {
		const source = new Locator(document.text);
		const edits: TextEdit[] = [];
		for (const { problem } of lintFile(document, run.rules, run.settings, run.library).found) {
			if (problem.fix === undefined || (problem.fix.safety === 'unsafe' && !run.unsafe)) continue;
			// The edits of one fix are made together or not at all.
			const mine = problem.fix.edits(source);
			if (!mine.some((edit) => edits.some((other) => edit.from < other.to && other.from < edit.to)))
				edits.push(...mine);
		}
		const fixed = applyEdits(document.text, edits);
		if (fixed.text === document.text) break;
		applied += fixed.applied;
		document = readText(fixed.text);
	}
	return { text: document.text, applied };
}
