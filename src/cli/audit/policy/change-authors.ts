import type { AuditedChange, ChangeAuthor } from '../../../audit/audited-change.ts';
import { authorityOver } from '../../../control/approval/authority.ts';
import { ownersOf } from '../../../control/approval/people-of.ts';
import { whoSigned } from '../../../control/who-signed.ts';
import type { CommitFacts } from '../../../model/history/trail.ts';
import type { Signer } from '../../../model/signature/signer.ts';
import { dayAt } from '../../../model/zone.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { commitSigners, keyHolders } from '../../history/signers-of.ts';

/** A change that the mainline commit at a position brought, by the commits that made it. */
export interface BroughtChange {
	readonly position: number;
	readonly commits: readonly Pick<CommitFacts, 'id' | 'author'>[];
}

/**
 * Says who made changes, in their order: whom the commits name as author, mapped by the people register that stood before
 * the mainline showed the change, and proven only by the signature of such a commit.
 */
export async function changeAuthors(
	record: OpenRecord,
	changes: readonly BroughtChange[],
): Promise<readonly AuditedChange[]> {
	const whole = await Promise.all(changes.map((change) => orOwnCommit(record, change)));
	const commits = new Set(whole.flatMap((change) => change.commits.map(({ id }) => id)));
	const signers = await commitSigners(
		record,
		new Set([...commits, ...(commits.size === 0 ? [] : record.registerCommits)]),
	);
	const signerOf = (commit: string) => signers.get(commit) ?? undefined;
	return whole.map(({ position, commits: made }) => {
		const { id = '', time = 0 } = record.history.mainline.at(position) ?? {};
		const who = made.map((commit) => authorOf(record, position, commit, signerOf));
		const once = new Map(who.map((one) => [JSON.stringify(one), one]));
		return { commit: id, known: time, who: [...once.values()] };
	});
}

function authorOf(
	record: OpenRecord,
	position: number,
	{ id, author }: BroughtChange['commits'][number],
	signerOf: (commit: string) => Signer | undefined,
): ChangeAuthor {
	const { authority, founding } = authorityOver(record.authorityAt, position);
	const { zone } = authority.policy;
	const knownOn = dayAt(record.history.mainline.at(position)?.time ?? 0, zone);
	const owners = ownersOf(authority.people, author, [knownOn, dayAt(author.at, zone)]);
	const [person] = owners;
	const claim = { name: author.name, email: author.email, trust: 'claimed' } as const;
	if (person === undefined)
		return { ...claim, person: null, cause: `${author.email} is no address of the people register of then` };
	if (owners.length > 1)
		return { ...claim, person: null, cause: `${author.email} is the address of ${owners.join(' and ')}` };
	const commit = signerOf(id);
	if (commit === undefined) return { ...claim, person, cause: 'the commit is not signed' };
	const people = founding ? undefined : keyHolders(authority, record, signerOf);
	const { level, cause } = whoSigned({ person, people, knownOn, record: undefined, commit });
	return level === 'commit-signed' ? { ...claim, person, trust: level, cause } : { ...claim, person, cause };
}

/** A change of which no commit is known that made it was made by the mainline commit itself. */
async function orOwnCommit({ git, history }: OpenRecord, change: BroughtChange): Promise<BroughtChange> {
	const id = history.mainline.at(change.position)?.id;
	if (change.commits.length > 0 || id === undefined) return change;
	const told = await git.text([
		'log',
		'--max-count=1',
		'--no-mailmap',
		'--format=%an%x00%ae%x00%at',
		id,
		'--',
	]);
	const [name = '', email = '', at = ''] = told.trimEnd().split('\0');
	return { ...change, commits: [{ id, author: { name, email, at: Number(at), offset: 0 } }] };
}
