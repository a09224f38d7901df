import type { Path } from '../diagnostics/path.ts';
import type { OffsetRange } from '../diagnostics/position.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { FileKind } from './file-kind.ts';

/** A problem found while reading, before any rule has looked: it names the rule that reports it. */
export type ReadingProblem = Problem & { readonly rule: string };

/** A file that a document names in its references or inputs, or links in its prose. */
export interface FileLink {
	/** As written. */
	readonly target: string;
	/** The target without query and anchor, decoded; empty for a place in the document itself. */
	readonly file: string;
	/** Decoded, without `#`. */
	readonly anchor?: string | undefined;
	/** References and templates name files of the library; prose links them from where the document lies. */
	readonly use: 'reference' | 'template' | 'link';
	/** Where in the document. */
	readonly path: Path;
	/** UTF-16 offsets of the target in the text at the path; undefined where all of it is the target. */
	readonly within?: OffsetRange | undefined;
	/** Whether the document states a SHA-256 to compare with. */
	readonly wantsHash: boolean;
}

/** A file, or a place in one, that a document names or links, as it was found. */
export interface LinkedFile extends FileLink {
	/** `outside`: it would leave the library, and was not looked at. */
	readonly found: 'file' | 'folder' | 'missing' | 'unreadable' | 'outside';
	/** For what is missing: a path that was likely meant, as the document would write it. */
	readonly suggestion?: string;
	/** Lower-case hex; only where the document states one to compare with. */
	readonly sha256?: string;
	/** Whether the `#anchor` of the link names a place in the file; undefined where it has none or that can't be told. */
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
