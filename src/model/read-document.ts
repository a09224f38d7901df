import type { Path } from '../diagnostics/path.ts';
import type { OffsetRange } from '../diagnostics/position.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { FileKind } from './file-kind.ts';

/** A problem found while reading, before any rule has looked: it names the rule that reports it. */
export type ReadingProblem = Problem & { readonly rule: string };

/** A file, or a place in one, that a document names or links, as it was found. */
export interface LinkedFile {
	/** As the document wrote it. */
	readonly target: string;
	/** Where in the document. */
	readonly path: Path;
	/** UTF-16 offsets of the target in the text at the path, where it is a part of it. */
	readonly within?: OffsetRange;
	/** How the document names it: in section 13, as a template, or by a link in its prose. */
	readonly use: 'reference' | 'template' | 'link';
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
