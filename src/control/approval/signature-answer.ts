import type { Version } from '../../model/history/version.ts';
import { instantText } from '../../model/zone.ts';
import type { WhoLevel, WhoSigned } from '../who-signed.ts';
import { contentKey, type DocumentApprovals } from './document-approvals.ts';
import type { JudgedSignature } from './judged-signature.ts';

/** A signature, as JSON answers give it. */
export interface SignatureAnswer {
	readonly person: string;
	readonly role: string;
	readonly meaning: string;
	/** The role that the person holds, where they acted for another; and in whose recorded absence. */
	readonly delegateOf: string | null;
	readonly inAbsenceOf: string | null;
	/** When it says that it was made: a claim. */
	readonly at: string | null;
	/** When the mainline first showed it. */
	readonly known: string;
	readonly when: JudgedSignature['record']['knownLevel'];
	readonly who: WhoLevel | `paper, recorded by ${string}`;
	/** Why it is no better. */
	readonly cause: string | null;
	/** Fingerprint of the key that signed. */
	readonly key: string | null;
	/** What the register has said since of that key, where it was in other hands by then; null where it has not. */
	readonly keyBroken: {
		readonly holder: string;
		readonly why: 'lost' | 'compromised';
		/** The day from which on it is said to be, and when the mainline first showed that. */
		readonly from: string;
		readonly known: string;
	} | null;
	readonly counts: boolean;
	/** Why it does not count, or what of it could not be seen. */
	readonly why: readonly string[];
	/** The path of the record. */
	readonly file: string;
}

/** The signatures under a version, those that count first. */
export function signatureAnswers(
	approvals: DocumentApprovals | undefined,
	version: Version,
): readonly SignatureAnswer[] {
	const signatures = approvals?.completions.get(contentKey(version))?.signatures ?? [];
	return signatures
		.map(signatureAnswer)
		.sort(
			(a, b) => Number(b.counts) - Number(a.counts) || (a.known < b.known ? -1 : a.known > b.known ? 1 : 0),
		);
}

function signatureAnswer(signature: JudgedSignature): SignatureAnswer {
	const { record, acts, who, cause, withdrawn, notEvaluated } = signature;
	const { paper, at } = record.value;
	const ended = withdrawn === null ? [] : [`withdrawn by ${withdrawn.file}`];
	return {
		person: signature.person,
		role: signature.role,
		meaning: signature.meaning,
		delegateOf: acts.acts === 'as delegate' ? acts.by : null,
		inAbsenceOf: acts.acts === 'as delegate' ? acts.inAbsenceOf : null,
		at: at ?? null,
		known: instantText(record.known),
		when: record.knownLevel,
		who: paper === undefined ? who.level : `paper, recorded by ${paper.recorded_by}`,
		cause: who.cause,
		key: who.fingerprint,
		keyBroken: keyBroken(who),
		counts: cause === null && withdrawn === null,
		why: [
			...(cause === null ? [] : [cause]),
			...ended,
			...notEvaluated.map((one) => `not evaluated: ${one}`),
		],
		file: record.file,
	};
}

function keyBroken({ brokenSince }: WhoSigned): SignatureAnswer['keyBroken'] {
	if (brokenSince === undefined) return null;
	const { holder, why, from, told } = brokenSince;
	return { holder, why, from, known: instantText(told) };
}

/**
 * The trust of an answer: who, the weakest level of the signatures that count (null where none was needed); when, the
 * level of the moment that decided since when it holds.
 */
export function weakestWho(signatures: readonly SignatureAnswer[]): SignatureAnswer['who'] | null {
	const levels = signatures.filter(({ counts }) => counts).map(({ who }) => who);
	const order = (who: SignatureAnswer['who']) =>
		who === 'record-signed' ? 2 : who === 'commit-signed' ? 1 : 0;
	return levels.sort((a, b) => order(a) - order(b))[0] ?? null;
}
