import type { TextEdit } from '../diagnostics/text-edit.ts';
import type { ReadDocument } from '../model/read-document.ts';
import { applyEdits } from '../source/apply-edits.ts';
import { LineIndex } from '../source/line-index.ts';
import { Locator } from '../source/locator.ts';
import { holds } from './apply-suppressions.ts';
import { lintFile } from './lint-file.ts';
import type { Rule } from './rule.ts';
import type { RuleProblem } from './rule-problem.ts';
import type { FileSettings } from './settings.ts';
import type { LibraryFacts } from './subject.ts';
import { readSuppressions } from './suppressions.ts';

/** One fix may lay bare another; more rounds than this would be two rules at odds. */
const mostRounds = 10;

/**
 * The text of a file with everything mended that can be: edits by offset, so that comments, order and spacing
 * of all else stay as they are, byte for byte. Unsafe fixes are made only where asked for; what a comment keeps
 * quiet is let be.
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
		const isQuiet = quietedBy(document.text, source, run.library.today);
		const edits: TextEdit[] = [];
		for (const found of lintFile(document, run.rules, run.settings, run.library).found) {
			const { fix } = found.problem;
			if (fix === undefined || (fix.safety === 'unsafe' && !run.unsafe) || isQuiet(found)) continue;
			// The edits of one fix are made together or not at all.
			const mine = fix.edits(source);
			if (!mine.some((edit) => edits.some((other) => edit.from < other.to && other.from < edit.to)))
				edits.push(...mine);
		}
		const fixed = applyEdits(document.text, edits);
		if (fixed.text === document.text) break;
		const reread = readText(fixed.text);
		// No mend may leave a file that nobody can read.
		if (reread.problems.some((problem) => problem.rule === 'document/syntax')) break;
		applied += fixed.applied;
		document = reread;
	}
	return { text: document.text, applied };
}

/** Tells the problems that comments keep quiet. */
function quietedBy(text: string, source: Locator, today: string): (found: RuleProblem) => boolean {
	const lines = new LineIndex(text);
	const comments = readSuppressions(text, lines).filter((one) => holds(one, today));
	return ({ rule, problem }) =>
		comments.length > 0 &&
		rule.silenceable !== false &&
		comments.some(
			(one) => one.rule === rule.name && one.line === lines.position(source.rangeOf(problem.place).from).line,
		);
}
