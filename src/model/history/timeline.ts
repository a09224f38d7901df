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
}

/** A content under a number, as the mainline first showed it. */
export type Content = Omit<Version, 'owns' | 'complete' | 'start' | 'end' | 'endedBy' | 'supersededBy'>;

/** Since when a content is complete. */
export interface Complete {
	/** The mainline commit that completed it, and its time in seconds. */
	readonly position: number;
	readonly known: number;
	/** When it stopped, as a signature that it leaned on was withdrawn; in seconds. */
	readonly lostAt: number | undefined;
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
	/** Since when a content is complete; undefined where it is not. Left out: as soon as the mainline shows it. */
	readonly completed?: ((content: Content, before: Predecessors) => Complete | undefined) | undefined;
	readonly withdrawals?: readonly Withdrawal[] | undefined;
}

/**
 * Derives the versions of a document. The first content under a number that is complete owns it, and is in force from
 * the day it states or, where that is later, from when it was known and complete; until a higher number takes over or a
 * withdrawal ends it, for good. In a library without approvals a content is complete as soon as the mainline shows it.
 */
export function timelineOf(input: TimelineInput): Timeline {
	const { entries, mainline, upTo, cutOff } = input;
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
		const stood = standing;
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
				stood,
			);
	}
	if (earlier !== undefined) found.add(standing, { ...earlier, time: since }, earlier.level);
	return { versions: withForce(found, input), standing, stood: known.length > 0 };
}

/** Versions as the mainline showed them one after another: each content under each number once. */
class FoundVersions {
	readonly versions: Content[] = [];
	/** Where a content that had gone came back, by content. */
	readonly again = new Map<Content, { readonly position: number; readonly known: number }[]>();
	readonly #seen = new Map<string, Content>();
	readonly #digestOf: TimelineInput['digestOf'];

	constructor(digestOf: TimelineInput['digestOf']) {
		this.#digestOf = digestOf;
	}

	add(
		texts: readonly PathState[],
		{ id, position, time }: MainlineCommit & { readonly position: number },
		knownLevel: Version['knownLevel'],
		before: readonly PathState[] = [],
	): void {
		for (const { path, blob, version, effective } of texts) {
			const digest = this.#digestOf(blob);
			if (digest === null || version === undefined) continue;
			// Texts that nobody has looked into yet are taken for different contents.
			const key = `${normal(version)} ${digest ?? blob}`;
			const seen = this.#seen.get(key);
			if (seen !== undefined) {
				const stayed = before.some(
					(one) => one.blob === blob || (digest !== undefined && this.#digestOf(one.blob) === digest),
				);
				if (!stayed) this.again.set(seen, [...(this.again.get(seen) ?? []), { position, known: time }]);
				continue;
			}
			const content: Content = {
				version,
				digest,
				effective,
				path,
				blob,
				commit: id,
				position,
				known: time,
				knownLevel,
			};
			this.#seen.set(key, content);
			this.versions.push(content);
		}
	}
}

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

function withForce(found: FoundVersions, input: TimelineInput): readonly Version[] {
	const { zone } = input;
	const begun = completeOf(found, input);
	const owned = begun.map((one) => {
		const owns = ownership(one, begun);
		const ending = firstEnding(one, input.withdrawals ?? []);
		const start = owns === 'yes' ? startOf(one, zone) : undefined;
		// What is withdrawn before it begins never does, and supersedes nothing.
		const begins = start !== undefined && (ending === undefined || start < ending.at);
		return {
			...one.content,
			complete: one.complete !== undefined,
			owns,
			start: begins ? start : undefined,
			ending,
		};
	});
	return owned.map(({ ending, ...one }): Version => {
		const higher = owned
			.filter((other) => other.start !== undefined && isHigher(other.version, one.version))
			.sort((a, b) => (a.start ?? 0) - (b.start ?? 0))[0];
		if (higher?.start !== undefined && (ending === undefined || higher.start < ending.at))
			return { ...one, end: higher.start, endedBy: 'higher number', supersededBy: higher.version };
		return { ...one, end: ending?.at, endedBy: ending?.by, supersededBy: undefined };
	});
}

/**
 * Since when each content is complete. What one needs depends on what was in force when it came; where it came back
 * later, on what was in force then, which may depend on it: so it is derived again until it stays.
 */
function completeOf({ versions, again }: FoundVersions, input: TimelineInput): readonly Begun[] {
	const { completed, zone } = input;
	let last: readonly Begun[] = [];
	for (let round = 0; round <= again.size + 1; round++) {
		const begun: Begun[] = [];
		for (const content of versions) {
			if (completed === undefined) {
				const { position, known } = content;
				begun.push({ content, complete: { position, known, lostAt: undefined } });
				continue;
			}
			const returns = (again.get(content) ?? []).map(({ position, known }) => ({
				position,
				inForce: predecessors({ ...content, position, known }, last, zone).inForce,
			}));
			const before = { ...predecessors(content, begun, zone), again: returns };
			begun.push({ content, complete: completed(content, before) });
		}
		const isSame = begun.every(
			({ complete }, index) => complete?.position === last[index]?.complete?.position,
		);
		last = begun;
		if (again.size === 0 || completed === undefined || (isSame && round > 0)) break;
	}
	return last;
}

/** What ends a version before any higher number does. */
function firstEnding(
	{ content, complete }: Begun,
	withdrawals: readonly Withdrawal[],
): { readonly at: number; readonly by: Exclude<Version['endedBy'], undefined> } | undefined {
	const endings = withdrawals
		.filter((withdrawal) => isOf(withdrawal, content))
		.map(({ at, version }) => ({
			at,
			by: version === undefined ? ('retirement' as const) : ('withdrawal' as const),
		}));
	const lostAt = complete?.lostAt;
	const all =
		lostAt === undefined ? endings : [...endings, { at: lostAt, by: 'withdrawn signature' as const }];
	return all.sort((a, b) => a.at - b.at)[0];
}

/** A content, and since when it is complete. */
interface Begun {
	readonly content: Content;
	readonly complete: Complete | undefined;
}

function ownership({ content, complete }: Begun, all: readonly Begun[]): Version['owns'] {
	const rivals = all.filter(
		(other) => other.complete !== undefined && normal(other.content.version) === normal(content.version),
	);
	if (rivals.length === 0) return 'open';
	const first = Math.min(...rivals.map((one) => one.complete?.position ?? Number.POSITIVE_INFINITY));
	if (complete === undefined || complete.position > first) return 'no';
	return rivals.filter((one) => one.complete?.position === first).length > 1 ? 'contested' : 'yes';
}

function startOf({ content, complete }: Begun, zone: string | undefined): number | undefined {
	const day = content.effective === undefined ? undefined : startOfDay(content.effective, zone);
	// A day that does not exist never comes.
	if (complete === undefined || (content.effective !== undefined && day === undefined)) return undefined;
	return Math.max(day ?? content.known, content.known, complete.known);
}

function predecessors(
	content: Content,
	earlier: readonly Begun[],
	zone: string | undefined,
): Omit<Predecessors, 'again'> {
	const complete = earlier.filter(
		(one) =>
			one.complete !== undefined &&
			one.complete.position < content.position &&
			normal(one.content.version) !== normal(content.version),
	);
	const inForce = complete
		.filter((one) => {
			const start = ownership(one, complete) === 'yes' ? startOf(one, zone) : undefined;
			return start !== undefined && start <= content.known;
		})
		.reduce<Content | undefined>(
			(best, one) => (best === undefined || isHigher(one.content.version, best.version) ? one.content : best),
			undefined,
		);
	return { inForce, previous: complete.at(-1)?.content };
}

function isOf({ version, digest }: Withdrawal, one: Pick<Version, 'version' | 'digest'>): boolean {
	if (version === undefined) return true;
	return normal(version) === normal(one.version) && (one.digest === undefined || one.digest === digest);
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
