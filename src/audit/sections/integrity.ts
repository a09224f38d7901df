import type { AuditInput } from '../audit-input.ts';
import { type Check, type CheckItem, checkOf, notEvaluated } from '../check.ts';
import type { Integrity } from '../integrity.ts';
import { lostRecordsList } from '../lost-records-list.ts';
import { disorderedCommitsList, mainlineCommitsList } from '../mainline-lists.ts';
import { laterDisordered, type PeriodCommit, periodCommits } from '../period-commits.ts';
import type { Section } from '../section.ts';

/** P-13: whether what the packet was made from is whole, in order, and the history that the packet before was made from. */
export function integrity(input: AuditInput, found: Integrity): Section {
	const commits = periodCommits(input);
	const dated = [...commits, ...laterDisordered(input)];
	return {
		id: 'P-13',
		name: 'integrity',
		title: 'Integrity',
		question:
			'Is this the whole history, unaltered since the packet before, and is what the packet holds unaltered since?',
		checks: [continuous(found), clockOrdered(dated), objectsIntact(found), whole(input, found)],
		lists: [
			mainlineCommitsList(input, commits, found),
			disorderedCommitsList(dated),
			lostRecordsList(input, found.lostRecords),
		],
		notes: [
			`The packet was made from commit ${found.head} (${found.objectFormat}); ${found.begin === null ? 'no commit holds a document' : `the record begins at commit ${found.begin}`}.`,
			'MANIFEST.sha256 names the SHA-256 of every file of the packet; the SHA-256 of the manifest is the hash of the packet. Hold it outside the organisation, and nobody can exchange packet or history unseen.',
			'That the head of the packet before lies somewhere in history is not enough: it has to be on the first-parent chain, which a merge the wrong way round leaves.',
		],
	};
}

function continuous({ predecessor, head }: Integrity): Check {
	const name = 'integrity/mainline-continuous';
	const asks = 'The commit that the packet before was made from is on the first-parent chain of the mainline';
	if (predecessor === null)
		return notEvaluated(
			name,
			asks,
			'no earlier packet was given',
			'Call sop audit with --previous and the packet before.',
		);
	const shared = { key: predecessor.head, of: [] };
	const item: CheckItem =
		predecessor.isOnChain === null
			? {
					...shared,
					result: 'not evaluated',
					detail: 'history is cut off, and the chain cannot be followed back to it',
				}
			: predecessor.isOnChain
				? { ...shared, result: 'holds', detail: '' }
				: {
						...shared,
						result: 'does not hold',
						detail: `it is not on the first-parent chain of ${head}: the mainline was replaced or rewritten`,
					};
	return checkOf({
		name,
		asks,
		items: [item],
		cure: 'Run the audit in a clone with the whole history: git fetch --unshallow.',
	});
}

function clockOrdered(commits: readonly PeriodCommit[]): Check {
	return checkOf({
		name: 'integrity/clock-ordered',
		asks: 'No mainline commit of the period, or after it, has a date that contradicts those around it',
		items: commits.map(({ id, level }): CheckItem => {
			const shared = { key: id, of: [] };
			return level === 'disordered'
				? {
						...shared,
						result: 'does not hold',
						detail:
							'its own date contradicts those of the commits around it, so its mainline time is another',
					}
				: { ...shared, result: 'holds', detail: '' };
		}),
	});
}

function objectsIntact({ fsck, isShallow, isPartial }: Integrity): Check {
	const name = 'integrity/objects-intact';
	const asks = 'Every object of the repository has the content that its name stands for (git fsck)';
	if (!fsck.ran)
		return notEvaluated(
			name,
			asks,
			`git fsck was not run: ${fsck.why}`,
			'Run git fsck --full at the top of the repository.',
		);
	const some = isShallow || isPartial ? ', in as much of the repository as is here' : '';
	return checkOf({
		name,
		asks: `${asks}${some}`,
		items:
			fsck.problems.length === 0
				? [{ key: 'git fsck', of: [], result: 'holds', detail: '' }]
				: fsck.problems.map((detail, index) => ({
						key: `git fsck ${String(index + 1).padStart(6, '0')}`,
						of: [],
						result: 'does not hold',
						detail,
					})),
	});
}

function whole({ partial }: AuditInput, { isShallow, isPartial }: Integrity): Check {
	return checkOf({
		name: 'integrity/whole',
		asks: 'The packet was made from a clone with the whole history and every object',
		items: [
			{
				key: 'history',
				of: [],
				...(isShallow
					? { result: 'does not hold', detail: 'it is a shallow clone: history is cut off' }
					: { result: 'holds', detail: '' }),
			},
			{
				key: 'objects',
				of: [],
				...(isPartial
					? { result: 'does not hold', detail: 'it is a partial clone: some objects are not here' }
					: { result: 'holds', detail: '' }),
			},
			...(partial !== null && !isShallow && !isPartial
				? [{ key: 'past', of: [], result: 'does not hold' as const, detail: partial }]
				: []),
		],
	});
}
