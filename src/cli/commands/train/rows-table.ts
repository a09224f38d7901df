import type { WhoSigned } from '../../../control/who-signed.ts';
import type { KnownRecord } from '../../../model/record/known-record.ts';
import type { TrainingRow, TrainingStatus } from '../../../model/training/training-row.ts';
import { instantText } from '../../../model/zone.ts';
import type { PrintedTable } from '../../print-table.ts';

/** What must be looked at comes first. */
const order: readonly TrainingStatus[] = ['untrained', 'expired', 'not evaluated', 'due', 'trained'];

/** The rows of `sop train`: gaps first, then by document and person. */
export function rowsTable(
	rows: readonly TrainingRow[],
	head: Readonly<Record<string, unknown>>,
	format: string,
	whoOf: WhoOf,
): PrintedTable {
	const sorted = [...rows].sort(
		(a, b) =>
			order.indexOf(a.status) - order.indexOf(b.status) ||
			compare(a.version.document, b.version.document) ||
			compare(a.person ?? '', b.person ?? '') ||
			compare(a.role ?? '', b.role ?? ''),
	);
	return {
		name: 'trainings',
		head,
		rows: sorted.map((row) => (format === 'json' ? jsonRow(row, whoOf) : cells(row, whoOf))),
		columns: columns.filter(({ where }) => where === 'everywhere' || format === 'csv'),
		none: 'Nothing.',
	};
}

/** What a table has room for, and what a spreadsheet gets besides. */
const columns = [
	{ key: 'status', title: 'Status', where: 'everywhere' },
	{ key: 'by', title: 'By', where: 'everywhere' },
	{ key: 'person', title: 'Person', where: 'everywhere' },
	{ key: 'role', title: 'Role', where: 'everywhere' },
	{ key: 'document', title: 'Id', where: 'everywhere' },
	{ key: 'title', title: 'Title', where: 'csv' },
	{ key: 'version', title: 'Version', where: 'everywhere' },
	{ key: 'digest', title: 'Digest', where: 'csv' },
	{ key: 'what', title: 'What', where: 'everywhere' },
	{ key: 'how', title: 'How', where: 'csv' },
	{ key: 'every', title: 'Every', where: 'csv' },
	{ key: 'absent', title: 'Absent until', where: 'csv' },
	{ key: 'trainedOn', title: 'Trained on', where: 'csv' },
	{ key: 'record', title: 'Record', where: 'csv' },
	{ key: 'who', title: 'Who', where: 'csv' },
	{ key: 'why', title: 'Why', where: 'everywhere' },
] as const;

type WhoOf = (record: KnownRecord<'training'>) => WhoSigned;

function cells(row: TrainingRow, whoOf: WhoOf): Readonly<Record<string, unknown>> {
	const { record, ...rest } = jsonRow(row, whoOf);
	const away = row.absent === null ? '' : row.absent === 'open' ? '; away' : `; away until ${row.absent}`;
	return {
		...rest,
		why: `${row.why}${away}`,
		trainedOn: record?.day ?? null,
		who: record?.who ?? null,
		record: record === null ? null : `${record.file}:${record.line}`,
	};
}

/** A row as JSON gives it. */
function jsonRow({ person, role, version, need, status, by, absent, proof, why }: TrainingRow, whoOf: WhoOf) {
	const { document, title = null, version: number, digest, isUpcoming } = version;
	const { record } = proof ?? {};
	return {
		document,
		title,
		version: number,
		digest,
		inForce: !isUpcoming,
		person,
		role,
		what: need?.what ?? null,
		how: need?.how ?? null,
		every: need?.every ?? null,
		status,
		by,
		absent,
		record:
			proof === null || record === undefined
				? null
				: {
						file: record.file,
						line: record.line ?? null,
						commit: record.commit,
						knownAt: instantText(record.known),
						knownLevel: record.knownLevel,
						day: proof.day,
						version: String(record.value.version),
						digest: record.value.digest,
						trainer: record.value.trainer ?? null,
						who: whoOf(record).level,
						whoCause: whoOf(record).cause,
						stands: record.stands,
					},
		why,
	};
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
