import type { Identity } from '../../model/history/commit.ts';
import type { TrailEntry } from '../../model/history/trail.ts';

/** What tells whether commits that brought a text may hold the work of others. */
export interface SquashInput {
	/** The commits in which the text of a version came about. */
	readonly entries: readonly TrailEntry[];
	/** People that its change log names. */
	readonly named: ReadonlySet<string>;
	/** People who made those commits, as far as a register knows them. */
	readonly committed: ReadonlySet<string>;
}

/**
 * Commits of the mainline that may be several made into one, so that who wrote the text before is not visible; each as a
 * clause. Git does not record that: it is told by a forge that made the commit, or by a change log that names others
 * than the one commit that brought the text. Trailers of messages are claims, and not read.
 */
export function perhapsSquashed({ entries, named, committed }: SquashInput): readonly string[] {
	// Whose commits nobody can tell may have been made by those who are named.
	const others = committed.size === 0 ? [] : [...named].filter((person) => !committed.has(person)).sort();
	return entries.flatMap(({ commit, mainline }) => {
		if (mainline === null || commit.parents > 1) return [];
		const signs = [
			...(isForge(commit.committer) ? ['was made by a forge'] : []),
			...(entries.length === 1 && others.length > 0
				? [`is the only one of a text whose change log also names ${others.join(', ')}`]
				: []),
		];
		return signs.length === 0
			? []
			: [
					`authors before the squash not visible, if it was one: commit ${commit.id.slice(0, 7)} ${signs.join(' and ')}`,
				];
	});
}

/** The address with which GitHub commits what somebody merges there: it carries, and wrote nothing. */
export function isForge({ email }: Identity): boolean {
	return email === 'noreply@github.com';
}
