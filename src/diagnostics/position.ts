/** A place in a text. Lines and columns count from 1; columns count UTF-16 units. */
export interface Position {
	readonly line: number;
	readonly column: number;
}

/** A stretch of text; `end` is exclusive. */
export interface Range {
	readonly start: Position;
	readonly end: Position;
}

/** A stretch of text by UTF-16 offsets from 0; `to` is exclusive. */
export interface OffsetRange {
	readonly from: number;
	readonly to: number;
}
