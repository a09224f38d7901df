import type { Branch, Condition } from '../documents.generated.ts';
import { branchWords, conditionWords } from '../graph/condition-words.ts';
import { isPlainObject, own, type PlainObject } from './plain-object.ts';
import { valueWords } from './value-words.ts';

/** Keys of a branch or form that say when it holds. */
export const conditionKeys = [
	'if',
	'below',
	'at_least',
	'at_most',
	'above',
	'is',
	'test',
	'otherwise',
] as const;

/** When something applies, in words; as JSON what has no words. */
export function onlyIfWords(condition: unknown): string {
	if (!isPlainObject(condition)) return valueWords(condition);
	// A mapping is read as a condition whatever it holds: the words take each key only as what it should be.
	return conditionWords(condition as Condition) || valueWords(condition);
}

/** The answer that a branch stands for; `inputs` are those of its decision. */
export function answerWords(branch: unknown, inputs: readonly string[]): string {
	if (!isPlainObject(branch)) return valueWords(branch);
	return branchWords(branch as Branch, inputs) || 'no condition';
}

/** The part of a branch that says when it holds. */
export function conditionOf(branch: unknown): PlainObject {
	return Object.fromEntries(
		conditionKeys.flatMap((key) => {
			const value = own(branch, key);
			return value === undefined ? [] : [[key, value]];
		}),
	);
}
