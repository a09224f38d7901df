import { digestOfRead, readTexts } from '../../library/history/read-texts.ts';
import { type Classification, highestClass } from '../../model/classification.ts';
import { neverInForce, type Version } from '../../model/history/version.ts';
import type { ReadDocument } from '../../model/read-document.ts';
import { classOfRead } from '../withholding.ts';
import { documentStates, type KnownDocument } from './document-states.ts';
import type { OpenRecord } from './open-record.ts';

/** What was taken from one text, with the digest of its content. */
export interface KnownText<Taken> {
	readonly digest: string;
	readonly taken: Taken;
}

/** A document of the record, and what was taken from the texts that bind people now or soon. */
export interface DocumentTexts<Taken> extends KnownDocument {
	/** Of the text in force; undefined where none is, or where it cannot be read. */
	readonly inForce: KnownText<Taken> | undefined;
	/** From the text that stands. */
	readonly standing: Taken | undefined;
	/** Versions that will come into force after the moment of the record, the first to do so first. */
	readonly upcoming: readonly (KnownText<Taken> & { readonly version: Version })[];
	/** The highest of all these texts; that of a text that is not here, or of none, is the highest there is. */
	readonly classification: Classification;
}

/**
 * The documents that the mainline showed by the moment of a record, all or these, with what `take` takes from the text in force, the
 * one that stands, and those that will come into force. Each text is read once, and none stays in memory.
 */
export async function knownTexts<Taken>(
	record: OpenRecord,
	take: (read: ReadDocument) => Taken,
	ids: readonly string[] = record.history.ids,
): Promise<readonly DocumentTexts<Taken>[]> {
	const { history, git, moment } = record;
	const standing = new Map<string, Taken>();
	const classes = new Map<string, Classification[]>();
	const { classification: usual } = record.policy;
	// A copy, because pieces of a text keep the whole text in memory.
	const copied = (read: ReadDocument) => structuredClone(take(read));
	const states = await documentStates(record, ids, (id, read) => {
		classes.set(id, [...(classes.get(id) ?? []), classOfRead(read, usual)]);
		if (!standing.has(id)) standing.set(id, copied(read));
	});
	const known = states.filter(({ state }) => state.timeline.stood);
	const wanted = known.flatMap(({ state }) => boundOf(state, moment.on));
	const others = new Map<string, KnownText<Taken>>();
	const classOfOther = new Map<string, Classification>();
	const texts = wanted.map(({ blob, path }) => ({ blob, file: path.slice(history.prefix.length) }));
	for await (const { blob, read } of readTexts(git, texts, history.state.filtered)) {
		const digest = digestOfRead(read);
		classOfOther.set(blob, classOfRead(read, usual));
		if (digest !== null) others.set(blob, { digest, taken: copied(read) });
	}
	const classOf = ({ id, state }: KnownDocument): Classification => {
		const stands = classes.get(id) ?? [];
		const unread = stands.length < state.timeline.standing.length;
		const bound = boundOf(state, moment.on).map(({ blob }) => classOfOther.get(blob) ?? 'restricted');
		return highestClass([...stands, ...(unread ? (['restricted'] as const) : []), ...bound]);
	};
	return known.map((one): DocumentTexts<Taken> => {
		const { state, id } = one;
		const stands = standing.get(id);
		const textOf = ({ blob, digest }: Version): KnownText<Taken> | undefined =>
			blob !== standingBlob(state)
				? others.get(blob)
				: digest === undefined || stands === undefined
					? undefined
					: { digest, taken: stands };
		return {
			...one,
			classification: classOf(one),
			inForce: state.inForce && textOf(state.inForce),
			standing: stands,
			upcoming: upcomingOf(state, moment.on).flatMap((version) => {
				const text = textOf(version);
				return text === undefined ? [] : [{ ...text, version }];
			}),
		};
	});
}

/** The versions that bind people now or soon, and whose text is not that which stands. */
function boundOf(state: KnownDocument['state'], on: number): readonly Version[] {
	const bound = [...(state.inForce === undefined ? [] : [state.inForce]), ...upcomingOf(state, on)];
	return bound.filter(({ blob }) => blob !== standingBlob(state));
}

/** Where two files bear one id, nobody knows whose text was taken as the one that stands. */
function standingBlob({ timeline: { standing } }: KnownDocument['state']): string | undefined {
	return standing.length === 1 ? standing[0]?.blob : undefined;
}

function upcomingOf({ timeline, notEvaluated }: KnownDocument['state'], on: number): readonly Version[] {
	if (notEvaluated !== null) return [];
	return timeline.versions
		.filter((version) => version.start !== undefined && version.start > on && !neverInForce(version))
		.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}
