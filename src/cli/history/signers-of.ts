import type { Authority } from '../../control/approval/authority.ts';
import type { WhoSignedRecord } from '../../control/approval/judged-signature.ts';
import { type CheckedSignature, type SignerKey, whoSigned } from '../../control/who-signed.ts';
import { gpgSignature } from '../../git/gpg-signature.ts';
import { localObjects, readObjects } from '../../git/history/read-objects.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import { commitSignature } from '../../model/signature/commit-signature.ts';
import { signedText } from '../../model/signature/signed-text.ts';
import {
	gitNamespace,
	recordNamespace,
	verifySshSignature,
} from '../../model/signature/verify-ssh-signature.ts';
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
	return (one, { people, policy }: Authority, founding) => {
		const value: { readonly person?: string; readonly signature?: string } = one.value;
		return whoSigned({
			person: value.person ?? '',
			people,
			founding,
			knownDay: dayAt(one.known, policy.zone),
			own: value.signature === undefined ? undefined : checked(value.signature, one.value),
			commit: commits.get(one.madeBy),
			selfEnrolled: record.selfEnrolled,
		});
	};
}

function checked(signature: string, value: object): CheckedSignature {
	const { publicKey, problem } = verifySshSignature(signature, signedText(value), recordNamespace);
	if (publicKey !== undefined) return { ssh: publicKey };
	return { problem: `${problem.charAt(0).toLowerCase()}${problem.slice(1)}` };
}

/** The keys that signed commits, where the signature holds. */
async function commitSigners(
	{ git, history, environment }: OpenRecord,
	commits: ReadonlySet<string>,
): Promise<ReadonlyMap<string, SignerKey>> {
	const signers = new Map<string, SignerKey>();
	if (commits.size === 0) return signers;
	const local = history.state.filtered ? await localObjects(git) : undefined;
	for await (const { id, bytes } of readObjects(
		git,
		[...commits].filter((one) => local?.has(one) ?? true),
	)) {
		const signature = bytes === null ? undefined : commitSignature(bytes);
		if (signature?.kind === 'ssh') {
			const { publicKey } = verifySshSignature(signature.armored, signature.payload, gitNamespace);
			if (publicKey !== undefined) signers.set(id, { ssh: publicKey });
		} else if (signature?.kind === 'gpg') {
			const { primaryKey, signingKey } = await gpgSignature(signature, environment);
			if (primaryKey !== undefined) signers.set(id, { gpg: [primaryKey, signingKey] });
		}
	}
	return signers;
}
