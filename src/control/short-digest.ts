/** The first digits of a digest, as people tell versions apart: `9f0c1a2b3c4d`. */
export function shortDigest(digest: string | undefined): string {
	return digest === undefined ? 'not here' : digest.replace(/^sha256:/, '').slice(0, 12);
}
