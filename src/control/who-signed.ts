import { covers } from '../model/day-span.ts';
import type { PeopleRegister, Person, SigningKey } from '../model/documents.generated.ts';
import { rows } from '../model/several.ts';
import { samePublicKey, sshFingerprint } from '../model/signature/public-key-line.ts';

/** How far it can be trusted who made a record: the exact words of every answer. */
export type WhoLevel = 'record-signed' | 'commit-signed' | 'claimed' | 'contradicted';

/** Who made a record, as far as keys of the register can tell. */
export interface WhoSigned {
	readonly level: WhoLevel;
	/** Why it is no better, as a clause; null where there is nothing to say. */
	readonly cause: string | null;
	/** Fingerprint of the key that signed; null where none did. */
	readonly key: string | null;
}

/** The key that made a signature which holds: an SSH key as a line of a .pub file, or fingerprints of a GPG key. */
export type SignerKey = { readonly ssh: string } | { readonly gpg: readonly string[] };

/** A signature that was checked: whose key made it, or why it does not hold, as a clause. */
export type CheckedSignature = SignerKey | { readonly problem: string };

/** What decides who made a record. */
export interface WhoSignedInput {
	/** The person that the record names. */
	readonly person: string;
	/** The register that was known before the record came; its own where it was founded together with it. */
	readonly people: PeopleRegister | undefined;
	readonly founding: boolean;
	/** The day on which the record was known, in the library's zone. */
	readonly knownDay: string;
	/** The signature in the record; undefined where it has none. */
	readonly own: CheckedSignature | undefined;
	/** The signature of the commit that first put it there; undefined where it has none, or none that holds. */
	readonly commit: SignerKey | undefined;
	/** Whether nobody but its owner vouched for the entry of a key. */
	readonly selfEnrolled: (person: string, key: SigningKey) => boolean;
}

/**
 * Who made a record. A signature in the record itself comes first; without one, that of the commit that first put it
 * there. The cryptography was checked without dates: the register's dates are held against the day on which the record
 * was known, which its signer does not choose.
 */
export function whoSigned(input: WhoSignedInput): WhoSigned {
	const { own, commit } = input;
	if (own !== undefined) {
		if ('problem' in own) return { level: 'contradicted', cause: own.problem, key: null };
		return judged(own, 'record-signed', input);
	}
	if (commit === undefined) return { level: 'claimed', cause: 'nobody signed it', key: null };
	const by = judged(commit, 'commit-signed', input);
	// A commit signed by whoever carried the record is no contradiction: it vouches for the tree.
	return by.level === 'contradicted'
		? { level: 'claimed', cause: 'its commit is signed, but not by a key of theirs', key: by.key }
		: by;
}

function judged(
	signer: SignerKey,
	level: 'record-signed' | 'commit-signed',
	{ person, people, founding, knownDay, selfEnrolled }: WhoSignedInput,
): WhoSigned {
	const key = 'ssh' in signer ? (sshFingerprint(signer.ssh) ?? null) : (signer.gpg[0] ?? null);
	const claimed = (cause: string): WhoSigned => ({ level: 'claimed', cause, key });
	const contradicted = (cause: string): WhoSigned => ({ level: 'contradicted', cause, key });
	const all = rows(people?.people);
	const entries = keysLike(
		all.find((one) => one?.id === person),
		signer,
	);
	if (entries.length === 0) {
		const other = all.find((one) => one?.id !== person && keysLike(one, signer).length > 0);
		return other?.id === undefined
			? claimed('the key that signed is in no people register that was known then')
			: contradicted(`the key that signed is that of ${other.id}`);
	}
	const revoked = entries.find(
		({ revoked }) => revoked?.from !== undefined && revoked.why !== 'left' && revoked.from <= knownDay,
	)?.revoked;
	if (revoked !== undefined)
		return contradicted(`the key that signed was ${revoked.why} from ${revoked.from} on`);
	const valid = entries.filter(
		(one) => covers(one, knownDay) && (one.revoked?.from === undefined || knownDay < one.revoked.from),
	);
	if (valid.length === 0) return claimed(`the key that signed was not ${person}'s on ${knownDay}`);
	if (founding) return claimed('the register with the key came in the same commit');
	if (valid.every((one) => selfEnrolled(person, one)))
		return claimed(`nobody but ${person} vouched for the key that signed`);
	return { level, cause: null, key };
}

function keysLike(person: Person | null | undefined, signer: SignerKey): readonly SigningKey[] {
	return rows(person?.keys).filter((key) => {
		if (key === null) return false;
		if ('ssh' in signer) return key.ssh !== undefined && samePublicKey(key.ssh, signer.ssh);
		const wanted = key.gpg?.toUpperCase();
		return wanted !== undefined && signer.gpg.some((one) => one.toUpperCase() === wanted);
	});
}
