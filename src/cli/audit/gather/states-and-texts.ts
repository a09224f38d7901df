import type { AuditedText } from '../../../audit/audited-text.ts';
import type { TextFacts } from '../../../control/approval/text-facts.ts';
import {
	type DerivedStates,
	deriveStates,
	factsOfRead,
	type KnownDocument,
} from '../../history/document-states.ts';
import { auditedText, auditedTexts } from './audited-texts.ts';
import { drawnVersions } from './drawn-versions.ts';
import type { OpenAudit } from './open-audit.ts';
import { sharedCopies } from './shared-copies.ts';

/** What a packet needs of texts, by object id. */
export type Texts = ReadonlyMap<string, AuditedText>;

/** Documents, and what was read of their texts. */
export interface StatesAndTexts {
	readonly states: readonly KnownDocument[];
	readonly texts: Texts;
	/** Facts of every text that was read. */
	readonly factsOf: DerivedStates['factsOf'];
}

/** The states of every document that ever stood, and what a packet needs of each text that it draws words from. */
export async function statesAndTexts({ record, period }: OpenAudit): Promise<StatesAndTexts> {
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
