import type { AuditedDocument, AuditedVersion, AuditInput } from '../../../audit/audit-input.ts';
import type { AuditedText } from '../../../audit/audited-text.ts';
import { isIn, overlaps, type Period } from '../../../audit/period.ts';
import { previousOf } from '../../../audit/previous-version.ts';
import { authorityOver } from '../../../control/approval/authority.ts';
import type { TextFacts } from '../../../control/approval/text-facts.ts';
import type { DocumentState } from '../../../control/document-state.ts';
import { knownRecords } from '../../../library/records/known-records.ts';
import { highestClass } from '../../../model/classification.ts';
import { fileKindOf } from '../../../model/file-kind.ts';
import { neverInForce, type Version } from '../../../model/history/version.ts';
import { onceFor } from '../../../model/once-for.ts';
import type { KnownRecord, KnownRecords } from '../../../model/record/known-record.ts';
import { recordKinds } from '../../../model/record/record-kind.ts';
import type { Registers } from '../../../model/registers.ts';
import type { CommandContext } from '../../command-context.ts';
import {
	type DerivedStates,
	deriveStates,
	factsOfRead,
	type KnownDocument,
} from '../../history/document-states.ts';
import { type BindingDocument, knownTrainings } from '../../history/known-trainings.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { knownConfig, policyAt } from '../../history/policy-at.ts';
import { registersAt } from '../../history/registers-at.ts';
import { signersOf } from '../../history/signers-of.ts';
import { withholdingOf } from '../../withholding.ts';
import { type AuditScope, auditScope } from './audit-scope.ts';
import { auditedText, auditedTexts } from './audited-texts.ts';
import type { OpenAudit } from './open-audit.ts';
import { sharedCopies } from './shared-copies.ts';

/** What a packet is made from, and what it was asked to be about. */
export interface Gathered {
	readonly input: AuditInput;
	readonly scope: AuditScope;
}

/** Reads all that a packet needs from the repository: what the working tree or a cache holds has no part in it. */
export async function gather(context: CommandContext, audit: OpenAudit, command: string): Promise<Gathered> {
	const { record, period, positions } = audit;
	const { history } = record;
	const { classification: usual } = record.policy;
	const { states, texts, factsOf } = await statesAndTexts(audit);
	const mainline = history.mainlineUpTo(positions.known);
	const records = await knownRecords({ git: record.git, history, mainline, upTo: positions.known });
	const then = await statesThen(audit, states, records, factsOf);
	const config = await knownConfig(record, positions.known);
	const registers = {
		opening: await registersAtPosition(record, positions.opening),
		closing: await registersAtPosition(record, positions.closing),
	};
	const functionOf = (one: KnownDocument) => textOf(one.state, texts)?.summary.function;
	const scope = auditScope(
		context,
		history.ids,
		[...new Set(states.flatMap((one) => functionOf(one) ?? []))].sort(),
	);
	const withholding = withholdingOf(context, usual);
	const documents = states.map((one): AuditedDocument => {
		const text = textOf(one.state, texts);
		const versions = periodVersions(one.state, period).map(
			(version): AuditedVersion => ({ version, text: texts.get(version.blob) }),
		);
		const drawn = drawnVersions(one.state, period).map(
			({ blob }) => texts.get(blob)?.classification ?? 'restricted',
		);
		const classification = highestClass(drawn);
		const [newest] = one.trail.entries.flatMap(({ after, before }) => after[0] ?? before[0] ?? []);
		const { title = null, function: owned = null, owner = null } = text?.summary ?? {};
		return {
			id: one.id,
			kind: fileKindOf(newest?.path ?? '') === 'checklist' ? 'checklist' : 'sop',
			title,
			function: owned,
			owner,
			text,
			trail: one.trail,
			state: one.state,
			stateThen: then.get(one.id) ?? one.state,
			versions,
			classification,
			isWithheld: withholding.withholds(classification),
			isInScope:
				(scope.ids.length === 0 || scope.ids.includes(one.id)) &&
				(scope.functions.length === 0 || scope.functions.includes(owned ?? '')),
		};
	});
	const trainings = await knownTrainings(
		record,
		states.map((one) => binding(one, texts)),
		registers.closing,
		config.library,
	);
	return {
		scope,
		input: {
			command,
			period,
			mainline,
			ref: history.ref?.ref ?? '',
			positions,
			partial: history.partial,
			prefix: history.prefix,
			config,
			policy: record.policy,
			documents,
			registers,
			authorityAt: record.authorityAt,
			records,
			whoSigned: await whoMade(record, records),
			trainings,
			frameworks: scope.frameworks,
		},
	};
}

type Texts = ReadonlyMap<string, AuditedText>;

interface StatesAndTexts {
	readonly states: readonly KnownDocument[];
	readonly texts: Texts;
	/** Facts of every text that was read. */
	readonly factsOf: DerivedStates['factsOf'];
}

/** The states of every document that ever stood, and what a packet needs of each text that it draws words from. */
async function statesAndTexts({ record, period }: OpenAudit): Promise<StatesAndTexts> {
	const { history } = record;
	const { classification: usual } = record.policy;
	const texts = new Map<string, AuditedText>();
	const copies = sharedCopies();
	const derived = await deriveStates(record, history.ids, {
		onStanding: (_, read, bytes, blob) => {
			if (!texts.has(blob)) texts.set(blob, auditedText(blob, read, bytes, usual, copies));
		},
	});
	const states = derived.documents.filter(({ state }) => state.timeline.stood);
	const wanted = states.flatMap(({ state }) => drawnVersions(state, period));
	const facts = new Map<string, TextFacts | null>();
	const others = await auditedTexts(
		record,
		wanted
			.filter(({ blob }) => !texts.has(blob))
			.map(({ blob, path }) => ({ blob, file: path.slice(history.prefix.length) })),
		usual,
		copies,
		(blob, read) => facts.set(blob, factsOfRead(read, derived.control)),
	);
	return {
		states,
		texts: new Map([...texts, ...others]),
		factsOf: (blob) => derived.factsOf(blob) ?? facts.get(blob),
	};
}

/**
 * The states at the end of the period by what was known then, of those documents that something was learnt of since: of
 * all others the answer is the same.
 */
async function statesThen(
	{ record, positions: { closing, known } }: OpenAudit,
	states: readonly KnownDocument[],
	{ approvals, reviews, withdrawals }: KnownRecords,
	factsOf: DerivedStates['factsOf'],
): Promise<ReadonlyMap<string, DocumentState>> {
	const at = record.history.mainlineUpTo(closing).at(closing);
	if (closing === known || at === undefined) return new Map();
	const recorded = new Set(
		[...approvals, ...reviews, ...withdrawals]
			.filter(({ position }) => position > closing)
			.map(({ value }) => value.document),
	);
	const learnt = states.filter(
		({ id, trail }) =>
			recorded.has(id) || trail.entries.some(({ mainline: position }) => (position ?? -1) > closing),
	);
	const moment = { ...record.moment, position: closing, known: at, isPast: true };
	const derived = await deriveStates(
		{ ...record, moment, policy: await policyAt(record, closing) },
		learnt.map(({ id }) => id),
		{ knownFacts: factsOf },
	);
	return new Map(derived.documents.map(({ id, state }) => [id, state]));
}

/** Versions that were in force at any time of the period, or that the mainline first showed in it, oldest first. */
function periodVersions({ timeline }: DocumentState, period: Period): readonly Version[] {
	return timeline.versions.filter(
		(version) =>
			isIn(period, version.known) ||
			(version.start !== undefined && !neverInForce(version) && overlaps(period, version.start, version.end)),
	);
}

/** Texts that a packet draws words from: those of the period, what came before each, what is in force and what stands. */
function drawnVersions(
	state: DocumentState,
	period: Period,
): readonly { readonly blob: string; readonly path: string }[] {
	const { versions, standing } = state.timeline;
	const shown = periodVersions(state, period);
	const before = shown.flatMap((one) => previousOf(versions, one) ?? []);
	return [...before, ...shown, ...(state.inForce === undefined ? [] : [state.inForce]), ...standing];
}

function textOf({ inForce, standing }: DocumentState, texts: Texts): AuditedText | undefined {
	return texts.get(inForce?.blob ?? '') ?? texts.get(standing?.blob ?? '');
}

/** A document as trainings ask for it. */
function binding(one: KnownDocument, texts: Texts): BindingDocument {
	const { inForce, standing, timeline } = one.state;
	const known = (blob: string | undefined) => {
		const text = texts.get(blob ?? '');
		return text === undefined || text.digest === null
			? undefined
			: { digest: text.digest, taken: text.obligations };
	};
	return {
		...one,
		classification: 'public',
		inForce: known(inForce?.blob),
		standing: timeline.standing.length === 1 ? known(standing?.blob)?.taken : undefined,
		upcoming: [],
	};
}

async function registersAtPosition(record: OpenRecord, position: number): Promise<Registers> {
	const known = record.history.mainlineUpTo(position).at(position);
	if (known === undefined) return {};
	const config = await knownConfig(record, position);
	return await registersAt({ ...record, moment: { ...record.moment, position, known } }, config);
}

/** Who made each record, by the register that stood before the mainline showed it. */
async function whoMade(record: OpenRecord, records: KnownRecords): Promise<AuditInput['whoSigned']> {
	const signed = await signersOf(
		record,
		recordKinds.flatMap((kind): readonly KnownRecord[] => records[kind]),
	);
	return onceFor((one: KnownRecord) => {
		const { authority, founding } = authorityOver(record.authorityAt, one.position);
		return signed(one, authority, founding);
	});
}
