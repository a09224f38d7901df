import type { MainlineCommit } from '../../model/history/mainline.ts';
import { instantText } from '../../model/zone.ts';
import type { AuditInput } from '../audit-input.ts';
import { listOf, type PacketList } from '../packet-list.ts';

const day = 86_400;

/** Time without a commit on the mainline: a commit may be dated anywhere in between. */
export interface QuietStretch {
	readonly from: MainlineCommit;
	/** Undefined where the mainline is not known to go on. */
	readonly to: MainlineCommit | undefined;
	readonly seconds: number;
}

/**
 * The longest time between two neighbours on the mainline that touches the period, the earliest where several are as
 * long; after the last known commit, up to the end of the period. Undefined where no commit came before that end.
 */
export function longestQuietStretch({ mainline, positions, period }: AuditInput): QuietStretch | undefined {
	let longest: QuietStretch | undefined;
	for (let position = Math.max(positions.opening, 0); position <= positions.closing; position++) {
		const from = mainline.at(position);
		if (from === undefined) continue;
		const to = position < positions.known ? mainline.at(position + 1) : undefined;
		const seconds = (to?.time ?? period.end) - from.time;
		if (longest === undefined || seconds > longest.seconds) longest = { from, to, seconds };
	}
	return longest;
}

/** The list of one row at most that names it. */
export function quietStretchList(input: AuditInput): PacketList {
	const stretch = longestQuietStretch(input);
	return listOf({
		name: 'quiet-stretch',
		title: 'The longest quiet stretch of the mainline',
		about: 'the longest time in the period without a commit on the mainline',
		columns: [
			{ key: 'from', title: 'From', about: 'the commit before it', released: true },
			{ key: 'fromTime', title: 'From time', about: 'its mainline time, in UTC', released: true },
			{
				key: 'to',
				title: 'To',
				about: 'the commit after it; empty where the mainline is not known to go on',
				released: true,
			},
			{
				key: 'toTime',
				title: 'To time',
				about: 'its mainline time, in UTC; where there is none, the end of the period',
				released: true,
			},
			{
				key: 'days',
				title: 'Days',
				about: 'how long it is, in days of 24 hours, rounded down',
				released: true,
			},
			{
				key: 'seconds',
				title: 'Seconds',
				about: 'how long it is, in seconds',
				released: true,
				onlyInFiles: true,
			},
		],
		key: ['from'],
		rows:
			stretch === undefined
				? []
				: [
						{
							of: [],
							cells: {
								from: stretch.from.id,
								fromTime: instantText(stretch.from.time),
								to: stretch.to?.id ?? null,
								toTime: instantText(stretch.from.time + stretch.seconds),
								days: Math.floor(stretch.seconds / day),
								seconds: stretch.seconds,
							},
						},
					],
		source: 'the mainline times of the commits from the last before the period to the first after it',
		reperform:
			stretch?.to === undefined ||
			stretch.from.level !== 'mainline-clock' ||
			stretch.to.level !== 'mainline-clock'
				? []
				: [
						{
							does: 'see the committer dates of both commits, in seconds since 1970-01-01 UTC, the later first',
							command: `git log --no-walk=unsorted --format=%ct ${stretch.to.id} ${stretch.from.id}`,
							gives: `${stretch.to.time}\n${stretch.from.time}`,
						},
					],
	});
}
