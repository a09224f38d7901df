import { compareVersions } from '../version-number.ts';
import type { TimeLevel } from './mainline.ts';
import type { Reign } from './reign.ts';

/** A version of a document: one content under one number, as the mainline showed it. */
export interface Version {
	readonly version: string;
	/** Undefined where nobody has looked into the text yet. */
	readonly digest: string | undefined;
	/** Where the content first stood on the mainline. */
	readonly path: string;
	readonly blob: string;
	/** The mainline commit that first showed it, and its position. */
	readonly commit: string;
	readonly position: number;
	/** When the mainline first showed it, in seconds; it is no later than this where history is cut off there. */
	readonly known: number;
	readonly knownLevel: TimeLevel | 'no later than';
	readonly effective: string | undefined;
	/**
	 * Whether the number is this content's: the first that was complete. `contested`: two were by one commit; `open`: no
	 * content of this number is complete.
	 */
	readonly owns: 'yes' | 'no' | 'contested' | 'open';
	/** Whether it has, or had, all signatures that it needs; in a library without approvals every content is complete. */
	readonly complete: boolean;
	/** When it begins to be in force, in seconds; undefined where it never can. */
	readonly start: number | undefined;
	/** When a higher number takes over, or a withdrawal ends it, in seconds; undefined where neither has. */
	readonly end: number | undefined;
	readonly endedBy: 'higher number' | 'withdrawal' | 'retirement' | 'withdrawn signature' | undefined;
	/** The version that takes over at `end`. */
	readonly supersededBy: string | undefined;
	/** What decides when it is in force, and which commits show it; undefined where the number is not its own. */
	readonly reign: Reign | undefined;
}

/** A content under a number, as the mainline first showed it. */
export type Content = Omit<
	Version,
	'owns' | 'complete' | 'start' | 'end' | 'endedBy' | 'supersededBy' | 'reign'
>;

/** Since when a content is complete. */
export interface Complete {
	/** The mainline commit that completed it, and its time in seconds. */
	readonly position: number;
	readonly known: number;
	/** Where and when (seconds) it stopped, as a signature that it leaned on was withdrawn. */
	readonly lost: { readonly position: number; readonly known: number } | undefined;
}

/** What was there before a content came. */
export interface Predecessors {
	/** The version in force just before; undefined where none was. */
	readonly inForce: Content | undefined;
	/** The latest complete content of another number; undefined where there is none. */
	readonly previous: Content | undefined;
	/** Where the content had gone and came back: each time, with the version in force just before. */
	readonly again: readonly { readonly position: number; readonly inForce: Content | undefined }[];
}

/** What ends a version, or all of a document, by a record of its own. */
export interface Withdrawal {
	/** Undefined where it is of the document. */
	readonly version: string | undefined;
	readonly digest: string | undefined;
	/** The latest of its day and of when it was known, in seconds. */
	readonly at: number;
	/** The mainline commit that showed it. */
	readonly position: number;
}

/**
 * Since when a version is in force, in seconds; undefined where it never can be, or where it may have begun before the
 * commits that are here: the text is known no later than the first of them.
 */
export function knownStart({ start, known, knownLevel }: Version): number | undefined {
	return knownLevel === 'no later than' && start !== undefined && start <= known ? undefined : start;
}

/** Whether it never was in force: a higher number had begun by the time it could. */
export function neverInForce({ start, end }: Version): boolean {
	return start !== undefined && end !== undefined && end <= start;
}

/** `2.1` and `2.1.0` are one number. */
export function normal(version: string): string {
	const known = numbers.get(version);
	if (known !== undefined) return known;
	const number = version.replace(/(?:\.0+)+$/, '').replace(/(^|\.)0+(?=\d)/g, '$1');
	if (numbers.size < mostNumbers) numbers.set(version, number);
	return number;
}

/** Thousands of documents share a few numbers, and each is asked for many times. */
const numbers = new Map<string, string>();
const mostNumbers = 1000;

/** Whether a number is higher than another; not where either is none. */
export function isHigher(a: string, b: string): boolean {
	return (compareVersions(a, b) ?? 0) > 0;
}
