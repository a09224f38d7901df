/** What `ID`, `ID@VERSION` or `ID@VERSION~DIGEST` asks for. */
export interface DocumentRequest {
	readonly id: string;
	/** `work` for the file on disk; undefined where none is named. */
	readonly version: string | undefined;
	/** The first digits of a digest, where one of several contents is meant. */
	readonly digest: string | undefined;
}

/** Reads `SOP-FIN-002@2.1~9f0c`: all after the first `@` is the version, all after `~` the digest. */
export function parseReference(written: string): DocumentRequest {
	const [id = '', ...rest] = written.trim().split('@');
	if (rest.length === 0) return { id, version: undefined, digest: undefined };
	const [version = '', ...digest] = rest.join('@').split('~');
	return { id, version, digest: digest.length === 0 ? undefined : digest.join('~').replace(/^sha256:/, '') };
}
