/** One request of an auditor, as a list of requests ("provided by client") writes it: text of others, kept as data. */
export interface AuditorRequest {
	readonly id: string;
	/** What is asked for. */
	readonly text: string;
	readonly owner: string | null;
	/** As written. */
	readonly due: string | null;
	/** The section of the packet that whoever wrote the list names; null where they name none. */
	readonly section: string | null;
	/** How the list says it stands. */
	readonly status: string | null;
	/** Its line in the file, counted from 1. */
	readonly line: number;
}

/** What is wrong with a list of requests. */
export interface RequestProblem {
	readonly line: number;
	/** A sentence without a full stop. */
	readonly message: string;
}

/** A table as it stands in a file: nothing is read into its cells yet. */
export interface RequestTable {
	readonly header: { readonly line: number; readonly cells: readonly string[] };
	readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}
