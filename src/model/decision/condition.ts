import type { Path } from '../../diagnostics/path.ts';
import type { OffsetRange } from '../../diagnostics/position.ts';
import type { ValueSet } from './value-set.ts';

/** One branch form, as a branch, an `only_if` or a row of `any` holds it. Values may be of any type: they are checked here. */
export interface ConditionForm {
	readonly if?: unknown;
	readonly below?: unknown;
	readonly at_least?: unknown;
	readonly at_most?: unknown;
	readonly above?: unknown;
	readonly is?: unknown;
	readonly test?: unknown;
	readonly otherwise?: unknown;
}

/** Something about a condition, and the smallest place it is about. */
export interface ConditionNote {
	/** From the form on, e.g. `['below']` or `['test', 2]`. */
	readonly path: Path;
	/** UTF-16 offsets into the text at the path. */
	readonly within?: OffsetRange;
	readonly message: string;
	readonly help?: string;
}

/** What one condition asks of one input. */
export interface CellReading {
	/** The values that pass, within the domain; null where that cannot be said. */
	readonly set: ValueSet | null;
	/** What is wrong with it. Then there is no set. */
	readonly problems: readonly ConditionNote[];
	/** What kept it from being analysed, though nothing is wrong. Then there is no set. */
	readonly opaque: readonly ConditionNote[];
}
