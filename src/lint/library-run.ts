import type { DocumentSummary } from '../model/document-summary.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { Baseline } from './baseline.ts';
import type { HistoryFacts } from './history-subject.ts';
import type { FileResult } from './lint-one.ts';
import type { PolicyFacts } from './policy-facts.ts';
import type { Rule } from './rule.ts';
import type { FileSettings } from './settings.ts';
import type { LibraryFacts } from './subject.ts';

/** What turns the results of single files into the report of a library. */
export interface LibraryRun {
	readonly rules: readonly Rule[];
	readonly settingsFor: (file: string) => FileSettings;
	readonly library: LibraryFacts;
	/** Results of the files that are reported on, in any order. */
	readonly results: readonly FileResult[];
	/** Documents that are not reported on but may be referred to. */
	readonly context: readonly DocumentSummary[];
	/** Gives a file of `results` once more: only for those in which the library shows something. */
	readonly readAgain: (file: string) => ReadDocument | undefined;
	readonly baseline?:
		| { readonly file: string; readonly content: Baseline; readonly text: string }
		| undefined;
	/** Whether `results` are all files of the library: then a document that is not among them is gone. */
	readonly whole?: boolean;
	/** Files whose text is judged as it will be once every signature stands under it. */
	readonly asComplete?: ReadonlySet<string> | undefined;
	readonly toolVersion: string;
	/** What git shows of the past, or why it cannot tell. */
	readonly history: HistoryFacts | { readonly cause: string };
	/** What the branch is judged by where that is not its own config. */
	readonly policy?: PolicyFacts | undefined;
	/** Gives a file that is not reported on, for what has to be told of it all the same. */
	readonly readBeside?: (file: string) => ReadDocument | undefined;
}
