import type { Files } from '../../../../io/io.ts';
import type { OpenLibrary } from '../../../../library/open-library.ts';
import type { FileResult } from '../../../../lint/lint-one.ts';
import type { DocumentSummary } from '../../../../model/document-summary.ts';
import type { SelectedFile } from '../selection.ts';

/** What of a run the facts of the past are about. */
export interface JudgedFiles {
	/** Where the library lies: a disk, or the tree of a commit. */
	readonly files: Files;
	readonly library: OpenLibrary;
	readonly selected: ReadonlyMap<string, SelectedFile>;
	readonly results: readonly FileResult[];
	readonly context: readonly DocumentSummary[];
	/** Whether all files of the library are looked at. */
	readonly whole: boolean;
}
