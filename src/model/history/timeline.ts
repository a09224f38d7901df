import { compareVersions } from '../version-number.ts';
import { startOfDay } from '../zone.ts';
import type { Mainline, MainlineCommit, TimeLevel } from './mainline.ts';
import type { PathState, TrailEntry } from './trail.ts';

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
	/** Whether the number is this content's: the first that was complete. `contested`: two came in one commit. */
	readonly owns: 'yes' | 'no' | 'contested';
	/** When it begins to be in force, in seconds; undefined where it never can. */
	readonly start: number | undefined;
	/** When a higher number takes over, in seconds; undefined where none has. */
	readonly end: number | undefined;
	/** The version that takes over at `end`. */
	readonly supersededBy: string | undefined;
}

/** The versions of one document, by what a mainline had shown up to some commit. */
export interface Timeline {
	/** In the order in which the mainline showed them. */
	readonly versions: readonly Version[];
	/** Where its texts stand at that commit: none where it is gone, two where two files share the id. */
	readonly standing: readonly PathState[];
	/** Whether it ever stood on the mainline by then. */
	readonly stood: boolean;
}

/** What a timeline is made from. */
export interface TimelineInput {
	readonly entries: readonly TrailEntry[];
	/** The digest of a text's content value: null where it has none, as it cannot be read; undefined where nobody has looked yet. */
	readonly digestOf: (blob: string) => string | null | undefined;
	readonly mainline: Mainline;
	/** The last position of the mainline that is known. */
	readonly upTo: number;
	/** IANA name; UTC where none is said. */
	readonly zone: string | undefined;
	/** From when on the repository is the record, in seconds; undefined where it always was. */
	readonly adoptedAt?: number | undefined;
	/** Whether what the first mainline commit holds may have stood before it: history is cut off. */
	readonly cutOff: boolean;
}

/**
 * Derives the versions of a document in a library without approvals, in which a content is complete as soon as the
 * mainline shows it: the first content under a number owns it, and is in force from the day it states or, where that is
 * later, from when it was known; until a higher number takes over, for good.
 */
export function timelineOf(input: TimelineInput): Timeline {
	const { entries, mainline, upTo, zone, cutOff } = input;
	const since = input.adoptedAt ?? Number.NEGATIVE_INFINITY;
	const known = entries
		.filter(({ mainline: position }) => position !== null && position <= upTo)
		.sort((a, b) => (a.mainline ?? 0) - (b.mainline ?? 0));
	const found = new FoundVersions(input.digestOf);
	let standing: readonly PathState[] = [];
	let earlier: (MainlineCommit & { readonly position: number }) | undefined;
	for (const entry of known) {
		const position = entry.mainline ?? 0;
		const commit = mainline.at(position);
		if (commit === undefined) continue;
		const isBefore = commit.time < since;
		// What stood when the library was adopted counts from then on, whatever stood before it.
		if (!isBefore && earlier !== undefined) {
			found.add(standing, { ...earlier, time: since }, earlier.level);
			earlier = undefined;
		}
		const left = new Set(entry.before.map(({ path }) => path));
		standing = [...standing.filter(({ path }) => !left.has(path)), ...entry.after];
		if (isBefore) earlier = { ...commit, position };
		else
			found.add(
				entry.after,
				{ ...commit, position },
				cutOff && position === 0 ? 'no later than' : commit.level,
			);
	}
	if (earlier !== undefined) found.add(standing, { ...earlier, time: since }, earlier.level);
	return { versions: withForce(found.versions, zone), standing, stood: known.length > 0 };
}

/** Versions as the mainline showed them one after another: each content under each number once. */
class FoundVersions {
	readonly versions: FoundVersion[] = [];
	readonly #seen = new Set<string>();
	readonly #digestOf: TimelineInput['digestOf'];

	constructor(digestOf: TimelineInput['digestOf']) {
		this.#digestOf = digestOf;
	}

	add(
		texts: readonly PathState[],
		{ id, position, time }: MainlineCommit & { readonly position: number },
		knownLevel: Version['knownLevel'],
	): void {
		for (const { path, blob, version, effective } of texts) {
			const digest = this.#digestOf(blob);
			if (digest === null || version === undefined) continue;
			// Texts that nobody has looked into yet are taken for different contents.
			const key = `${normal(version)} ${digest ?? blob}`;
			if (this.#seen.has(key)) continue;
			this.#seen.add(key);
			this.versions.push({
				version,
				digest,
				effective,
				path,
				blob,
				commit: id,
				position,
				known: time,
				knownLevel,
			});
		}
	}
}

type FoundVersion = Omit<Version, 'owns' | 'end' | 'supersededBy' | 'start'>;

/** The version in force at an instant in seconds: the highest number that has begun, unless it has ended. */
export function inForceAt(timeline: Timeline, instant: number): Version | undefined {
	const begun = timeline.versions.filter(({ start }) => start !== undefined && start <= instant);
	const highest = begun.reduce<Version | undefined>(
		(best, one) => (best === undefined || isHigher(one.version, best.version) ? one : best),
		undefined,
	);
	return highest?.end !== undefined && highest.end <= instant ? undefined : highest;
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
	return version.replace(/(?:\.0+)+$/, '').replace(/(^|\.)0+(?=\d)/g, '$1');
}

function withForce(found: readonly FoundVersion[], zone: string | undefined): readonly Version[] {
	const owned = found.map((one): Omit<Version, 'end' | 'supersededBy'> => {
		const rivals = found.filter((other) => normal(other.version) === normal(one.version));
		const first = Math.min(...rivals.map(({ position }) => position));
		const firsts = rivals.filter(({ position }) => position === first);
		const owns = one.position > first ? 'no' : firsts.length > 1 ? 'contested' : 'yes';
		const day = one.effective === undefined ? undefined : startOfDay(one.effective, zone);
		// A day that does not exist never comes.
		const begins = one.effective === undefined || day !== undefined;
		return {
			...one,
			owns,
			start: owns === 'yes' && begins ? Math.max(day ?? one.known, one.known) : undefined,
		};
	});
	return owned.map((one) => {
		const higher = owned
			.filter((other) => other.start !== undefined && isHigher(other.version, one.version))
			.sort((a, b) => (a.start ?? 0) - (b.start ?? 0))[0];
		return { ...one, end: higher?.start, supersededBy: higher?.version };
	});
}

function isHigher(a: string, b: string): boolean {
	return (compareVersions(a, b) ?? 0) > 0;
}

/**
 * Texts whose digest decides something about a document: several under one number may be one content in two layouts.
 * All others are told apart by their number.
 */
export function rivalTexts(entries: readonly TrailEntry[]): readonly string[] {
	const byNumber = new Map<string, Set<string>>();
	for (const { mainline, after } of entries) {
		if (mainline === null) continue;
		for (const { version, blob } of after) {
			if (version === undefined) continue;
			const known = byNumber.get(normal(version));
			if (known) known.add(blob);
			else byNumber.set(normal(version), new Set([blob]));
		}
	}
	return [...byNumber.values()].filter((blobs) => blobs.size > 1).flatMap((blobs) => [...blobs]);
}
