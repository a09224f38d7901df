import type { TimeLevel } from '../history/mainline.ts';
import type { RecordKind, RecordValues } from './record-kind.ts';

/** Where and when the mainline first showed a record. */
export interface RecordPlace {
	/** Relative to the library, with `/`. */
	readonly file: string;
	/** The line of a `.jsonl` file, counted from 1, as it stands or last stood; undefined for a file that is one record. */
	readonly line: number | undefined;
	/** Object id of the text. */
	readonly blob: string;
	/** The mainline commit that first showed it, and its position. */
	readonly commit: string;
	readonly position: number;
	/** Its known time: when the mainline first showed it, in seconds. */
	readonly known: number;
	readonly knownLevel: TimeLevel | 'no later than';
	/** The commit, on the mainline or brought by a merge, that first put these bytes at this path. */
	readonly madeBy: string;
	/** Whether it still stands: one that is gone counts all the same. */
	readonly stands: boolean;
}

/** A record that fits its schema: nothing of it is checked beyond that. */
export interface KnownRecord<Kind extends RecordKind = RecordKind> extends RecordPlace {
	readonly kind: Kind;
	readonly value: RecordValues[Kind];
}

/** A record that cannot be read, or does not fit its schema: it counts for nothing. */
export interface BrokenRecord extends RecordPlace {
	readonly kind: RecordKind | undefined;
	/** What is wrong, as a sentence without a full stop. */
	readonly problem: string;
}

/** All records that a mainline ever showed, by kind, each kind in the order in which it showed them. */
export type KnownRecords = {
	readonly [Kind in RecordKind]: readonly KnownRecord<Kind>[];
} & {
	readonly broken: readonly BrokenRecord[];
	/** Files whose text is not in this repository (a partial clone). */
	readonly missing: readonly string[];
	/** The first position of the mainline that showed one of those; undefined where none is missing. */
	readonly missingFrom: number | undefined;
};
