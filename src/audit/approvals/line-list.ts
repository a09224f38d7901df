import { dayAt } from '../../model/zone.ts';
import type { AuditInput } from '../audit-input.ts';
import type { InForce } from '../in-force-in-period.ts';
import { listOf, type PacketList, type Row } from '../packet-list.ts';

import { completionOf } from './signed-version.ts';

/** The lines that versions in force in the period had to have filled. */
export function lineList({ period, mainline }: AuditInput, versions: readonly InForce[]): PacketList {
	return listOf({
		name: 'approval-lines',
		title: 'Signature lines',
		about: 'one line that a version in force in the period had to have filled',
		key: ['document', 'version', 'line'],
		source: 'section 15 of each version and of the one in force before it, and the approval records',
		reperform: [
			{
				does: 'see the records that fill the lines of a version',
				command: 'git ls-tree -r --name-only HEAD -- records/approvals/DOCUMENT/VERSION',
				gives: 'one file for each signature, in the folder of the first 12 digits of the digest signed',
			},
		],
		columns: [
			{ key: 'document', title: 'Id', about: 'the id', released: true },
			{ key: 'version', title: 'Version', about: 'the number', released: true },
			{ key: 'line', title: 'Line', about: 'counted from 1', released: true },
			{ key: 'role', title: 'Role', about: 'who has to sign' },
			{
				key: 'meaning',
				title: 'Meaning',
				about: 'approval, review, authorship or responsibility',
				released: true,
				total: 'values',
			},
			{ key: 'state', title: 'State', about: 'filled, open, or not needed', released: true, total: 'values' },
			{
				key: 'complete',
				title: 'Complete',
				about: 'the day from which on the version had all of its signatures',
				released: true,
			},
		],
		rows: versions.flatMap((one): readonly Row[] => {
			const completion = completionOf(one);
			if (completion === undefined) return [];
			const open = [...completion.open];
			const time = completion.position === undefined ? undefined : mainline.at(completion.position)?.time;
			return completion.lines.map(({ role, meaning }, at) => {
				const gap = open.findIndex((line) => line.role === role && line.meaning === meaning);
				if (gap >= 0) open.splice(gap, 1);
				return {
					of: [one.document.id],
					cells: {
						document: one.document.id,
						version: one.version.version,
						line: at + 1,
						role,
						meaning,
						state: gap < 0 ? 'filled' : completion.isNeeded ? 'open' : 'not needed',
						complete: time === undefined ? null : dayAt(time, period.zone),
					},
				};
			});
		}),
	});
}
