import { mayHoldPlaceholder } from '../../../model/placeholders.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';
import { unknownFunctionProblem } from '../../unknown-function-problem.ts';

export const unknownFunction: FileRule = {
	name: 'document/unknown-function',
	severity: 'error',
	summary: 'The function of a document is neither a standard one nor one that the config adds.',
	why: 'Documents are listed, counted and drawn up by their function. One of a function that nobody knows is in no list that anybody reads.',
	remedy:
		'Write one of finance, hr, it, legal, facilities and data, or add the function under `functions` in sop.config.yaml.',
	points: 'At the function.',
	clauses: ['iso-9001 7.5.2 a'],
	scope: 'file',
	kinds: documentKinds,
	examples: { bad: 'function: finances\n', good: 'function: finance\n' },
	*check({ document, library }) {
		const name = document?.function;
		// What still waits for its words is reported as that.
		if (typeof name !== 'string' || mayHoldPlaceholder(name)) return;
		const problem = unknownFunctionProblem(name, 'This document', library.config);
		if (problem !== undefined) yield { place: { path: ['function'] }, ...problem };
	},
};
