import type { OffsetRange } from '../diagnostics/position.ts';
import type { Config } from '../model/documents.generated.ts';
import type { NewEntry } from './baseline.ts';

/** What a branch is judged by, where that is not its own config, and what it would have loosened. */
export interface PolicyFacts {
	/** The branch that the policy comes from, as people know it: `main`, `origin/main`. */
	readonly from: string;
	/** The commit where this branch left it. */
	readonly commit: string;
	readonly config: Config;
	/** The library's own config; undefined where its file does not stand any more. */
	readonly here: Config | undefined;
	/** Where the baseline of this branch lies, and what it covers that the one of the branch point does not. */
	readonly baselineFile: string;
	readonly newEntries: readonly NewEntry[];
	/** Comments of which the branch point knows nothing. */
	readonly newSuppressions: readonly {
		readonly file: string;
		readonly rule: string;
		readonly offsets: OffsetRange;
	}[];
}
