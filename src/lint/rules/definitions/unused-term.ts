import { textsWithout } from '../../../model/find-texts.ts';
import { rows } from '../../../model/several.ts';
import { type SearchableText, searchable, usesTerm } from '../../../model/term-use.ts';
import type { FileRule } from '../../rule.ts';

export const unusedTerm: FileRule = {
	name: 'definitions/unused-term',
	severity: 'warning',
	summary: 'A term of section 3 is used nowhere else in the document.',
	why: 'A definition nobody needs was left behind by an older text, or the text now says the same thing by another name.',
	remedy: 'Take the definition out, or use the term where it is meant.',
	points: 'At the term.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: 'definitions:\n  - term: Dunning\n    means: Asking a customer for a payment that is late\n',
		good: 'definitions:\n  - term: Supplier\n    means: Whoever has sent us goods against an order\n',
	},
	*check({ sop }) {
		const definitions = rows(sop?.definitions);
		if (sop === undefined || definitions.length === 0) return;
		const elsewhere = textsWithout(sop, 'definitions');
		// Most terms stand in some text as they are; only for the others all texts are made ready to be searched.
		let rest: SearchableText | undefined;
		for (const [index, { term }] of definitions.entries()) {
			if (term === undefined || term.trim() === '') continue;
			const plain = term.toLowerCase();
			if (elsewhere.some((text) => text.toLowerCase().includes(plain) && usesTerm(searchable([text]), term)))
				continue;
			rest ??= searchable(elsewhere);
			if (usesTerm(rest, term)) continue;
			const others = definitions.flatMap((row, at) => (at === index ? [] : (row.means ?? [])));
			if (usesTerm(searchable(others), term)) continue;
			yield {
				place: { path: ['definitions', index, 'term'] },
				message: `The term ${term} is defined, and used nowhere`,
			};
		}
	},
};
