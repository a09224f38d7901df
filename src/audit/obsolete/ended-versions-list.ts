import type { AuditInput } from '../audit-input.ts';
import { listOf, type PacketList } from '../packet-list.ts';
import { overlaps } from '../period.ts';
import type { EndedVersion } from './ended-versions.ts';

/** The list of what ended in the period. */
export function endedVersionsList({ period }: AuditInput, ended: readonly EndedVersion[]): PacketList {
	const [first] = ended.filter(({ audited }) => audited?.text !== undefined);
	return listOf({
		name: 'ended-versions',
		title: 'Versions that ended in the period',
		about: 'an approved version that a higher number, a withdrawal or a retirement ended in the period',
		columns: [
			{ key: 'document', title: 'Document', about: 'the id of the document', released: true },
			{ key: 'version', title: 'Version', about: 'the number of the version', released: true },
			{
				key: 'digest',
				title: 'Digest',
				about: 'the SHA-256 of its content, as approvals name it',
				released: true,
			},
			{
				key: 'wasInForce',
				title: 'Was in force',
				about: 'whether it ever was in force before it ended',
				released: true,
				total: 'values',
			},
			{
				key: 'ended',
				title: 'Ended',
				about: 'the day on which it ended, in the zone of the library',
				released: true,
			},
			{
				key: 'by',
				title: 'By',
				about:
					'what ended it: a higher number, a withdrawal, a retirement of the document, or a withdrawn signature',
				released: true,
				total: 'values',
			},
			{
				key: 'supersededBy',
				title: 'Superseded by',
				about: 'the version of the same document that took over',
				released: true,
			},
			{
				key: 'successor',
				title: 'Successor',
				about: 'the document that takes its place, as the withdrawal names it',
			},
			{ key: 'retention', title: 'Retention', about: 'how long it is to be kept, as stated' },
			{
				key: 'retentionFrom',
				title: 'Stated by',
				about: 'whether the document says how long, or the config for all',
				released: true,
			},
			{
				key: 'keepUntil',
				title: 'Keep until',
				about: 'the day of its end and the retention added up; empty where no retention is stated',
				released: true,
			},
			{
				key: 'commit',
				title: 'Commit',
				about: 'the mainline commit that first showed the text, which holds the copy that is kept',
				released: true,
				onlyInFiles: true,
			},
			{
				key: 'blob',
				title: 'Object',
				about: 'the git object with the bytes of the text: git cat-file blob OBJECT prints them',
				released: true,
				onlyInFiles: true,
			},
			{ key: 'file', title: 'File', about: 'the path of the text in that commit', onlyInFiles: true },
			{
				key: 'isInPacket',
				title: 'In the packet',
				about: 'whether this packet holds the bytes as well, below documents/',
				released: true,
			},
		],
		key: ['document', 'version', 'digest'],
		rows: ended.map(({ document, version, audited, wasInForce, ended: day, by, ...rest }) => ({
			of: [document.id],
			cells: {
				document: document.id,
				version: version.version,
				digest: version.digest ?? audited?.text?.digest ?? null,
				wasInForce,
				ended: day,
				by,
				supersededBy: version.supersededBy ?? null,
				successor: rest.successor,
				retention: rest.retention?.text ?? null,
				retentionFrom: rest.retention?.from ?? null,
				keepUntil: rest.keepUntil,
				commit: version.commit,
				blob: version.blob,
				file: version.path,
				isInPacket:
					audited?.text !== undefined &&
					!document.isWithheld &&
					wasInForce &&
					overlaps(period, version.start ?? version.known, version.end),
			},
		})),
		source: 'the versions of each document by the mainline, its approvals and its withdrawals',
		reperform:
			first === undefined
				? []
				: [
						{
							does: 'see that the copy of a version is in the tree of its commit',
							command: `git ls-tree -r ${first.version.commit} | grep -m 1 -o ${first.version.blob}`,
							gives: first.version.blob,
						},
					],
	});
}
