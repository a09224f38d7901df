import { personOf } from '../../control/approval/acts-as.ts';
import { type Authority, type AuthorityAt, noPeopleRegister } from '../../control/approval/authority.ts';
import { ownersOf } from '../../control/approval/version-authors.ts';
import { policyOf } from '../../control/policy.ts';
import { localObjects, readObjects } from '../../git/history/read-objects.ts';
import { pathKey } from '../../library/history/library-history.ts';
import { digestOfRead } from '../../library/history/read-texts.ts';
import { readDocument } from '../../library/read-document.ts';
import type { Config, PeopleRegister, RolesRegister, SigningKey } from '../../model/documents.generated.ts';
import type { FileKind } from '../../model/file-kind.ts';
import { rows } from '../../model/several.ts';
import { dayAt } from '../../model/zone.ts';
import { knownConfigs } from './known-configs.ts';
import type { OpenHistory } from './open-history.ts';

/** The value of a file as the mainline showed it at a position; undefined where none stood, or none that can be read. */
type ValueAt = (position: number) => { readonly value: unknown; readonly problem: string | undefined };

/** Who may do what at each commit of the mainline, and where that may have changed. */
export interface Authorities {
	readonly authorityAt: AuthorityAt;
	/** Whether approvals were needed at any commit up to a position. */
	everNeeded(position: number): boolean;
	/** Whether the entry of a key was written by its owner alone: nobody else vouched for it. */
	selfEnrolled(person: string, key: SigningKey): boolean;
}

/**
 * Who may do what at each commit of the mainline: registers and config as they stood there, each register read as YAML
 * only when somebody asks. A config that cannot be read leaves the one before it in place; people whom nobody can read
 * hold no role.
 */
export async function authorities(open: OpenHistory, placeOfPeople: string): Promise<Authorities> {
	const files = { people: placeOfPeople, roles: 'registers/roles.yaml' };
	const texts = await textsOf(open, Object.values(files));
	const people = valuesOf(open, files.people, 'people', texts);
	const roles = valuesOf(open, files.roles, 'roles', texts);
	const configs = await knownConfigs(open);
	const firstApproval = firstShown(open);
	const known = new Map<number, Authority>();
	const authorityAt = (position: number): Authority => {
		const before = known.get(position);
		if (before !== undefined) return before;
		const who = people(position);
		// Any key of a config may be absent.
		const settings = configs.findLast((one) => one.position <= position)?.config ?? ({} as Config);
		const authority: Authority = {
			people: who.value as PeopleRegister | undefined,
			whyNoPeople: who.value === undefined ? (who.problem ?? noPeopleRegister) : undefined,
			roles: roles(position).value as RolesRegister | undefined,
			policy: policyOf(settings, firstApproval !== undefined && firstApproval <= position),
			library: settings.library,
		};
		known.set(position, authority);
		return authority;
	};
	const register = (open.history.trail(pathKey(placeOfPeople))?.entries ?? []).filter(
		({ broughtBy }) => broughtBy !== null,
	);
	return {
		authorityAt,
		selfEnrolled(id, key) {
			const shown = register
				.flatMap(({ mainline }) => mainline ?? [])
				.sort((a, b) => a - b)
				.find((position) => hasKey(authorityAt(position), id, key));
			if (shown === undefined) return false;
			const { people } = authorityAt(shown);
			const writers = register
				.filter(({ broughtBy }) => broughtBy === shown)
				.flatMap(({ commit: { author, committer } }) =>
					[author, committer].map((one) => ownersOf(people, one, [dayAt(one.at, undefined)])),
				);
			return writers.length > 0 && writers.every(([first, ...more]) => first === id && more.length === 0);
		},
		everNeeded: (position) =>
			[...configs.map((one) => one.position), position].some(
				(one) => one <= position && authorityAt(one).policy.approvals === 'needed',
			),
	};
}

function hasKey(authority: Authority, id: string, key: SigningKey): boolean {
	return rows(personOf(authority, id)?.keys).some((one) => one?.ssh === key.ssh && one?.gpg === key.gpg);
}

/** The first mainline commit that showed an approval record. */
function firstShown({ history }: OpenHistory): number | undefined {
	let first: number | undefined;
	for (const file of history.files) {
		if (!file.startsWith('records/approvals/')) continue;
		for (const { mainline } of history.trail(pathKey(file))?.entries ?? [])
			if (mainline !== null && (first === undefined || mainline < first)) first = mainline;
	}
	return first;
}

async function textsOf(
	{ git, history }: OpenHistory,
	files: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
	const blobs = files.flatMap((file) =>
		(history.trail(pathKey(file))?.entries ?? []).flatMap(({ mainline, after }) =>
			mainline === null ? [] : after.map(({ blob }) => blob),
		),
	);
	const local = history.state.filtered ? await localObjects(git) : undefined;
	const texts = new Map<string, Buffer>();
	if (blobs.length === 0) return texts;
	for await (const { id, bytes } of readObjects(
		git,
		new Set(blobs.filter((blob) => local?.has(blob) ?? true)),
	))
		if (bytes !== null) texts.set(id, Buffer.from(bytes));
	return texts;
}

function valuesOf(
	{ history }: OpenHistory,
	file: string,
	kind: FileKind,
	texts: ReadonlyMap<string, Buffer>,
): ValueAt {
	const entries = (history.trail(pathKey(file))?.entries ?? [])
		.filter(({ mainline }) => mainline !== null)
		.sort((a, b) => (b.mainline ?? 0) - (a.mainline ?? 0));
	const read = new Map<string, ReturnType<ValueAt>>();
	const readOf = (blob: string): ReturnType<ValueAt> => {
		const known = read.get(blob);
		if (known !== undefined) return known;
		const value = valueIn(file, kind, texts.get(blob));
		read.set(blob, value);
		return value;
	};
	return (position) => {
		const stands = entries.find(({ mainline }) => (mainline ?? 0) <= position)?.after[0];
		return stands === undefined ? { value: undefined, problem: undefined } : readOf(stands.blob);
	};
}

function valueIn(file: string, kind: FileKind, bytes: Buffer | undefined): ReturnType<ValueAt> {
	if (bytes === undefined) return { value: undefined, problem: `${file} of then is not in this repository` };
	const read = readDocument(kind, file, bytes);
	const isWhole = digestOfRead(read) !== null && typeof read.checked === 'object' && read.checked !== null;
	return isWhole
		? { value: read.checked, problem: undefined }
		: { value: undefined, problem: `${file} of then cannot be read` };
}
