import type { Trail } from '../../model/history/trail.ts';
import { type LibraryHistory, pathOfKey } from './library-history.ts';

/**
 * A past that reads what happened to each document once, for whoever asks for all of them again and again. What is
 * followed by its path is not kept: there may be hundreds of thousands of records, and each is asked for once.
 */
export function rememberedTrails(history: LibraryHistory): LibraryHistory {
	const known = new Map<string, Trail | undefined>();
	return {
		...history,
		trail(key) {
			if (pathOfKey(key) !== undefined) return history.trail(key);
			if (!known.has(key)) known.set(key, history.trail(key));
			return known.get(key);
		},
	};
}
