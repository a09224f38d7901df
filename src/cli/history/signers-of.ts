import type { Authority } from '../../control/approval/authority.ts';
import type { WhoSignedRecord } from '../../control/approval/judged-signature.ts';
import {
	brokenSince,
	type KeyHolder,
	type WorthOfKey,
	whoSigned,
	worthOfKey,
} from '../../control/who-signed.ts';
import { commitSigner } from '../../git/commit-signer.ts';
import { localObjects, readObjects } from '../../git/history/read-objects.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import { rows } from '../../model/several.ts';
import { commitSignature } from '../../model/signature/commit-signature.ts';
import { recordSigner } from '../../model/signature/record-signer.ts';
import type { Signer } from '../../model/signature/signer.ts';
import { dayAt, secondsOf } from '../../model/zone.ts';
import type { OpenRecord } from './open-record.ts';
import { whyUncertain } from './why-uncertain.ts';

/**
 * Says who made each of some records: by the signature in it, checked when somebody asks, or by that of the commit that
 * first put it there.
 */
export async function signersOf(
	record: OpenRecord,
	records: readonly KnownRecord[],
): Promise<WhoSignedRecord> {
	const unsigned = records.filter(({ value }) => value.signature === undefined);
	const commits = await commitSigners(
		record,
		new Set([
			...unsigned.map(({ madeBy }) => madeBy),
			// By whom a key was entered matters only where somebody may have signed with one.
			...(records.length === 0 ? [] : record.registerCommits),
		]),
	);
	const signerOf = (commit: string) => commits.get(commit) ?? undefined;
	const holders = new Map<Authority, readonly KeyHolder[] | undefined>();
	const cutOff = whyUncertain(record);
	const holdersBy = (authority: Authority) => {
		if (!holders.has(authority)) holders.set(authority, keyHolders(authority, record, signerOf));
		return holders.get(authority);
	};
	return (one, authority, founding) => {
		const { zone } = authority.policy;
		const knownOn = dayAt(one.known, zone);
		const signer = recordSigner(one.value);
		// Whose key it was, and who entered it, may be said by what is not here; that a signature is bad shows by itself.
		if (cutOff !== undefined && signer?.problem === undefined)
			return { level: 'claimed', cause: `not evaluated: ${cutOff}`, fingerprint: null };
		const commit = signerOf(one.madeBy);
		const who = whoSigned({
			person: one.value.person ?? '',
			people: founding ? undefined : holdersBy(authority),
			knownOn,
			record: signer,
			commit,
		});
		if (who.level === 'contradicted') return who;
		const madeAt = secondsOf(one.value.at ?? '');
		const days = madeAt === undefined ? [knownOn] : [dayAt(madeAt, zone), knownOn];
		const learnt = brokenSince(holdersBy(record.authorityAt(record.moment.position)), signer ?? commit, days);
		return learnt === undefined ? who : { ...who, brokenSince: learnt };
	};
}

/** What a signature that somebody makes now with a key would be worth, by what the mainline shows. */
export async function worthOfKeyNow(
	record: OpenRecord,
	person: string,
	key: Parameters<typeof worthOfKey>[1],
): Promise<WorthOfKey> {
	const authority = record.authorityAt(record.history.mainline.length - 1);
	const commits = await commitSigners(record, new Set(record.registerCommits));
	return worthOfKey(
		{
			person,
			people: keyHolders(authority, record, (commit) => commits.get(commit) ?? undefined),
			knownOn: dayAt(record.moment.on, authority.policy.zone),
		},
		key,
	);
}

/** The people of a register with their keys, each with whether anybody else vouched for it. */
export function keyHolders(
	authority: Authority,
	record: OpenRecord,
	signerOf: (commit: string) => Signer | undefined,
): readonly KeyHolder[] | undefined {
	if (authority.people === undefined) return undefined;
	return rows(authority.people.people).flatMap((person) => {
		const id = person?.id;
		if (id === undefined) return [];
		const keys = rows(person?.keys).flatMap((key) => key ?? []);
		return [{ id, keys: record.keysOf(authority, id, keys, signerOf) }];
	});
}

/** By whom commits are signed; null where nobody did whom the register could know. */
export async function commitSigners(
	{ git, history, environment, namesGpgKeys }: OpenRecord,
	commits: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Signer | null>> {
	const signers = new Map<string, Signer | null>([...commits].map((id) => [id, null]));
	if (commits.size === 0) return signers;
	const local = history.state.filtered ? await localObjects(git) : undefined;
	const here = [...commits].filter((one) => local?.has(one) ?? true);
	for await (const { id, bytes } of readObjects(git, here)) {
		const signature = bytes === null ? undefined : commitSignature(bytes);
		if (bytes === null || signature === undefined) continue;
		// A program for each of thousands of commits that a forge signed would take minutes and tell nothing.
		if (signature.kind === 'gpg' && !namesGpgKeys)
			signers.set(id, { problem: 'No register names the key of GPG that signed it' });
		else signers.set(id, (await commitSigner(Buffer.from(bytes), environment)) ?? null);
	}
	return signers;
}
