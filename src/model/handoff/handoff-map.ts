import { enumerate } from '../../diagnostics/enumerate.ts';
import { groupBy } from '../../diagnostics/group-by.ts';
import type { Registers } from '../registers.ts';
import type { HandoffResult, HandoffRow } from './handoff-row.ts';
import { type KnownParty, partyNames } from './known-parties.ts';
import { type Intake, isSameThing, type NamedParty, type Passage, type Passing } from './passages.ts';
import { passingNames } from './passing-names.ts';

/** A document at one end of a handoff, as far as it can be seen. */
export interface PassingDocument {
	readonly id: string;
	readonly kind: 'sop' | 'checklist';
	/** Null where it is not to be told. */
	readonly title: string | null;
	/** What it passes on and takes in; undefined where that is not told: `doubt` says why. */
	readonly passing: Passing | undefined;
	/** Why what is handed to it or comes from it leads nowhere, or cannot be told. */
	readonly doubt: { readonly result: Exclude<HandoffResult, 'holds'>; readonly why: string } | null;
}

/** What a map of handoffs is drawn from. */
export interface HandoffInput {
	readonly documents: readonly PassingDocument[];
	readonly registers: Registers;
	readonly isCertainId: (name: string) => boolean;
}

/**
 * Who passes what to whom: each output and each step that hands over, once for each receiver, and each input that no such row
 * tells of. What leads nowhere comes first, then what cannot be told.
 */
export function handoffMap({ documents, registers, isCertainId }: HandoffInput): readonly HandoffRow[] {
	const byId = groupBy(documents, ({ id }) => id);
	const documentOf = (id: string) => byId.get(id)?.[0];
	const nameParty = partyNames({ titleOf: (id) => documentOf(id)?.title, registers, isCertainId });
	const sides = { documentOf, nameParty };
	return documents
		.flatMap((document) => [
			...(document.passing?.gives ?? []).flatMap((passage) => givenRows(document, passage, sides)),
			...(document.passing?.takes ?? []).flatMap((intake) => takenRow(document, intake, sides) ?? []),
		])
		.sort((a, b) => order(a) - order(b) || compare(keyOf(a), keyOf(b)));
}

interface Sides {
	readonly documentOf: (id: string) => PassingDocument | undefined;
	readonly nameParty: (named: NamedParty, use: 'hands to' | 'takes from') => KnownParty;
}

type Doubt = { readonly result: HandoffResult; readonly why: string };

function givenRows(document: PassingDocument, passage: Passage, sides: Sides): readonly HandoffRow[] {
	const incomplete: readonly Doubt[] =
		passage.missing.length === 0
			? []
			: [{ result: 'does not hold', why: `it does not say ${enumerate(passage.missing)}` }];
	const receivers = passage.to.length === 0 ? [null] : passage.to;
	return receivers.map((named): HandoffRow => {
		const known = named && sides.nameParty(named, 'hands to');
		const receiver = named === null ? undefined : sides.documentOf(named.name);
		const taken = receiver === undefined ? undefined : takenIn(document, passage, receiver);
		const doubts = [
			...incomplete,
			...(document.doubt ? [document.doubt] : []),
			...(known?.doubt ? [known.doubt] : []),
			...(receiver?.doubt ? [receiver.doubt] : []),
			...(taken !== undefined && 'why' in taken ? [taken] : []),
		];
		const intake = taken !== undefined && 'from' in taken ? taken : undefined;
		return {
			...judged(doubts),
			from: partyOf(document),
			to: known?.party ?? null,
			what: passage.name,
			document: document.id,
			kind: passage.kind,
			id: passage.id,
			protocol: passage.protocol,
			data: passage.data,
			acceptedWhen: passage.acceptedWhen,
			receivedAs: intake?.name ?? null,
			givenBy: passage.steps,
			takenBy: intake?.steps ?? [],
			givenWith: passage.tools,
			takenWith: intake?.tools ?? [],
		};
	});
}

/** The input of a receiver that takes what is handed to it, or why there is none; undefined where it need have none. */
function takenIn(
	document: PassingDocument,
	passage: Passage,
	receiver: PassingDocument,
): Intake | Doubt | undefined {
	if (receiver.passing === undefined) return undefined;
	if (receiver.kind === 'checklist')
		return { result: 'not evaluated', why: `${receiver.id} is a checklist, which lists no inputs` };
	const takes = receiver.passing.takes.filter(({ from }) => from.name === document.id);
	const found = takes.find((intake) => isSameThing(passage, intake));
	if (found !== undefined) return found;
	const gives = passagesTo(document, receiver);
	const left = takes.filter((intake) => !gives.some((one) => isSameThing(one, intake)));
	return {
		result: 'does not hold',
		why:
			left.length === 0
				? `${receiver.id} does not list it as an input from ${document.id}`
				: `${receiver.id} takes ${passingNames(left.map(({ name }) => name))} from ${document.id}, and not this`,
	};
}

/** The row of an input; undefined where a row of its giver tells of it. */
function takenRow(document: PassingDocument, intake: Intake, sides: Sides): HandoffRow | undefined {
	const giver = sides.documentOf(intake.from.name);
	const gives = giver === undefined ? [] : passagesTo(giver, document);
	const isTold = gives.some(
		(passage) =>
			isSameThing(passage, intake) ||
			// Called by another name: the row of the giver says so.
			!(document.passing?.takes ?? []).some(
				(one) => one.from.name === giver?.id && isSameThing(passage, one),
			),
	);
	if (isTold) return undefined;
	const { party, doubt } = sides.nameParty(intake.from, 'takes from');
	const doubts = [
		...(document.doubt ? [document.doubt] : []),
		...(doubt ? [doubt] : []),
		...(giver === undefined ? [] : unsent(giver, document)),
	];
	return {
		...judged(doubts),
		from: party,
		to: partyOf(document),
		what: intake.name,
		document: document.id,
		kind: 'input',
		id: intake.id,
		protocol: null,
		data: [],
		acceptedWhen: null,
		receivedAs: intake.name,
		givenBy: [],
		takenBy: intake.steps,
		givenWith: [],
		takenWith: intake.tools,
	};
}

function unsent(giver: PassingDocument, document: PassingDocument): readonly Doubt[] {
	if (giver.doubt !== null && giver.passing === undefined) return [giver.doubt];
	const doubts = giver.doubt === null ? [] : [giver.doubt];
	if (giver.kind === 'checklist')
		return [
			...doubts,
			{ result: 'not evaluated', why: `${giver.id} is a checklist, which lists no outputs` },
		];
	return [...doubts, { result: 'does not hold', why: `${giver.id} does not hand it to ${document.id}` }];
}

function passagesTo(giver: PassingDocument, { id }: PassingDocument): readonly Passage[] {
	return (giver.passing?.gives ?? []).filter(({ to }) => to.some(({ name }) => name === id));
}

function judged(doubts: readonly Doubt[]): Pick<HandoffRow, 'result' | 'why'> {
	const results = new Set(doubts.map(({ result }) => result));
	const result = results.has('does not hold')
		? 'does not hold'
		: results.has('not evaluated')
			? 'not evaluated'
			: 'holds';
	return { result, why: doubts.map(({ why }) => why) };
}

function partyOf({ id, title }: PassingDocument) {
	return { kind: 'document', name: id, title } as const;
}

const results: readonly HandoffResult[] = ['does not hold', 'not evaluated', 'holds'];

function order({ result }: HandoffRow): number {
	return results.indexOf(result);
}

function keyOf({ from, to, what, kind }: HandoffRow): string {
	return JSON.stringify([from.name, to?.name ?? '', what, kind]);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
