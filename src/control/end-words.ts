import type { Version } from '../model/history/version.ts';
import { dayAt } from '../model/zone.ts';

/** What ended a version, or will: "superseded by 2.2 on 2026-04-01"; undefined where nothing does. */
export function endWords({ end, endedBy, supersededBy }: Version, zone: string): string | undefined {
	if (end === undefined) return undefined;
	const day = dayAt(end, zone);
	switch (endedBy) {
		case 'withdrawal':
			return `withdrawn on ${day}`;
		case 'retirement':
			return `the document was retired on ${day}`;
		case 'withdrawn signature':
			return `a signature that it leaned on was withdrawn on ${day}`;
		default:
			return `superseded by ${supersededBy} on ${day}`;
	}
}
