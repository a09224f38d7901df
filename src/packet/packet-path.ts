/** Bytes of a path in UTF-8; longer ones no file system holds. */
const longest = 1024;

/**
 * Why a path can be none of a packet, as the end of a sentence that begins with it; undefined where it can. Paths are
 * relative and have `/`: one that could lead elsewhere on any system is refused on all of them.
 */
export function whyNoPacketPath(path: string): string | undefined {
	if (path === '') return 'is empty';
	if (Buffer.byteLength(path) > longest) return `is longer than ${longest} bytes`;
	if (path.includes('\0')) return 'has a NUL in it';
	if (/[\x00-\x1f\x7f]/.test(path)) return 'has a control character in it';
	if (!path.isWellFormed()) return 'is not Unicode';
	if (path.includes('\\')) return 'has a backslash in it';
	if (path.startsWith('/')) return 'is absolute';
	if (/^[A-Za-z]:/.test(path)) return 'names a drive';
	const parts = path.split('/');
	if (parts.includes('..')) return 'leads out of the packet';
	return parts.includes('') || parts.includes('.') ? 'is not written the shortest way' : undefined;
}
