import type { Problem } from '../../../diagnostics/problem.ts';
import { findTexts } from '../../../model/find-texts.ts';
import { hiddenCharactersIn } from '../../../model/hidden-characters.ts';
import { sectionOfKey } from '../../../model/sections.ts';
import { everyKindAndRecords } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const hiddenText: FileRule = {
	name: 'document/hidden-text',
	severity: 'error',
	summary:
		'The text holds control characters, marks that turn text around, or characters without width where no script needs them.',
	why: 'Such characters make a text read one way and say another: somebody may approve words that are not there. No keyboard types them by itself.',
	remedy: 'Delete the character; where nothing seems to be there, type the line again.',
	points: 'At the hidden characters.',
	clauses: ['cfr-11 11.10(a)'],
	scope: 'file',
	kinds: everyKindAndRecords,
	examples: {
		bad: 'title: "Pay an invoice of \u202e000,1 EUR"\n',
		good: 'title: "Pay an invoice of 1,000 EUR"\n',
	},
	*check({ text, value }) {
		for (const { from, to, name } of hiddenCharactersIn(text)) {
			yield { place: { offsets: { from, to } }, ...wordsFor(name), ...sectionAt(text, from) };
		}
		// Written as an escape it can be seen here, and still hides on every page made from this text.
		if (!text.includes('\\') || !/\\[0abefvNLPxuU]/.test(text)) return;
		for (const found of findTexts(value, (one) => hiddenCharactersIn(one).length > 0)) {
			const first = hiddenCharactersIn(found.text).find(
				(one) => !text.includes(found.text.slice(one.from, one.to)),
			);
			if (first !== undefined) yield { place: { path: found.path }, ...wordsFor(first.name) };
		}
	},
};

function wordsFor(name: string): Pick<Problem, 'message'> {
	return { message: `A character that nobody sees stands here: ${name}` };
}

/** The section of the last key at the edge above an offset. */
function sectionAt(text: string, offset: number): Pick<Problem, 'section'> {
	const keys = [...text.slice(0, offset).matchAll(/^(?<key>[A-Za-z_]+)[ \t]*:/gm)];
	const section = sectionOfKey(keys.at(-1)?.groups?.['key']);
	return section === undefined ? {} : { section };
}
