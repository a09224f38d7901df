import type { Path } from '../diagnostics/path.ts';
import type { OffsetRange } from '../diagnostics/position.ts';

/** A text of which YAML has taken only a part. */
export interface CutText extends OffsetRange {
	readonly path: Path;
	/** What was kept. */
	readonly kept: string;
	/** All that was written, to be put in quotes. */
	readonly whole: string;
}
