import { expect, it } from 'vitest';
import type { Sop } from '../../../src/model/documents.generated.ts';
import { responsibilityMatrix } from '../../../src/model/raci.ts';

const sop: Sop = {
	owner: 'controller',
	procedure: [
		{ id: 'match', by: ['preparer', 'backup'] },
		{ id: 'sign', together: ['preparer', 'reviewer'] },
		{ id: 'file', together: [] },
		{ do: 'A step without an id is in no matrix.', by: 'preparer' },
	],
	raci: [
		{ steps: ['sign', 'constructor'], accountable: 'cfo', informed: ['treasury', 'treasury'] },
		{ steps: ['file'], responsible: 'reviewer', consulted: 'treasury' },
		{ activity: 'Keeping the mandates up to date', responsible: 'treasury' },
	],
};

it('is derived from steps and owner, less what rows say differs', () => {
	expect(
		responsibilityMatrix(sop).map(({ name, responsible, accountable, consulted, informed }) =>
			[name, responsible, accountable, consulted, informed].map(String).join(' | '),
		),
	).toEqual([
		'match | preparer,backup | controller |  | ',
		'sign | preparer,reviewer | cfo |  | treasury',
		'file | reviewer | controller | treasury | ',
		'Keeping the mandates up to date | treasury | controller |  | ',
	]);
});

it('gives where each row stands', () => {
	expect(responsibilityMatrix(sop).map(({ kind, path }) => [kind, ...path])).toEqual([
		['step', 'procedure', 0],
		['step', 'procedure', 1],
		['step', 'procedure', 2],
		['activity', 'raci', 2],
	]);
});

it('says nothing of a document without steps or owner', () => {
	expect(responsibilityMatrix({})).toEqual([]);
	expect(responsibilityMatrix({ procedure: [{ id: 'match', by: 'preparer' }] })[0]?.accountable).toEqual([]);
});
