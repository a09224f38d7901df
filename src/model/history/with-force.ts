import { groupBy } from '../../diagnostics/group-by.ts';
import { startOfDay } from '../zone.ts';
import type { FoundVersions } from './found-versions.ts';
import { type Ending, firstEnding } from './reign.ts';
import type { TimelineInput } from './timeline-input.ts';
import {
	type Complete,
	type Content,
	isHigher,
	normal,
	type Predecessors,
	type Version,
	type Withdrawal,
} from './version.ts';

/** Contents as they were shown, each with who owns its number, when it begins and what ends it. */
export function withForce(found: FoundVersions, input: TimelineInput): readonly Version[] {
	const { zone } = input;
	const begun = completeOf(found, input);
	const rivals = completeByNumber(begun);
	const owned = begun.map((one) => {
		const owns = ownership(one, rivals);
		const endings = endingsOf(one, input.withdrawals ?? []);
		const ending = firstEnding(endings);
		const start = owns === 'yes' ? startOf(one, zone) : undefined;
		// What is withdrawn before it begins never does, and supersedes nothing.
		const begins = start !== undefined && (ending === undefined || start < ending.at);
		const { content, complete } = one;
		const reign =
			owns === 'yes' && complete !== undefined
				? { begins: start, position: complete.position, endings }
				: undefined;
		return { content, complete, owns, start: begins ? start : undefined, ending, reign };
	});
	const started = owned
		.flatMap(({ content: { version }, start }) => (start === undefined ? [] : [{ version, start }]))
		.sort((a, b) => a.start - b.start);
	return owned.map(({ content, complete, owns, start, ending, reign }): Version => {
		const higher = started.find((other) => isHigher(other.version, content.version));
		const isSuperseded = higher !== undefined && (ending === undefined || higher.start < ending.at);
		// Written out: a spread with more keys behind it is slow, and there are hundreds of thousands of versions.
		return {
			version: content.version,
			digest: content.digest,
			effective: content.effective,
			path: content.path,
			blob: content.blob,
			commit: content.commit,
			position: content.position,
			known: content.known,
			knownLevel: content.knownLevel,
			complete: complete !== undefined,
			owns,
			start,
			end: isSuperseded ? higher.start : ending?.at,
			endedBy: isSuperseded ? 'higher number' : ending?.by,
			supersededBy: isSuperseded ? higher.version : undefined,
			reign,
		};
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
				begun.push({ content, complete: { position, known, lost: undefined } });
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

/** What ends a version whatever higher numbers do. */
function endingsOf({ content, complete }: Begun, withdrawals: readonly Withdrawal[]): readonly Ending[] {
	const endings = withdrawals
		.filter((withdrawal) => isOf(withdrawal, content))
		.map(
			({ at, position, version }): Ending => ({
				at,
				position,
				by: version === undefined ? 'retirement' : 'withdrawal',
			}),
		);
	const lost = complete?.lost;
	return lost === undefined
		? endings
		: [...endings, { at: lost.known, position: lost.position, by: 'withdrawn signature' }];
}

/** A content, and since when it is complete. */
interface Begun {
	readonly content: Content;
	readonly complete: Complete | undefined;
}

/** What is complete, by its number. */
function completeByNumber(all: readonly Begun[]): ReadonlyMap<string, readonly Begun[]> {
	const complete = all.filter((one) => one.complete !== undefined);
	return groupBy(complete, ({ content }) => normal(content.version));
}

function ownership(
	{ content, complete }: Begun,
	byNumber: ReturnType<typeof completeByNumber>,
): Version['owns'] {
	const rivals = byNumber.get(normal(content.version)) ?? [];
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
	const rivals = completeByNumber(complete);
	const inForce = complete
		.filter((one) => {
			const start = ownership(one, rivals) === 'yes' ? startOf(one, zone) : undefined;
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
