import type { KnownRecord } from '../../model/record/known-record.ts';
import { dayAt, secondsOf } from '../../model/zone.ts';
import type { AuditInput } from '../audit-input.ts';
import { countOfShown } from '../count-records.ts';
import { type Column, listOf, type PacketList, type Row } from '../packet-list.ts';
import { scopeOf } from '../scope.ts';
import { drawnFrom, makerColumns, placeColumns, recordCells } from './record-cells.ts';
import { versionThen } from './version-then.ts';

const [file, ...ofWhat] = placeColumns;

const columns: readonly Column[] = [
	...(file === undefined ? [] : [file]),
	{ key: 'line', title: 'Line', about: 'the line of that file, counted from 1', released: true },
	...ofWhat,
	...makerColumns,
	{ key: 'what', title: 'What', about: 'what was learnt, as the record says' },
	{ key: 'how', title: 'How', about: 'how it was taught or proved, as the record says' },
	{ key: 'trainer', title: 'Trainer', about: 'who taught or examined, by the id of the people register' },
	{
		key: 'on',
		title: 'Day',
		about: 'the day of the training, as the record says: a claim',
		released: true,
	},
	{
		key: 'versionWhenKnown',
		title: 'Version then',
		about:
			'how the version that it names stood when the record became known: in force, superseded, withdrawn, not yet in force, no version of it, or not evaluated',
		released: true,
		total: 'values',
	},
	{
		key: 'versionAtEnd',
		title: 'Version at the end',
		about: 'how that version stood at the end of the period',
		released: true,
		total: 'values',
	},
];

/** Every record of training that the mainline first showed in the period. */
export function trainingRecordsList(
	input: AuditInput,
	records: readonly KnownRecord<'training'>[],
): PacketList {
	return listOf({
		name: 'training-records',
		title: 'Records of training',
		about: 'a record of training that the mainline first showed in the period',
		columns,
		key: ['file', 'line'],
		rows: records.map((record) => rowOf(input, record)),
		source: 'the lines of records/training that the mainline first showed in the period',
		reperform: countOfShown(input, 'training', 'in the period'),
		population: 'per event',
	});
}

function rowOf(input: AuditInput, record: KnownRecord<'training'>): Row {
	const { period, whoSigned } = input;
	const { value, line, known } = record;
	const state = scopeOf(input).find(value.document)?.state;
	const at = secondsOf(value.at ?? '');
	return {
		of: drawnFrom(record),
		cells: {
			...recordCells(record, whoSigned(record), period),
			line: line ?? null,
			what: value.what ?? null,
			how: value.how ?? null,
			trainer: value.trainer ?? null,
			on: value.on ?? (at === undefined ? null : dayAt(at, period.zone)),
			versionWhenKnown: state === undefined ? 'no version of it' : versionThen(state.timeline, value, known),
			versionAtEnd: state === undefined ? 'no version of it' : versionThen(state.timeline, value, period.end),
		},
	};
}
