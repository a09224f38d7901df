import type { Problem } from '../../../diagnostics/problem.ts';
import { documentPlaceholders, isEnglish } from '../../../model/document-placeholders.ts';
import { mayHoldPlaceholder } from '../../../model/placeholders.ts';
import { commentsOf } from '../../../source/comments.ts';
import { valueBefore, writtenScalars } from '../../../source/written-scalars.ts';
import { everyKind } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

const toConfirm = /^#\s*confirm\b/i;

export const placeholder: FileRule = {
	name: 'document/placeholder',
	severity: 'warning',
	summary:
		'A text still waits for its words: <what to write>, `# confirm` at the end of a line, TODO, TBD, FIXME, XXX, DRAFT, lorem ipsum, {{…}} outside templates and code, "to be completed", [LINK TO …].',
	why: 'A gap in a procedure is filled by whoever works with it, each in their own way. A text with one is not finished, and in one that is in force it is an error.',
	remedy:
		'Write what is meant, or take it out. For a value marked `# confirm`: check it and delete the comment.',
	points: 'At the placeholder, or at the value to confirm.',
	clauses: [],
	scope: 'file',
	kinds: everyKind,
	examples: {
		bad: 'purpose:\n  why: Pay each supplier <how soon>.\n  in_scope:\n    - Supplier invoices in any currency\n',
		good: 'purpose:\n  why: Pay each supplier within 30 days.\n  in_scope:\n    - Supplier invoices in any currency\n',
	},
	*check(subject) {
		const { language } = subject.document ?? {};
		const english = isEnglish({ language });
		if (!english) yield { notEvaluated: `no word lists for the language "${language}"` };
		if (toConfirmAnywhere.test(subject.text)) yield* unconfirmed(subject.text);
		// An escape may hide one from this look at the whole text.
		if (!mayHoldPlaceholder(subject.text) && !subject.text.includes('\\')) return;
		for (const { path, from, to, words } of documentPlaceholders(subject.value, { english })) {
			yield {
				place: { path, within: { from, to } },
				message: `The placeholder ${words} still waits for its words`,
			};
		}
	},
};

const toConfirmAnywhere = /#\s*confirm\b/i;

/** Values that a template proposed and nobody has looked at. */
function* unconfirmed(text: string): Generator<Problem> {
	const scalars = writtenScalars(text);
	for (const comment of commentsOf(text)) {
		if (comment.ownLine || !toConfirm.test(comment.text)) continue;
		const before = valueBefore(scalars, text, comment.from);
		const offsets = { from: comment.from, to: comment.from + comment.text.trimEnd().length };
		yield {
			place: before === undefined ? { offsets } : { path: before.path },
			message:
				before === undefined
					? 'This line is still marked "# confirm"'
					: `The value ${String(before.value).slice(0, 60)} is proposed, and nobody has confirmed it`,
			help: 'Check the value, change it if need be, and delete the comment "# confirm".',
		};
	}
}
