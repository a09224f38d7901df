import { type TextFacts, textFactsOf } from '../../control/approval/text-facts.ts';
import { type DocumentState, documentState } from '../../control/document-state.ts';
import { digestOfRead, readTexts, type WantedText } from '../../library/history/read-texts.ts';
import type { Mainline } from '../../model/history/mainline.ts';
import { rivalTexts } from '../../model/history/rival-texts.ts';
import { standingAt } from '../../model/history/standing.ts';
import type { Trail } from '../../model/history/trail.ts';
import type { Version } from '../../model/history/version.ts';
import type { ReadDocument } from '../../model/read-document.ts';
import type { Signer } from '../../model/signature/signer.ts';
import { knownReviews } from './known-reviews.ts';
import type { OpenRecord } from './open-record.ts';
import { controlOf, type RecordControl, recordControl } from './record-control.ts';
import { commitSigners } from './signers-of.ts';

/** The state of a document, and its standing text as the mainline holds it. */
export interface KnownDocument {
	readonly id: string;
	readonly trail: Trail;
	readonly state: DocumentState;
}

/** How texts are read while states are derived. */
export interface WantedStates {
	/** Is given each standing text that is read. */
	readonly onStanding?: (id: string, read: ReadDocument, bytes: Buffer, blob: string) => void;
	/** Reads the text of every version. */
	readonly every?: boolean;
	/**
	 * Whether a standing text is known to be readable, so that it need not be read to tell how it stands; left out, all of
	 * them are read.
	 */
	readonly isReadable?: (blob: string) => boolean;
	/** Facts of texts that were read before, which need not be read again; never of one that `onStanding` asks for. */
	readonly knownFacts?: DerivedStates['factsOf'];
}

/** The states of documents, and what they were derived from. */
export interface DerivedStates {
	readonly documents: readonly KnownDocument[];
	/** The records that decide them; undefined in a library that never asked for any and withdrew nothing. */
	readonly control: RecordControl | undefined;
	/** Facts of a text that was read: null where it cannot be; undefined where nobody has looked. */
	readonly factsOf: (blob: string) => TextFacts | null | undefined;
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
	return (await deriveStates(record, ids, { onStanding, every })).documents;
}

/** The same, with what they were derived from, and reading no more than is wanted. */
export async function deriveStates(
	record: OpenRecord,
	ids: readonly string[],
	{
		onStanding = () => {},
		every = false,
		isReadable = () => false,
		knownFacts = () => undefined,
	}: WantedStates,
): Promise<DerivedStates> {
	const { git, history, moment } = record;
	const mainline = history.mainlineUpTo(moment.position);
	const common = { mainline, upTo: moment.position, cutOff: history.state.shallow };
	const { filtered } = history.state;
	const trails = ids.flatMap((id) => history.trail(id) ?? []);
	const control = await recordControl(record, ids);
	const facts = new Map<string, TextFacts | null>();
	const take = (blob: string, read: ReadDocument) => facts.set(blob, factsOfRead(read, control));
	const isKnown = (blob: string): boolean => {
		const known = facts.has(blob) ? undefined : knownFacts(blob);
		if (known !== undefined) facts.set(blob, known);
		return facts.has(blob);
	};
	const readAll = async (wanted: readonly WantedText[]) => {
		const texts = wanted.filter(({ blob }) => !isKnown(blob));
		for await (const { blob, read } of readTexts(git, texts, filtered)) take(blob, read);
	};
	const digestOf = (blob: string) => {
		const known = facts.get(blob);
		return known === null ? null : known?.digest;
	};

	const standing = new Map<string, { id: string; file: string }[]>();
	for (const { key, entries } of trails) {
		for (const { blob, path } of standingAt(entries, moment.position)) {
			if (isReadable(blob) || isKnown(blob)) continue;
			const same = standing.get(blob) ?? [];
			same.push({ id: key, file: inLibrary(record, path) });
			standing.set(blob, same);
		}
	}
	const texts = [...standing].map(([blob, [first]]) => ({ blob, file: first?.file ?? '' }));
	for await (const { blob, read, bytes } of readTexts(git, texts, filtered)) {
		take(blob, read);
		for (const { id, file } of standing.get(blob) ?? []) onStanding(id, { ...read, file }, bytes, blob);
	}
	const rivals = trails.flatMap(({ entries }) => rivalTexts(entries)).filter((blob) => !facts.has(blob));
	await readAll(rivals.map((blob) => ({ blob, file: '' })));

	const signers = new Map<string, Signer | null>();
	const unseenControl = firstUnseen(
		mainline,
		history.partial ?? (filtered ? 'partial clone' : 'objects are missing from the repository'),
		[control?.unseenFrom, control?.unseen ?? ''],
		[record.unseenRegisters, 'a register or a config is not in this repository'],
	);
	const timeAt = (position: number) => mainline.at(position)?.time ?? 0;
	const stateOf = ({ key, entries }: Trail) =>
		documentState({
			...common,
			entries,
			digestOf,
			approvals:
				control === undefined
					? undefined
					: {
							...controlOf(control, key, timeAt),
							factsOf: (blob) => facts.get(blob),
							signerOf: (commit) => signers.get(commit),
						},
			policy: record.policy,
			on: moment.on,
			partial: history.partial,
			unseenUntil: mainline.at(Math.min(history.unseen, moment.position))?.time,
			unseenControl,
			begin: mainline.at(history.begin)?.time,
		});
	// A version that turns out to be no readable text was never one, and one that is signed may change what another
	// needs: then more has to be read.
	const known = trails.map((trail) => ({ id: trail.key, trail, state: stateOf(trail) }));
	const textsToRead = ({ state }: (typeof known)[number]): readonly WantedText[] => {
		const wanted: ReadonlySet<string> = state.approvals?.unread ?? new Set();
		// Where texts may be missing, only reading them tells which are.
		const decisive = every || history.partial !== null ? state.timeline.versions : decisiveVersions(state);
		return [
			...decisive.map(({ blob, path }) => ({ blob, file: inLibrary(record, path) })),
			...[...wanted].map((blob) => ({ blob, file: '' })),
		].filter(({ blob }) => !facts.has(blob) && (wanted.has(blob) || !isReadable(blob)));
	};
	let open = known;
	for (let round = 0; round < mostRounds && open.length > 0; round++) {
		const wanted = open.map((one) => ({
			one,
			texts: textsToRead(one),
			commits: [...(one.state.approvals?.unchecked ?? [])].filter((id) => !signers.has(id)),
		}));
		const unread = wanted.flatMap(({ texts }) => texts);
		const unchecked = new Set(wanted.flatMap(({ commits }) => commits));
		if (unread.length === 0 && unchecked.size === 0) break;
		await readAll(unread);
		for (const [id, signer] of await commitSigners(record, unchecked)) signers.set(id, signer);
		// What is not here stays unread.
		if (unchecked.size === 0 && unread.every(({ blob }) => !facts.has(blob))) break;
		// A document that learnt nothing stays as it was derived: most commits bear no signature.
		open = wanted.flatMap(({ one, texts, commits }) =>
			texts.length > 0 || commits.some((id) => (signers.get(id) ?? null) !== null) ? [one] : [],
		);
		for (const one of open) one.state = stateOf(one.trail);
	}
	const factsOf = (blob: string) => facts.get(blob);
	const reviews = await knownReviews(record, known, factsOf);
	return {
		documents: known.map((one) => ({ ...one, state: { ...one.state, reviews: reviews.get(one.id) ?? [] } })),
		control,
		factsOf,
	};
}

/** The facts of a text that decide states: of a library without approvals its digest alone; null where it has none. */
export function factsOfRead(read: ReadDocument, control: RecordControl | undefined): TextFacts | null {
	const digest = digestOfRead(read);
	if (digest === null) return null;
	return control === undefined
		? { digest, version: '', lines: [], authors: [] }
		: detachedFacts(read.value, digest);
}

/** The earliest of some positions at which something is not here, with what it is. */
function firstUnseen(
	mainline: Mainline,
	why: string,
	...found: readonly (readonly [position: number | undefined, cause: string])[]
): { readonly since: number; readonly cause: string } | undefined {
	const [first] = found
		.flatMap(([position, cause]) => (position === undefined ? [] : [{ position, cause }]))
		.sort((a, b) => a.position - b.position);
	if (first === undefined) return undefined;
	// What is shown only after all that is known decides nothing.
	const since = mainline.at(first.position)?.time;
	return since === undefined ? undefined : { since, cause: `${why}: ${first.cause}` };
}

/** The versions that an answer names: what is in force and what stands, each with what has superseded it. */
function decisiveVersions({
	inForce,
	standing,
	timeline: { versions },
}: Pick<DocumentState, 'inForce' | 'standing' | 'timeline'>): readonly Version[] {
	const named = [inForce, versions.find(({ blob }) => blob === standing?.blob)];
	return named.flatMap((one) => {
		const next = versions.find(({ version, start }) => version === one?.supersededBy && start === one.end);
		return [...(one === inForce && one !== undefined ? [one] : []), ...(next === undefined ? [] : [next])];
	});
}

/** Every version in a row could be unreadable; nobody writes that many. */
const mostRounds = 20;

/** A copy, because pieces of a text keep the whole text in memory; quicker by JSON, and there are as many as documents. */
function detachedFacts(value: unknown, digest: string): TextFacts {
	// Facts of a text hold nothing but texts and lists.
	return JSON.parse(JSON.stringify(textFactsOf(value, digest))) as TextFacts;
}

function inLibrary({ history }: OpenRecord, path: string): string {
	return path.slice(history.prefix.length);
}
