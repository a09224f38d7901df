import type { Path } from './path.ts';
import type { OffsetRange } from './position.ts';
import type { Severity } from './severity.ts';
import type { TextEdit } from './text-edit.ts';

/**
 * The smallest thing that is wrong. Rules name it by path, because a path costs nothing;
 * the engine turns it into a range only for what is reported.
 *
 * - `path` alone points at the value, or at the nearest ancestor that exists in the text.
 * - `part: 'key'` points at the key before the value.
 * - `within` points inside a text value: UTF-16 offsets into the *parsed* string.
 * - `offsets` points at the text itself, for what never became a value.
 */
export type Place =
	| { readonly path: Path; readonly part?: 'value' | 'key'; readonly within?: OffsetRange }
	| { readonly offsets: OffsetRange };

/** What a fix may ask of the text it edits. */
export interface FixSource {
	readonly text: string;
	/** The range of a place; of its nearest ancestor where it has none. */
	rangeOf(place: Place): OffsetRange;
}

/** A mend by text edits. `unsafe` ones may change meaning and need `--fix-unsafe`. */
export interface Fix {
	readonly safety: 'safe' | 'unsafe';
	/** The edits, all against the same text, not overlapping. Empty when there is nothing sensible to do. */
	readonly edits: (source: FixSource) => readonly TextEdit[];
}

/** One defect, as a rule sees it: not located, not weighed, not silenced yet. */
export interface Problem {
	readonly place: Place;
	/** What is wrong: one sentence without a full stop, naming the value. */
	readonly message: string;
	/** What to do about this very defect; the rule's general remedy where left out. */
	readonly help?: string;
	readonly fix?: Fix;
	/** Where this very problem weighs otherwise than its rule (a draft may lack section 2, not section 8). */
	readonly severity?: Severity;
	/** The section it belongs to, where the place does not tell. */
	readonly section?: number;
}

/** A check that could not be made. Never a pass. */
export interface CannotEvaluate {
	/** Why not, as it follows "not evaluated:", e.g. `no people register`. */
	readonly notEvaluated: string;
}
