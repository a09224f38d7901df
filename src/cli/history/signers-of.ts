import type { Authority } from '../../control/approval/authority.ts';
import type { WhoSignedRecord } from '../../control/approval/judged-signature.ts';
import { type KeyHolder, whoSigned } from '../../control/who-signed.ts';
import { gpgSignature } from '../../git/gpg-signature.ts';
import { localObjects, readObjects } from '../../git/history/read-objects.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import { rows } from '../../model/several.ts';
import { commitSignature } from '../../model/signature/commit-signature.ts';
import { recordSigner } from '../../model/signature/record-signer.ts';
import type { Signer } from '../../model/signature/signer.ts';
import { gitNamespace, verifySshSignature } from '../../model/signature/verify-ssh-signature.ts';
import { dayAt } from '../../model/zone.ts';
import type { OpenRecord } from './open-record.ts';

/**
 * Says who made each of some records: by the signature in it, checked when somebody asks, or by that of the commit that
 * first put it there.
 */
export async function signersOf(
	record: OpenRecord,
	records: readonly KnownRecord[],
): Promise<WhoSignedRecord> {
	const unsigned = records.filter(({ value }) => value.signature === undefined);
	const commits = await commitSigners(record, new Set(unsigned.map(({ madeBy }) => madeBy)));
	const holders = new Map<Authority, readonly KeyHolder[] | undefined>();
	return (one, authority, founding) => {
		if (!holders.has(authority)) holders.set(authority, keyHolders(authority, record.selfEnrolled));
		return whoSigned({
			person: one.value.person ?? '',
			people: founding ? undefined : holders.get(authority),
			knownOn: dayAt(one.known, authority.policy.zone),
			record: recordSigner(one.value),
			commit: commits.get(one.madeBy),
		});
	};
}

/** The people of a register with their keys, each with whether anybody else vouched for it. */
function keyHolders(
	{ people }: Authority,
	selfEnrolled: OpenRecord['selfEnrolled'],
): readonly KeyHolder[] | undefined {
	if (people === undefined) return undefined;
	return rows(people.people).flatMap((person) => {
		const id = person?.id;
		if (id === undefined) return [];
		const keys = rows(person?.keys).map((key) => ({ ...key, selfEnrolled: selfEnrolled(id, key) }));
		return [{ id, keys }];
	});
}

/** By whom signed commits are. */
async function commitSigners(
	{ git, history, environment }: OpenRecord,
	commits: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Signer>> {
	const signers = new Map<string, Signer>();
	if (commits.size === 0) return signers;
	const local = history.state.filtered ? await localObjects(git) : undefined;
	for await (const { id, bytes } of readObjects(
		git,
		[...commits].filter((one) => local?.has(one) ?? true),
	)) {
		const signature = bytes === null ? undefined : commitSignature(bytes);
		if (signature?.kind === 'ssh') {
			const { publicKey, problem } = verifySshSignature(signature.armored, signature.payload, gitNamespace);
			signers.set(id, publicKey === undefined ? { problem } : { ssh: publicKey });
		} else if (signature?.kind === 'gpg') {
			const { primaryKey, signingKey, problem } = await gpgSignature(signature, environment);
			signers.set(id, primaryKey === undefined ? { problem } : { gpg: [primaryKey, signingKey] });
		}
	}
	return signers;
}
