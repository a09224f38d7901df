import { idPatternsOf } from '../../../model/id-patterns.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const idFormat: FileRule = {
	name: 'document/id-format',
	severity: 'error',
	summary: 'The id of a document breaks the pattern of the library.',
	why: 'Ids are how people, records and other systems name a document for ever. One that looks different is mistyped, sorted wrongly or not found.',
	remedy:
		'Give the document an id of the pattern; `sop new` finds the next free one. Ids from before go under ids.legacy in sop.config.yaml.',
	points: 'At the id.',
	clauses: ['iso-9001 7.5.2 a', 'eu-gmp Chapter 4'],
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: 'id: Invoice procedure 7\n',
		good: 'id: SOP-FIN-007\n',
	},
	*check({ document, library }) {
		const id = document?.id;
		if (id === undefined) return;
		const { written, fits } = idPatternsOf(library.config);
		const verdict = fits(id);
		if (verdict === true) return;
		if (verdict === undefined) {
			yield { notEvaluated: 'a pattern of ids in the config cannot be used' };
			return;
		}
		yield {
			place: { path: ['id'] },
			message: `The id "${id}" has not the form that ids have here`,
			help: `Write an id that fits ${written}; sop new finds the next free one. An id from before goes under ids.legacy in sop.config.yaml.`,
		};
	},
};
