import type { SigningKey } from '../model/documents.generated.ts';
import { isInUse } from '../model/signature/key-on-day.ts';
import { samePublicKey, sshFingerprint } from '../model/signature/public-key-line.ts';
import type { Signer } from '../model/signature/signer.ts';

/** How well it is known who made a record. */
export type WhoLevel = 'record-signed' | 'commit-signed' | 'claimed' | 'contradicted';

/** Who made a record, as far as signatures tell. */
export interface WhoSigned {
	readonly level: WhoLevel;
	/** Why it is no more than that, as a clause; null where a signature proves it. */
	readonly cause: string | null;
	/** The key that signed: `SHA256:…` for SSH, the primary key's fingerprint for GPG; null where none did. */
	readonly fingerprint: string | null;
	/** What the register has said since of the key: it was in other hands by then. The level stays that of then. */
	readonly brokenSince?: BrokenSince;
}

/** A key that the register calls lost or compromised. */
export interface BrokenKey {
	/** The day from which on it is said to be, YYYY-MM-DD: that of the newest register. */
	readonly from: string;
	readonly why: 'lost' | 'compromised';
	/** When the mainline first showed that it is either, in seconds. */
	readonly told: number;
}

/** The same, with whose key it is. */
export interface BrokenSince extends BrokenKey {
	readonly holder: string;
}

/** A key of the people register, with what its history says of it. */
export interface EnrolledKey extends SigningKey {
	/** Whether the entry was written by its owner and signed by nobody else. */
	readonly selfEnrolled?: boolean;
	/** Whether nobody can tell who wrote the entry, so that its owner may have. */
	readonly unknownWriter?: boolean;
	/** What any state of the register said of it: that it is lost or compromised. */
	readonly broken?: BrokenKey;
}

/** A person of the people register, as far as their keys go. */
export interface KeyHolder {
	readonly id: string;
	readonly keys: readonly EnrolledKey[];
}

/** What is known of a record and its signatures. */
export interface SigningFacts {
	/** Whom the record names. */
	readonly person: string;
	/** The day on which the record became known, in the zone of the library, YYYY-MM-DD. */
	readonly knownOn: string;
	/** The people register at the first parent of the commit that brought it; undefined where there was none. */
	readonly people: readonly KeyHolder[] | undefined;
	/** By whom the signature in the record is; undefined where it has none. */
	readonly record: Signer | undefined;
	/** By whom the commit is that first put it there; undefined where it is not signed. */
	readonly commit: Signer | undefined;
}

/**
 * Who signed a record. A signature in it is judged alone: where it proves nothing, that of the commit adds nothing. The
 * commit of a forge, or of somebody who carries another's record, neither proves nor contradicts.
 */
export function whoSigned(facts: SigningFacts): WhoSigned {
	const { record, commit } = facts;
	if (record !== undefined) return byRecord(facts, record);
	if (commit === undefined) return claimed('neither the record nor the commit that brought it is signed');
	if (commit.problem !== undefined)
		return claimed(`only the commit that brought it is signed: ${asClause(commit.problem)}`);
	const found = judge(facts, commit);
	return found.verdict === 'good'
		? { level: 'commit-signed', cause: null, fingerprint: found.fingerprint }
		: claimed(`only the commit that brought it is signed: ${found.cause}`, found.fingerprint);
}

/**
 * What a newer register says of the key that signed: since when it was in other hands, or may have been. Undefined where
 * it says nothing of the kind, or of later days than those given (YYYY-MM-DD).
 */
export function brokenSince(
	people: readonly KeyHolder[] | undefined,
	signer: Signer | undefined,
	days: readonly string[],
): BrokenSince | undefined {
	if (people === undefined || signer === undefined || signer.problem !== undefined) return undefined;
	return people
		.flatMap(({ id, keys }) =>
			keys.flatMap((key) =>
				key.broken === undefined || !isKeyOf(key, signer) ? [] : [{ ...key.broken, holder: id }],
			),
		)
		.find(({ from }) => days.some((day) => from <= day));
}

function byRecord(facts: SigningFacts, signer: Signer): WhoSigned {
	if (signer.problem !== undefined)
		return { level: 'contradicted', cause: asClause(signer.problem), fingerprint: null };
	const { verdict, cause, fingerprint } = judge(facts, signer);
	const level = verdict === 'good' ? 'record-signed' : verdict === 'against' ? 'contradicted' : 'claimed';
	return { level, cause, fingerprint };
}

/** What a signature that somebody makes now would be worth, by what the register says today. */
export interface WorthOfKey {
	/**
	 * `against` speaks against whoever the record names. The others prove nothing: the key is in no register, has ended, is
	 * that of several people, begins only later, or nobody but its owner vouches for it.
	 */
	readonly worth: 'good' | 'unvouched' | 'early' | 'shared' | 'ended' | 'unknown' | 'against';
	/** Why it proves nothing, as a clause; null where it is good. */
	readonly cause: string | null;
}

/** What a signature by a key would be worth in a record of somebody, or under the commit that brings it. */
export function worthOfKey(
	facts: Pick<SigningFacts, 'person' | 'knownOn' | 'people'>,
	key: KeyThatSigns,
): WorthOfKey {
	const { verdict, cause } = judge(facts, key);
	return { worth: verdict, cause };
}

function claimed(cause: string, fingerprint: string | null = null): WhoSigned {
	return { level: 'claimed', cause, fingerprint };
}

/** A signature that was checked, or would be: a key. */
type KeyThatSigns = Exclude<Signer, { problem: string }>;

type Judgement =
	| { readonly verdict: 'good'; readonly cause: null; readonly fingerprint: string }
	| {
			readonly verdict: Exclude<WorthOfKey['worth'], 'good'>;
			readonly cause: string;
			readonly fingerprint: string;
	  };

interface Entry {
	readonly holder: string;
	readonly key: EnrolledKey;
}

/** What the register of then says of the key that signed. */
function judge(
	{ person, knownOn, people }: Pick<SigningFacts, 'person' | 'knownOn' | 'people'>,
	signer: KeyThatSigns,
): Judgement {
	const fingerprint = signer.ssh === undefined ? (signer.gpg[0] ?? '') : (sshFingerprint(signer.ssh) ?? '');
	const not = (verdict: Exclude<WorthOfKey['worth'], 'good'>, cause: string): Judgement => ({
		verdict,
		cause,
		fingerprint,
	});
	if (people === undefined)
		return not('unvouched', 'there was no people register before the commit that brought it');
	const entries: readonly Entry[] = people
		.flatMap(({ id, keys }) => keys.map((key) => ({ holder: id, key })))
		.filter(({ key }) => isKeyOf(key, signer));
	const broken = entries.find(({ key }) => isBroken(key, knownOn));
	if (broken !== undefined)
		return not(
			'against',
			`the key of ${broken.holder} was revoked as ${broken.key.revoked?.why} from ${broken.key.revoked?.from}`,
		);
	const own = entries.filter(({ holder }) => holder === person);
	const [other] = entries.filter(({ holder }) => holder !== person);
	if (own.length === 0)
		return other === undefined
			? not('unknown', 'the key stands in no people register of then')
			: not('against', `it is signed by a key of ${other.holder}, not of ${person}`);
	const good = own.filter(({ key }) => isInUse(key, knownOn));
	const [first] = own;
	if (good.length === 0 && first !== undefined) {
		const mayCome = own.some(({ key: { from } }) => from !== undefined && knownOn < from);
		return not(mayCome ? 'early' : 'ended', whyNot(first.key, knownOn));
	}
	const shared = entries.find(({ holder, key }) => holder !== person && isInUse(key, knownOn));
	if (shared !== undefined) return not('shared', `the key stands with ${person} and with ${shared.holder}`);
	if (good.every(({ key }) => key.selfEnrolled === true))
		return not('unvouched', `${person} entered the key into the register, and nobody else signed that`);
	if (good.every(({ key }) => key.selfEnrolled === true || key.unknownWriter === true))
		return not('unvouched', `nobody can tell who entered the key of ${person} into the register`);
	return { verdict: 'good', cause: null, fingerprint };
}

function isKeyOf(key: EnrolledKey, signer: KeyThatSigns): boolean {
	if (signer.ssh !== undefined) return key.ssh !== undefined && samePublicKey(key.ssh, signer.ssh);
	return signer.gpg.some((fingerprint) => fingerprint.toUpperCase() === key.gpg?.toUpperCase());
}

/** Whether it was in other hands by that day, or may have been. */
function isBroken({ revoked }: EnrolledKey, day: string): boolean {
	return revoked !== undefined && revoked.why !== 'left' && (revoked.from ?? '') <= day;
}

function whyNot({ from, until, revoked }: EnrolledKey, day: string): string {
	if (from !== undefined && day < from)
		return `the key is good from ${from} only, and the record was known on ${day}`;
	if (until !== undefined && until < day)
		return `the key had ended on ${until}, and the record was known on ${day}`;
	return `the key had ended on ${revoked?.from}, when its owner left, and the record was known on ${day}`;
}

/** A sentence as it stands after a colon. */
function asClause(sentence: string): string {
	return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
