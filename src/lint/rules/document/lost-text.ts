import type { Problem } from '../../../diagnostics/problem.ts';
import { quoted } from '../../../source/written-scalars.ts';
import { cutByComma } from '../../cut-by-comma.ts';
import { cutByComment } from '../../cut-by-comment.ts';
import type { CutText } from '../../cut-text.ts';
import { everyKind } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const lostText: FileRule = {
	name: 'document/lost-text',
	severity: 'warning',
	summary:
		'An unquoted text ends at a space and # before more words (account #4711), or a comma in [ ] has split one sentence in two.',
	why: 'The file looks right, and everything made from it says less, or something else: the words after the sign are gone.',
	remedy: 'Put the text in double quotes; put a space after # where it is meant as a comment.',
	points: 'At the text that was cut.',
	clauses: ['iso-9001 7.5.2 b'],
	fix: { safety: 'unsafe', summary: 'Puts the whole text in quotes.' },
	scope: 'file',
	kinds: everyKind,
	examples: {
		bad: 'title: Pay from account #4711\n',
		good: 'title: "Pay from account #4711"  # the house bank\n',
	},
	*check({ text, value }) {
		for (const cut of cutByComment(text)) {
			yield problem(
				cut,
				`Of "${shorten(cut.whole)}" only "${shorten(cut.kept)}" is read: the rest is taken for a comment`,
				'Put the text in double quotes; where the rest is a comment, put a space after the #.',
			);
		}
		for (const cut of cutByComma(value, text)) {
			yield problem(
				cut,
				`The text "${shorten(cut.whole)}" is split in two by its comma`,
				'Put the text in double quotes, or write the list with one entry a line.',
			);
		}
	},
};

function problem({ path, from, to, whole }: CutText, message: string, help: string): Problem {
	const edits = () => [{ from, to, text: quoted(whole) }];
	return { place: { path }, message, help, fix: { safety: 'unsafe', edits } };
}

function shorten(text: string): string {
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
