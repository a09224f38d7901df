import { dayAt } from '../../model/zone.ts';
import type { Policy } from '../policy.ts';
import type { WhoSigned } from '../who-signed.ts';
import type { Completion } from './judge-version.ts';
import type { JudgedSignature } from './judged-signature.ts';
import type { SignatureLine } from './signature-lines.ts';

/** A day of the library's zone. */
export function dayOf(instant: number, { zone }: Pick<Policy, 'zone'>): string {
	return dayAt(instant, zone);
}

/** What a line asks for: "approval by controller". */
export function lineWords({ role, meaning }: SignatureLine): string {
	return `${meaning} by ${role}`;
}

/** Who signed a complete version: one sentence, each signature with its trust. */
export function signedBy({ signatures }: Completion, policy: Pick<Policy, 'zone'>): readonly string[] {
	const counting = signatures.filter(({ cause, withdrawn }) => cause === null && withdrawn === null);
	const words = counting.map((one) => `${signatureWords(one)} known ${dayOf(one.record.known, policy)}`);
	const learnt = counting.flatMap(({ who }) => learntOfKey(who, policy) ?? []);
	const doubts = [...new Set(counting.flatMap(({ notEvaluated }) => notEvaluated))];
	return [
		...(words.length === 0 ? [] : [`signed: ${words.join('; ')}`]),
		...[...new Set(learnt)].map((one) => `learnt later: ${one}`),
		...doubts.map((doubt) => `not evaluated: ${doubt}`),
	];
}

/** A signature: "approval by j.roe as controller (record-signed)". */
export function signatureWords({ person, role, meaning, acts, who, record }: JudgedSignature): string {
	const { paper } = record.value;
	const as =
		acts.acts === 'as delegate'
			? `for ${role} as ${acts.by}${acts.inAbsenceOf === null ? '' : `, in the absence of ${acts.inAbsenceOf}`}`
			: `as ${role}`;
	const trust = paper === undefined ? who.level : `paper, recorded by ${paper.recorded_by}`;
	return `${meaning} by ${person} ${as} (${trust})`;
}

/** What has been learnt of the key that signed since, as a clause; undefined where nothing has. */
export function learntOfKey(
	{ brokenSince, fingerprint }: WhoSigned,
	policy: Pick<Policy, 'zone'>,
): string | undefined {
	if (brokenSince === undefined) return undefined;
	const { holder, from, why, told } = brokenSince;
	return `the key ${fingerprint} of ${holder} is said to be ${why} from ${from} on, as known since ${dayOf(told, policy)}`;
}

/** What a version still needs, and which signatures do not count. */
export function whatIsOpen({ open, lines, signatures }: Completion): string[] {
	const needs =
		lines.length === 0
			? ['section 15 asks nobody to sign']
			: !lines.some(({ meaning }) => meaning === 'approval')
				? ['section 15 asks for no approval']
				: open.length === 0
					? []
					: [`needs ${open.map(lineWords).join(', ')}`];
	const void_ = signatures.flatMap((one) =>
		one.cause === null
			? one.withdrawn === null
				? []
				: [`${signatureWords(one)} was withdrawn`]
			: [`${signatureWords(one)} does not count: ${one.cause}`],
	);
	return [...needs, ...void_];
}
