import { rows } from '../../../model/several.ts';
import { termKey } from '../../../model/term-use.ts';
import type { FileRule } from '../../rule.ts';

export const duplicateTerm: FileRule = {
	name: 'definitions/duplicate-term',
	severity: 'warning',
	summary: 'A term is defined twice.',
	why: 'Two definitions of one word are two rules: each reader follows the one found first.',
	remedy: 'Keep one definition, or give the two things two names.',
	points: 'At the term where it stands again.',
	clauses: ['eu-gmp Chapter 4'],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: 'definitions:\n  - term: Supplier\n    means: Whoever has sent us an invoice\n  - term: supplier\n    means: Whoever has sent us goods against an order\n',
		good: 'definitions:\n  - term: Supplier\n    means: Whoever has sent us goods against an order\n',
	},
	*check({ sop }) {
		const seen = new Map<string, string>();
		for (const [index, { term }] of rows(sop?.definitions).entries()) {
			if (term === undefined || term.trim() === '') continue;
			const first = seen.get(termKey(term));
			if (first === undefined) seen.set(termKey(term), term);
			else {
				yield {
					place: { path: ['definitions', index, 'term'] },
					message: `The term ${term} is defined already${first === term ? '' : `, as ${first}`}`,
				};
			}
		}
	},
};
