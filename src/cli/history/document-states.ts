import { type DocumentState, documentState } from '../../control/document-state.ts';
import { digestOfRead, digestsOfTexts, readTexts } from '../../library/history/read-texts.ts';
import { rivalTexts, timelineOf, type Version } from '../../model/history/timeline.ts';
import type { Trail } from '../../model/history/trail.ts';
import type { ReadDocument } from '../../model/read-document.ts';
import type { OpenRecord } from './open-record.ts';

/** The state of a document, and its standing text as the mainline holds it. */
export interface KnownDocument {
	readonly id: string;
	readonly trail: Trail;
	readonly state: DocumentState;
}

/**
 * Derives the states of documents at the moment of a record. Old texts are read only where they decide something: those
 * that stand, that share a number with another, that are in force, or that ended what is; all of them where `every`
 * says so. `onStanding` is given each standing text.
 */
export async function documentStates(
	record: OpenRecord,
	ids: readonly string[],
	onStanding: (id: string, read: ReadDocument, bytes: Buffer) => void = () => {},
	every = false,
): Promise<readonly KnownDocument[]> {
	const { git, history, moment } = record;
	const mainline = history.mainlineUpTo(moment.position);
	const common = { mainline, upTo: moment.position, cutOff: history.state.shallow };
	const { filtered } = history.state;
	const trails = ids.flatMap((id) => history.trail(id) ?? []);
	const digests = new Map<string, string | null>();
	const take = (found: ReadonlyMap<string, string | null>) => {
		for (const [blob, digest] of found) digests.set(blob, digest);
	};

	const standing = new Map<string, { id: string; file: string }[]>();
	for (const { key, entries } of trails) {
		const at = timelineOf({ ...common, entries, digestOf: () => undefined, zone: 'UTC' }).standing;
		for (const { blob, path } of at) {
			const same = standing.get(blob) ?? [];
			same.push({ id: key, file: inLibrary(record, path) });
			standing.set(blob, same);
		}
	}
	const texts = [...standing].map(([blob, [first]]) => ({ blob, file: first?.file ?? '' }));
	for await (const { blob, read, bytes } of readTexts(git, texts, filtered)) {
		digests.set(blob, digestOfRead(read));
		for (const { id, file } of standing.get(blob) ?? []) onStanding(id, { ...read, file }, bytes);
	}
	const rivals = trails.flatMap(({ entries }) => rivalTexts(entries)).filter((blob) => !digests.has(blob));
	take(
		await digestsOfTexts(
			git,
			rivals.map((blob) => ({ blob, file: '' })),
			filtered,
		),
	);

	const stateOf = ({ entries }: Trail) =>
		documentState({
			...common,
			entries,
			digestOf: (blob) => digests.get(blob),
			policy: record.policy,
			on: moment.on,
			partial: history.partial,
			unseenUntil: mainline.at(Math.min(history.unseen, moment.position))?.time,
			begin: mainline.at(history.begin)?.time,
		});
	// A version that turns out to be no readable text was never one: then another may be in force.
	for (let round = 0; round < mostRounds; round++) {
		const unread = trails.flatMap((trail) => {
			const state = stateOf(trail);
			// Where texts may be missing, only reading them tells which are.
			const decisive = every || history.partial !== null ? state.timeline.versions : decisiveVersions(state);
			return decisive.filter(({ blob }) => !digests.has(blob));
		});
		if (unread.length === 0) break;
		take(
			await digestsOfTexts(
				git,
				unread.map(({ blob, path }) => ({ blob, file: inLibrary(record, path) })),
				filtered,
			),
		);
		// What is not here stays unread.
		if (unread.every(({ blob }) => !digests.has(blob))) break;
	}
	return trails.map((trail) => ({ id: trail.key, trail, state: stateOf(trail) }));
}

/** The versions that an answer names: what is in force and what stands, each with what has superseded it. */
function decisiveVersions({ inForce, standing, timeline: { versions } }: DocumentState): readonly Version[] {
	const named = [inForce, versions.find(({ blob }) => blob === standing?.blob)];
	return named.flatMap((one) => {
		const next = versions.find(({ version, start }) => version === one?.supersededBy && start === one.end);
		return [...(one === inForce && one !== undefined ? [one] : []), ...(next === undefined ? [] : [next])];
	});
}

/** Every version in a row could be unreadable; nobody writes that many. */
const mostRounds = 20;

function inLibrary({ history }: OpenRecord, path: string): string {
	return path.slice(history.prefix.length);
}
