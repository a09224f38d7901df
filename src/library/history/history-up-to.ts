import type { Trail } from '../../model/history/trail.ts';
import { type LibraryHistory, pathKey } from './library-history.ts';

/**
 * A library's past as the mainline showed it up to a position: what later commits brought is not known, and neither is what
 * other branches hold, which differ from clone to clone.
 */
export function historyUpTo(history: LibraryHistory, position: number): LibraryHistory {
	const mainline = history.mainlineUpTo(position);
	const commit = mainline.at(position)?.id;
	const trails = new Map<string, Trail | undefined>();
	const trail = (key: string): Trail | undefined => {
		if (trails.has(key)) return trails.get(key);
		const whole = history.trail(key);
		const entries = (whole?.entries ?? []).filter(
			({ broughtBy }) => broughtBy !== null && broughtBy <= position,
		);
		const known =
			whole === undefined || entries.length === 0
				? undefined
				: entries.length === whole.entries.length
					? whole
					: { ...whole, entries };
		trails.set(key, known);
		return known;
	};
	let known: { readonly ids: readonly string[]; readonly files: readonly string[] } | undefined;
	const names = () => {
		known ??= {
			ids: history.ids.filter((id) => trail(id) !== undefined),
			files: history.files.filter((file) => trail(pathKey(file)) !== undefined),
		};
		return known;
	};
	return {
		ref: history.ref === undefined || commit === undefined ? undefined : { ...history.ref, commit },
		mainline,
		mainlineUpTo: (earlier) => history.mainlineUpTo(Math.min(earlier, position)),
		begin: history.begin > position ? -1 : history.begin,
		partial: history.partial,
		unseen: Math.min(history.unseen, position),
		state: {
			...history.state,
			refs: new Map(),
			head: commit === undefined ? undefined : { commit, branch: null },
			branch: null,
		},
		prefix: history.prefix,
		get ids() {
			return names().ids;
		},
		get files() {
			return names().files;
		},
		trail,
	};
}
