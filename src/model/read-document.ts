import type { Path } from '../diagnostics/path.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { FileKind } from './file-kind.ts';

/** A problem found while reading, before any rule has looked: it names the rule that reports it. */
export type ReadingProblem = Problem & { readonly rule: string };

/** A file that a document names or links, as it was found. */
export interface LinkedFile {
	/** As the document wrote it. */
	readonly target: string;
	/** Where in the document. */
	readonly path: Path;
	/** `outside`: it would leave the library, and was not looked at. */
	readonly found: 'file' | 'folder' | 'missing' | 'outside';
	/** Lower-case hex; only where the document states one to compare with. */
	readonly sha256?: string;
	/** Whether the `#anchor` of the link names a heading; undefined where it has none. */
	readonly anchorFound?: boolean;
}

/** One file of a library: read, parsed and held against its schema. A plain value. */
export interface ReadDocument {
	readonly kind: FileKind;
	/** Path relative to the library, with `/`. */
	readonly file: string;
	/** The text as it stands, without a byte-order mark; empty where it could not be decoded. */
	readonly text: string;
	/** The content value; undefined where the text has none. */
	readonly value: unknown;
	/** The value less the parts that broke the schema: what rules may trust to have its type, though any key may be absent. */
	readonly checked: unknown;
	readonly problems: readonly ReadingProblem[];
	readonly linkedFiles: readonly LinkedFile[];
}
