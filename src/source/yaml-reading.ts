import type { OffsetRange } from '../diagnostics/position.ts';

/** Something in a text that keeps it from having exactly one value. */
export interface ReadingProblem {
	readonly rule: 'document/syntax' | 'document/duplicate-key' | 'document/number-not-exact';
	readonly message: string;
	readonly help: string;
	readonly offsets: OffsetRange;
}

/** The content value of a text, with all that stood in the way of it. */
export interface YamlReading {
	/** Undefined where the text has no value at all. */
	readonly value: unknown;
	readonly problems: readonly ReadingProblem[];
}
