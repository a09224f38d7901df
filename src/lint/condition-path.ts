import type { Path } from '../diagnostics/path.ts';
import type { Decision } from '../model/documents.generated.ts';
import { rows } from '../model/several.ts';

/** Keys of a branch that state its condition. */
export const conditionKeys = [
	'test',
	'below',
	'at_least',
	'at_most',
	'above',
	'is',
	'if',
	'otherwise',
] as const;

/** Where a branch states its condition: its first such key; the branch itself where it has none. */
export function conditionPath(decision: Decision, index: number, branch: number): Path {
	const row = rows(decision.branches)[branch];
	const key = conditionKeys.find((one) => row?.[one] !== undefined);
	return ['decisions', index, 'branches', branch, ...(key === undefined ? [] : [key])];
}
