import type { TrainingRow } from '../../model/training/training-row.ts';
import { dayAt } from '../../model/zone.ts';
import type { AuditInput } from '../audit-input.ts';
import { countOfShown } from '../count-records.ts';
import { type Column, listOf, type PacketList, type Row } from '../packet-list.ts';
import { madeAnew } from '../reperformance.ts';

const columns: readonly Column[] = [
	{ key: 'document', title: 'Document', about: 'its id', released: true },
	{ key: 'version', title: 'Version', about: 'the version that must be learnt', released: true },
	{
		key: 'digest',
		title: 'Digest',
		about: 'the digest of that version',
		released: true,
		onlyInFiles: true,
	},
	{
		key: 'upcoming',
		title: 'To come',
		about: 'whether that version is yet to come into force',
		released: true,
		total: 'values',
	},
	{ key: 'role', title: 'Role', about: 'the role of section 12 that must learn it' },
	{
		key: 'person',
		title: 'Person',
		about: 'who holds the role, by the id of the people register; empty where that cannot be told',
	},
	{ key: 'what', title: 'What', about: 'what must be learnt, as section 12 calls it' },
	{ key: 'asked', title: 'Asked', about: 'how it is taught or proved, as section 12 says' },
	{ key: 'every', title: 'Repeated', about: 'after what time it must be repeated, as section 12 says' },
	{
		key: 'status',
		title: 'Status',
		about: 'trained, due, expired, untrained or not evaluated, on the last day of the period',
		released: true,
		total: 'values',
	},
	{
		key: 'by',
		title: 'By',
		about: 'the last day to learn it; of a training that is repeated, the last day it is good for',
		released: true,
	},
	{
		key: 'trainedOn',
		title: 'Trained on',
		about: 'the day of the training that counts; never later than the day on which its record was known',
		released: true,
	},
	{
		key: 'trainedVersion',
		title: 'Trained version',
		about: 'the version of that training: another one where the change log says that it need not be repeated',
		released: true,
	},
	{
		key: 'method',
		title: 'Method',
		about: 'how it was taught or proved, as its record says',
	},
	{ key: 'file', title: 'Record', about: 'the file of the record that shows it, relative to the library' },
	{ key: 'line', title: 'Line', about: 'the line of that file, counted from 1' },
	{
		key: 'known',
		title: 'Known',
		about: 'the day on which the mainline first showed that record',
		released: true,
	},
	{
		key: 'who',
		title: 'Identity',
		about: 'how well it is known who made that record',
		released: true,
		total: 'values',
	},
	{
		key: 'absent',
		title: 'Away until',
		about: 'the last day of an absence that covers the last day of the period; `open` where none is known',
		released: true,
	},
	{ key: 'why', title: 'Why', about: 'how the status follows' },
];

/** Who must have learnt what on the last day of the period, and has. */
export function trainingList(input: AuditInput, rows: readonly TrainingRow[]): PacketList {
	return listOf({
		name: 'trainings',
		title: 'Training by version',
		about: 'one person in one role, and one thing that section 12 of a version asks the role to know',
		columns,
		key: ['document', 'version', 'role', 'person', 'what'],
		rows: rows.map((row) => rowOf(input, row)),
		source:
			'section 12 of the versions in force and to come, the people register and the records of training, as known on the last day of the period',
		reperform: [...countOfShown(input, 'training', 'by the end of the period'), ...madeAnew('trainings')],
	});
}

function rowOf({ period, whoSigned }: AuditInput, row: TrainingRow): Row {
	const { person, role, version, need, status, by, absent, proof, why } = row;
	const { record } = proof ?? {};
	return {
		of: [version.document],
		cells: {
			document: version.document,
			version: version.version,
			digest: version.digest,
			upcoming: version.isUpcoming,
			role,
			person,
			what: need?.what ?? null,
			asked: need?.how ?? null,
			every: need?.every ?? null,
			status,
			by,
			trainedOn: proof?.day ?? null,
			trainedVersion: record?.value.version === undefined ? null : String(record.value.version),
			method: record?.value.how ?? null,
			file: record?.file ?? null,
			line: record?.line ?? null,
			known: record === undefined ? null : dayAt(record.known, period.zone),
			who: record === undefined ? null : whoSigned(record).level,
			absent,
			why,
		},
	};
}
