/** What `ID` or `ID@VERSION` asks for. */
export interface DocumentRequest {
	readonly id: string;
	/** `work` for the file on disk; undefined where none is named. */
	readonly version: string | undefined;
}

/** Reads `SOP-FIN-002@2.1`: all after the first `@` is the version. */
export function parseReference(written: string): DocumentRequest {
	const [id = '', ...rest] = written.trim().split('@');
	return { id, version: rest.length === 0 ? undefined : rest.join('@') };
}
