import type { FixSource } from '../diagnostics/problem.ts';
import type { Severity } from '../diagnostics/severity.ts';
import type { UnaryTestParser } from '../model/decision/unary-test-parser.ts';
import type { DocumentSummary } from '../model/document-summary.ts';
import type { Checklist, Config, Sop } from '../model/documents.generated.ts';
import type { ProcedureGraph } from '../model/graph/procedure-graph.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { Registers } from '../model/registers.ts';
import type { StaleEntry } from './baseline.ts';
import type { RuleOptions } from './rule-option.ts';
import type { Suppression } from './suppressions.ts';

/** What every rule may know of the library before any document is judged. */
export interface LibraryFacts {
	/** The day to judge on, YYYY-MM-DD. */
	readonly today: string;
	readonly registers: Registers;
	/** The config as it stands, `extends` merged; an empty object where there is none. */
	readonly config: Config;
	/** Names of all rules, for whoever names one. */
	readonly ruleNames: readonly string[];
	/** What the config may set for each rule that is built; undefined where nobody asks. */
	readonly ruleOptions?: RuleOptions | undefined;
	/** The severity of each rule where nothing is set; undefined where nobody asks. */
	readonly ruleSeverities?: Readonly<Record<string, Severity>> | undefined;
	/** Text of CODEOWNERS where the repository has one. */
	readonly codeOwners?: string | undefined;
	/** Where the library lies in the repository: empty at its top, else ending in `/`. CODEOWNERS counts from the top. */
	readonly folderInRepository?: string | undefined;
	/** Reads FEEL unary tests; undefined where no document has any. */
	readonly feel?: UnaryTestParser | undefined;
}

/** One file as a rule sees it. Every key of a document may be absent: it may have failed its schema. */
export interface FileSubject extends ReadDocument {
	/** Set where the file is an SOP that could be read. */
	readonly sop: Sop | undefined;
	/** Set where the file is a checklist that could be read. */
	readonly checklist: Checklist | undefined;
	/** SOP or checklist: what the two have in common. */
	readonly document: Sop | Checklist | undefined;
	/** The procedure of an SOP, as a graph; built at first use. */
	readonly graph: ProcedureGraph | undefined;
	/** Paths to places in the text. Parses it again with positions: only what is about to report should ask. */
	readonly source: FixSource;
	readonly library: LibraryFacts;
	/** The option of the rule that is running, from the config or its default. */
	option<T extends string | number | boolean | readonly string[]>(name: string): T;
}

/** All documents of the library, each in a few facts, in the order of their paths. */
export interface LibrarySubject {
	readonly documents: readonly DocumentSummary[];
	/** Whether a file is one of those that are being looked at, not only referred to. */
	readonly isReported: (file: string) => boolean;
	readonly library: LibraryFacts;
	option<T extends string | number | boolean | readonly string[]>(name: string): T;
}

/** What the run has shown about suppression comments and the baseline. */
export interface SilencingSubject {
	/** Comments that kept nothing quiet, though their rule ran, or that name no rule there is. */
	readonly unusedSuppressions: readonly (Suppression & { readonly file: string })[];
	/** Entries of the baseline that nothing matches any more. */
	readonly staleBaselineEntries: readonly StaleEntry[];
	/** Where the baseline lies, relative to the library; undefined where none was used. */
	readonly baselineFile: string | undefined;
	readonly library: LibraryFacts;
}
