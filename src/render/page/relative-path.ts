/** The address of a path of the packet, seen from the page at another, as a link writes it: `../data/checks.csv`. */
export function relativePath(from: string, to: string): string {
	const here = from.split('/').slice(0, -1);
	const there = to.split('/');
	let shared = 0;
	while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
	return [...here.slice(shared).map(() => '..'), ...there.slice(shared).map(encodePart)].join('/');
}

/** `@` and `~` are left, so that names of files can be read; all else that means something in an address is not. */
function encodePart(part: string): string {
	return encodeURIComponent(part.toWellFormed()).replaceAll('%40', '@');
}
