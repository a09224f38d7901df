import type { Path } from '../diagnostics/path.ts';
import type { FixSource } from '../diagnostics/problem.ts';
import type { ProcedureGraph } from '../model/graph/procedure-graph.ts';
import type {
	ActivitiesRegister,
	CalendarRegister,
	Checklist,
	Config,
	ControlsRegister,
	PeopleRegister,
	RolesRegister,
	Sop,
	ToolsRegister,
} from '../model/documents.generated.ts';
import type { DocumentSummary } from '../model/document-summary.ts';
import type { UnaryTestParser } from '../model/decision/unary-test-parser.ts';
import type { FileKind } from './rule.ts';

/** The registers of a library; undefined where the library has no such file. */
export interface Registers {
	readonly people?: PeopleRegister;
	readonly roles?: RolesRegister;
	readonly tools?: ToolsRegister;
	readonly controls?: ControlsRegister;
	readonly activities?: ActivitiesRegister;
	readonly calendar?: CalendarRegister;
}

/** What every rule may know of the library before any document is judged. */
export interface LibraryFacts {
	/** The day to judge on, YYYY-MM-DD. */
	readonly today: string;
	readonly registers: Registers;
	/** The config as it stands; an empty object where there is none. */
	readonly config: Config;
}

/** A file that a document names or links, as the reading stage found it. */
export interface LinkedFile {
	/** As the document wrote it. */
	readonly target: string;
	/** Where in the document. */
	readonly path: Path;
	/** `outside`: it would leave the library, and was not looked at. */
	readonly found: 'file' | 'missing' | 'outside' | 'folder';
	/** Lower-case hex, where the document states one to compare with. */
	readonly sha256?: string;
	/** Whether the `#anchor` of the link names a heading; undefined where it has none. */
	readonly anchorFound?: boolean;
}

/** One file, read and checked against its schema, as a rule sees it. */
export interface FileSubject {
	readonly kind: FileKind;
	/** Path relative to the library, with `/`. */
	readonly file: string;
	/** The text as it stands, without a byte-order mark. */
	readonly text: string;
	/** The parsed value, whatever it is; parts that broke the schema are left out of `sop`, `checklist` … but not of this. */
	readonly value: unknown;
	/** The document where the file is one; every key may be absent. */
	readonly sop?: Sop;
	readonly checklist?: Checklist;
	readonly register?: Registers;
	readonly config?: Config;
	/** The procedure of an SOP, as a graph; built at first use. */
	readonly graph?: ProcedureGraph;
	/** Paths to places in the text; parses it again with positions, so only what is about to report should ask. */
	readonly source: FixSource;
	/** Reads FEEL unary tests; undefined where no document has any. */
	readonly feel?: UnaryTestParser;
	readonly linkedFiles: readonly LinkedFile[];
	readonly library: LibraryFacts;
	/** The option of the rule that is running. */
	option<T>(name: string): T;
}

/** All documents of the library, each in a few facts. */
export interface LibrarySubject {
	readonly documents: readonly DocumentSummary[];
	/** Paths of all files that could be read as documents or not: what is there at all. */
	readonly library: LibraryFacts;
	option<T>(name: string): T;
}
