import { isPlainObject, own } from './plain-object.ts';
import { valueWords } from './value-words.ts';

const parts = [
	['within', 'within'],
	['at_least', 'at least'],
	['before', 'before'],
	['after', 'after'],
] as const;

/** A time by which something is due, in words: `2 business days`, `within 1 week before end-date`. */
export function dueWords(due: unknown): string {
	if (!isPlainObject(due) || Object.keys(due).some((key) => !parts.some(([known]) => known === key)))
		return valueWords(due);
	return parts
		.flatMap(([key, word]) => (own(due, key) === undefined ? [] : [`${word} ${valueWords(own(due, key))}`]))
		.join(' ');
}
