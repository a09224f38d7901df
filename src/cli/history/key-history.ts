import { ownersOf, peopleWithKey } from '../../control/approval/people-of.ts';
import { isForge } from '../../control/approval/perhaps-squashed.ts';
import type { BrokenKey, EnrolledKey } from '../../control/who-signed.ts';
import type { PeopleRegister, SigningKey } from '../../model/documents.generated.ts';
import { rows } from '../../model/several.ts';
import { isInUse } from '../../model/signature/key-on-day.ts';
import { readPublicKeyLine } from '../../model/signature/public-key-line.ts';
import type { Signer } from '../../model/signature/signer.ts';
import { dayAt } from '../../model/zone.ts';
import type { PathAt } from './states-of-path.ts';

/** A people register as it stood from one mainline commit on. */
export interface RegisterAt extends Pick<PathAt, 'position' | 'commits'> {
	/** Undefined where none stood that can be read. */
	readonly people: PeopleRegister | undefined;
	/** When the mainline showed it, in seconds. */
	readonly known: number;
}

/** What the history of a register tells of one key of one person. */
export type KeyTold = Pick<EnrolledKey, 'selfEnrolled' | 'unknownWriter' | 'revoked' | 'broken'>;

/** What the history of a register tells of its keys at a position of the mainline. */
export type KeyHistory = (position: number, person: string, key: SigningKey) => KeyTold;

/**
 * Follows the keys of a people register through its states, oldest first. An entry is vouched for by whoever last wrote
 * it as it stands: somebody else, by name or by signature. A key that was lost or compromised stays so, whatever later
 * states say; only from which day on is theirs to correct for what was signed before anybody knew (`broken`).
 */
export function keyHistory(
	registers: readonly RegisterAt[],
	signerOf: (commit: string) => Signer | undefined,
): KeyHistory {
	const told = registers.map(() => new Map<string, KeyTold>());
	const runs = new Map<string, { readonly form: string; readonly told: KeyTold }>();
	const broken = new Map<
		string,
		{ readonly revoked: NonNullable<SigningKey['revoked']>; readonly told: number }
	>();
	let before: RegisterAt | undefined;
	for (const [index, register] of registers.entries()) {
		const { people } = register;
		// One that is not valid, or gone for a while, is no new beginning for whoever brings it back.
		if (people === undefined) continue;
		const here = new Set<string>();
		for (const person of rows(people.people))
			for (const key of rows(person?.keys)) {
				if (person?.id === undefined || key === null) continue;
				const name = nameOf(person.id, key);
				here.add(name);
				const { revoked } = key;
				const known = broken.get(name);
				const isBroken = revoked !== undefined && revoked.why !== 'left';
				if (isBroken && (known === undefined || (revoked.from ?? '') < (known.revoked.from ?? '')))
					broken.set(name, { revoked, told: known?.told ?? register.known });
				const form = JSON.stringify(key);
				const run = runs.get(name);
				const written = run?.form === form ? run.told : whoWrote(person.id, register, before, signerOf);
				runs.set(name, { form, told: written });
				const lost = broken.get(name);
				told[index]?.set(
					name,
					lost === undefined
						? written
						: {
								...written,
								revoked: lost.revoked,
								broken: brokenKey(isBroken ? revoked : lost.revoked, lost.told),
							},
				);
			}
		for (const name of runs.keys()) if (!here.has(name)) runs.delete(name);
		// An empty one, as sop init lays out, is no register of anybody: the first that names people is judged by itself.
		if (rows(people.people).length > 0) before = register;
	}
	return (position, person, key) => {
		const index = registers.findLastIndex((one) => one.position <= position);
		return told[index]?.get(nameOf(person, key)) ?? { unknownWriter: true };
	};
}

function brokenKey({ from = '', why }: NonNullable<SigningKey['revoked']>, told: number): BrokenKey {
	return { from, why: why === 'lost' ? why : 'compromised', told };
}

/** Whether the owner of an entry wrote it, or nobody can tell who did. */
function whoWrote(
	owner: string,
	here: RegisterAt,
	before: RegisterAt | undefined,
	signerOf: (commit: string) => Signer | undefined,
): KeyTold {
	const judged = before?.people ?? here.people;
	const day = dayAt(here.known, undefined);
	const isSigned = here.commits.some(({ id }) => {
		const signer = signerOf(id);
		if (signer === undefined) return false;
		const signers = peopleWithKey(keysInUse(judged, day), signer);
		return signers.length === 1 && signers[0] !== owner;
	});
	if (isSigned) return {};
	const writers = here.commits.flatMap(({ author, committer }) =>
		(isForge(committer) ? [author] : [author, committer]).map((one) =>
			ownersOf(judged, one, [dayAt(one.at, undefined), day]),
		),
	);
	if (writers.some((owners) => owners.includes(owner))) return { selfEnrolled: true };
	return writers.length > 0 && writers.every(({ length }) => length === 1) ? {} : { unknownWriter: true };
}

function keysInUse(register: PeopleRegister | undefined, day: string): PeopleRegister {
	return {
		people: rows(register?.people).flatMap((person) =>
			person === null || person === undefined
				? []
				: [{ ...person, keys: rows(person.keys).filter((key) => key !== null && isInUse(key, day)) }],
		),
	};
}

function nameOf(person: string, { ssh, gpg }: SigningKey): string {
	const line = ssh === undefined ? undefined : readPublicKeyLine(ssh);
	const key = line === undefined ? (gpg?.toUpperCase() ?? ssh ?? '') : line.blob.toString('base64');
	return `${person}\n${key}`;
}
