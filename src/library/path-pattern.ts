import picomatch from 'picomatch';

/** Whether a path as it was typed is a pattern for the shell's kind of matching. */
export function isPattern(path: string): boolean {
	return picomatch.scan(path).isGlob || /[*?[\]{}]/.test(path);
}

/** The folder of a pattern below which all lies that it can match: empty where that is the folder it is read from. */
export function patternBase(pattern: string): string {
	const parts = pattern.split('/');
	const first = parts.findIndex((part) => isPattern(part));
	return parts.slice(0, first === -1 ? parts.length : first).join('/');
}

/** Tells the paths (with `/`) that a pattern matches; a folder that it matches stands for all below. */
export function pathMatcher(pattern: string): (path: string) => boolean {
	const matches = picomatch([pattern, `${pattern}/**`], { dot: true, nonegate: true });
	return (path) => matches(path);
}
