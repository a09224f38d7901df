/** A ref as people know it: `refs/heads/main` is `main`, `refs/remotes/origin/main` is `origin/main`. */
export function shortRef(ref: string): string {
	return ref.replace(/^refs\/(?:heads|remotes|tags)\//, '');
}
