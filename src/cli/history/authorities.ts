import { type Authority, type AuthorityAt, noPeopleRegister } from '../../control/approval/authority.ts';
import type { EnrolledKey } from '../../control/who-signed.ts';
import { localObjects, readObjects } from '../../git/history/read-objects.ts';
import { readDocument } from '../../library/read-document.ts';
import type { PeopleRegister, RolesRegister, SigningKey } from '../../model/documents.generated.ts';
import type { FileKind } from '../../model/file-kind.ts';
import type { Signer } from '../../model/signature/signer.ts';
import { type KeyHistory, keyHistory, type RegisterAt } from './key-history.ts';
import { knownConfigs } from './known-configs.ts';
import type { OpenHistory } from './open-history.ts';
import { placeOfPeopleBy } from './people-places.ts';
import { policiesOf } from './policy-at.ts';
import { type PathAt, statesOfPath } from './states-of-path.ts';

/** Who may do what at each commit of the mainline, and where that may have changed. */
export interface Authorities {
	readonly authorityAt: AuthorityAt;
	/** Whether approvals were needed at any commit up to a position. */
	everNeeded(position: number): boolean;
	/** The first position at which a register or a config stood that is not in this repository; undefined where all are. */
	readonly unseenRegisters: number | undefined;
	/** Commits that changed a people register: by whom they are signed tells who vouches for a key. */
	readonly registerCommits: readonly string[];
	/** Whether any people register named a key of GPG: else nobody's signature by one can be told. */
	readonly namesGpgKeys: boolean;
	/** The keys of a person as an authority of here has them, each with what the history of the register says of it. */
	keysOf(
		authority: Authority,
		person: string,
		keys: readonly SigningKey[],
		signerOf: (commit: string) => Signer | undefined,
	): readonly EnrolledKey[];
}

const rolesFile = 'registers/roles.yaml';

/**
 * Who may do what at each commit of the mainline: registers and config as they stood there, each register read as YAML
 * only when somebody asks. A config that is not valid leaves the one before it in place; a register that is not valid,
 * or was removed, gives nobody a role.
 */
export async function authorities(open: OpenHistory): Promise<Authorities> {
	const configs = await knownConfigs(open);
	const policies = policiesOf(open, configs);
	const placeAt = (position: number) => placeOfPeopleBy(policies.configAt(position));
	const places = new Set(
		[-1, ...configs.map((one) => one.position)].flatMap((position) => {
			const place = placeAt(position);
			return 'file' in place ? [place.file] : [];
		}),
	);
	const states = new Map<string, readonly PathAt[]>();
	for (const file of [...places, rolesFile]) states.set(file, await statesOfPath(open, file));
	const texts = await textsOf(open, [...states.values()].flat());
	const read = registerReader(states, texts);
	const positions = new WeakMap<Authority, number>();
	const known = new Map<number, Authority>();
	const authorityAt = (position: number): Authority => {
		const before = known.get(position);
		if (before !== undefined) return before;
		const place = placeAt(position);
		const who = 'file' in place ? read(place.file, 'people', position) : { problem: place.problem };
		const everStood = [...places].some((file) => read(file, 'people', position).problem !== noPeopleRegister);
		const roles = read(rolesFile, 'roles', position);
		const authority: Authority = {
			people: who.value as PeopleRegister | undefined,
			whyNoPeople:
				who.problem === noPeopleRegister && everStood
					? 'the people register is not where the config says'
					: who.problem,
			roles: roles.value as RolesRegister | undefined,
			whyNoRoles: roles.problem === noPeopleRegister ? undefined : roles.problem,
			policy: policies.policyAt(position),
			library: policies.library(position),
		};
		known.set(position, authority);
		positions.set(authority, position);
		return authority;
	};
	const changes = [...places].flatMap((file) => states.get(file) ?? []);
	let keys: KeyHistory | undefined;
	return {
		authorityAt,
		everNeeded: policies.everNeeded,
		unseenRegisters: firstOf([
			...configs.flatMap((one) => (one.config === undefined ? [one.position] : [])),
			...[...states.values()]
				.flat()
				.flatMap(({ position, blob }) => (blob === undefined || texts.has(blob) ? [] : [position])),
		]),
		registerCommits: changes.flatMap(({ commits }) => commits.map(({ id }) => id)),
		namesGpgKeys: changes.some(({ blob }) => blob !== undefined && texts.get(blob)?.includes('gpg') === true),
		keysOf(authority, person, written, signerOf) {
			keys ??= keyHistory(
				registersOf(
					open,
					changes,
					configs.map((one) => one.position),
					authorityAt,
				),
				signerOf,
			);
			const position = positions.get(authority) ?? -1;
			return written.map((key) => ({ ...key, ...keys?.(position, person, key) }));
		},
	};
}

/** The people registers that held, each from where it, or the config that names its place, changed. */
function registersOf(
	{ history: { mainline } }: OpenHistory,
	changes: readonly PathAt[],
	configs: readonly number[],
	authorityAt: AuthorityAt,
): readonly RegisterAt[] {
	const positions = [...new Set([...changes.map(({ position }) => position), ...configs])];
	return positions
		.sort((a, b) => a - b)
		.map((position) => ({
			position,
			people: authorityAt(position).people,
			known: mainline.at(position)?.time ?? 0,
			commits: changes.filter((one) => one.position === position).flatMap(({ commits }) => commits),
		}));
}

function firstOf(positions: readonly number[]): number | undefined {
	return positions.length === 0 ? undefined : Math.min(...positions);
}

async function textsOf(
	{ git, history }: OpenHistory,
	states: readonly PathAt[],
): Promise<ReadonlyMap<string, Buffer>> {
	const blobs = new Set(states.flatMap(({ blob }) => blob ?? []));
	const texts = new Map<string, Buffer>();
	if (blobs.size === 0) return texts;
	const local = history.state.filtered ? await localObjects(git) : undefined;
	for await (const { id, bytes } of readObjects(
		git,
		[...blobs].filter((blob) => local?.has(blob) ?? true),
	))
		if (bytes !== null) texts.set(id, Buffer.from(bytes));
	return texts;
}

/** The value of a register, or why there is none: `noPeopleRegister` where none ever stood. */
type ReadRegister =
	| { readonly value: unknown; readonly problem?: never }
	| { readonly value?: never; readonly problem: string };

function registerReader(
	states: ReadonlyMap<string, readonly PathAt[]>,
	texts: ReadonlyMap<string, Buffer>,
): (file: string, kind: FileKind, position: number) => ReadRegister {
	const read = new Map<string, ReadRegister>();
	return (file, kind, position) => {
		const last = states.get(file)?.findLast((one) => one.position <= position);
		if (last === undefined) return { problem: noPeopleRegister };
		if (last.blob === undefined) return { problem: `${file} was removed` };
		const key = `${file}\n${last.blob}`;
		const value = read.get(key) ?? valueIn(file, kind, texts.get(last.blob));
		read.set(key, value);
		return value;
	};
}

/** A register that breaks its schema in any part is no register: what was left out could be a last day, or a revocation. */
function valueIn(file: string, kind: FileKind, bytes: Buffer | undefined): ReadRegister {
	if (bytes === undefined) return { problem: `${file} of then is not in this repository` };
	const { checked, problems } = readDocument(kind, file, bytes);
	const [first] = problems;
	if (first !== undefined) return { problem: `${file} of then is not valid: ${first.message}` };
	return typeof checked === 'object' && checked !== null
		? { value: checked }
		: { problem: `${file} of then is empty` };
}
