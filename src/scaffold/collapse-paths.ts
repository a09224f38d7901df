/**
 * Paths of new files, with a folder in the place of its files where the whole folder is new: what a person would type
 * after `git add`. `existed` tells whether a folder was there before.
 */
export function collapsePaths(
	paths: readonly string[],
	existed: (folder: string) => boolean,
): readonly string[] {
	const collapsed = paths.map((path) => {
		const names = path.split('/');
		for (let depth = 1; depth < names.length; depth += 1) {
			const folder = names.slice(0, depth).join('/');
			if (!existed(folder)) return folder;
		}
		return path;
	});
	return [...new Set(collapsed)];
}
