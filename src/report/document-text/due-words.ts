import type { Due } from '../../model/documents.generated.ts';

/** By when something is due, in words: `within 1 week before end-date`. Undefined where nothing says. */
export function dueWords(due: Due | undefined): string | undefined {
	if (due === undefined || typeof due === 'string') return due;
	const { within, at_least, before, after } = due;
	return [
		within && `within ${within}`,
		at_least && `at least ${at_least}`,
		before && `before ${before}`,
		after && `after ${after}`,
	]
		.filter((part) => part !== undefined && part !== '')
		.join(' ');
}
