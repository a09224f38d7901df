import { instantText } from '../model/zone.ts';
import type { AuditInput } from './audit-input.ts';
import type { Integrity } from './integrity.ts';
import { type Column, listOf, type PacketList } from './packet-list.ts';
import type { PeriodCommit } from './period-commits.ts';
import type { Reperformance } from './reperformance.ts';

const columns: readonly Column[] = [
	{
		key: 'position',
		title: 'Position',
		about: 'its place on the mainline, 0 for the first commit',
		released: true,
	},
	{ key: 'commit', title: 'Commit', about: 'its id in git', released: true },
	{
		key: 'mainlineTime',
		title: 'Mainline time',
		about: 'in UTC: its own committer date where that is believed, else one that the dates around it allow',
		released: true,
	},
	{
		key: 'level',
		title: 'Level',
		about: 'mainline-clock where that is its own date, disordered where it is not',
		released: true,
		total: 'values',
	},
];

const source = 'the first-parent chain of the mainline';

/** The commits of the mainline in the period. */
export function mainlineCommitsList(
	input: AuditInput,
	commits: readonly PeriodCommit[],
	{ isShallow }: Integrity,
): PacketList {
	return listOf({
		name: 'mainline-commits',
		title: 'Commits of the mainline in the period',
		about: 'a commit of the mainline whose mainline time lies in the period',
		columns,
		key: ['mainlineTime', 'position'],
		rows: rowsOf(commits),
		source,
		reperform: isShallow ? [] : reperformance(input),
	});
}

/** Those of them whose own date was not believed. */
export function disorderedCommitsList(commits: readonly PeriodCommit[]): PacketList {
	return listOf({
		name: 'disordered-commits',
		title: 'Commits whose date is out of order',
		about: 'a commit of the mainline in the period, or after it, whose own date contradicts those around it',
		columns,
		key: ['mainlineTime', 'position'],
		rows: rowsOf(commits.filter(({ level }) => level === 'disordered')),
		source,
		reperform: [],
	});
}

function rowsOf(commits: readonly PeriodCommit[]): PacketList['rows'] {
	return commits.map(({ position, id, time, level }) => ({
		of: [],
		cells: { position, commit: id, mainlineTime: instantText(time), level },
	}));
}

function reperformance({ mainline, positions }: AuditInput): readonly Reperformance[] {
	const last = mainline.at(positions.closing);
	if (last === undefined) return [];
	const before = mainline.at(positions.opening);
	const range = before === undefined ? last.id : `${before.id}..${last.id}`;
	const count = positions.closing - positions.opening;
	const shared = {
		does: 'count the commits of the mainline in the period',
		command: `git rev-list --first-parent --count ${range}`,
	};
	if (count === 0) return [{ ...shared, gives: '0' }];
	const first = mainline.at(positions.opening + 1);
	return [
		{ ...shared, gives: String(count) },
		...(first === undefined
			? []
			: [
					{
						does: 'see the first of them',
						command: `git rev-list --first-parent --reverse ${range} | head -n 1`,
						gives: first.id,
					},
				]),
	];
}
