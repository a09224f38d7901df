import { createHash } from 'node:crypto';
import type { DueKind, DueRow } from '../../../control/due-row.ts';
import type { CalendarDay } from '../../../report/calendar-feed.ts';
import type { FoundDue } from './due-rows.ts';

const words: Readonly<Record<DueKind, string>> = {
	review: 'Review',
	training: 'Training',
	exception: 'Exception ends',
	'corrective action': 'Corrective action',
	checklist: 'Checklist',
};

/**
 * What falls due as days of a calendar. A feed is often kept by others: of what may not be told it says the id and the
 * day alone. Nothing in it depends on the day on which it is made, but what lies in the stretch asked about.
 */
export function dueFeed(
	{ rows, library }: FoundDue,
	isTold: (document: string) => boolean,
): readonly CalendarDay[] {
	return rows.map((row) => {
		const isOpen = isTold(row.id);
		const title = isOpen && row.title !== null ? ` ${row.title}` : '';
		const detail = isOpen && row.detail !== null ? ` (${row.detail})` : '';
		const lines = [
			...(row.owner === null ? [] : [`Owner: ${row.owner}`]),
			...(row.why === '' ? [] : [`Why: ${row.why}`]),
		];
		return {
			uid: uidOf(row, library),
			day: row.due,
			summary: `${words[row.what]}: ${row.id}${title}${detail}`,
			description: isOpen ? lines.join('\n') : '',
		};
	});
}

/** The same duty has the same name in every feed, also when its day moves; as a hash, since keys may name people. */
function uidOf({ what, id, key }: DueRow, library: string | undefined): string {
	const name = JSON.stringify([library ?? null, what, id, ...key]);
	return `${createHash('sha256').update(name).digest('hex').slice(0, 40)}@sop`;
}
