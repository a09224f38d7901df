import { daysBetween } from '../../model/calendar-day.ts';
import type { AuditInput } from '../audit-input.ts';
import { countOfShown } from '../count-records.ts';
import { type Column, listOf, type PacketList, type Row } from '../packet-list.ts';
import { causeResult } from './identity-result.ts';
import { drawnFrom, makerColumns, placeColumns, recordCells } from './record-cells.ts';
import type { ShownException } from './shown-exceptions.ts';

const columns: readonly Column[] = [
	...placeColumns,
	{ key: 'exception', title: 'Exception', about: 'which exception of section 11' },
	{ key: 'reason', title: 'Reason', about: 'why it was needed' },
	{ key: 'cause', title: 'Cause', about: 'what lay behind it' },
	{ key: 'impact', title: 'Impact', about: 'what it touched' },
	...makerColumns,
	{ key: 'from', title: 'From', about: 'the first day that it claims', released: true },
	{ key: 'until', title: 'Until', about: 'the last day', released: true },
	{
		key: 'standing',
		title: 'At the end',
		about:
			'how it stood on the last day of the period, as known then: in force, to come, closed (its corrective action is done), over with its action open or with none, replaced by another record, not known yet, or void',
		released: true,
		total: 'values',
	},
	{
		key: 'daysOpen',
		title: 'Days open',
		about:
			'days from its first to the last of the period, both counted, where it was neither closed nor replaced',
		released: true,
	},
	{
		key: 'allowed',
		title: 'Allowed',
		about: 'whether somebody allowed it whom section 11 names: yes, no, or not evaluated',
		released: true,
		total: 'values',
	},
	{ key: 'whyNot', title: 'Why not', about: 'why it was not allowed, or why that cannot be told' },
	{ key: 'action', title: 'Corrective action', about: 'what is done so that it does not happen again' },
	{ key: 'actionOwner', title: 'Action owner', about: 'who does that' },
	{ key: 'actionDue', title: 'Action due', about: 'the day by which it is done', released: true },
	{ key: 'actionDone', title: 'Action done', about: 'the day on which it was done', released: true },
	{ key: 'replaces', title: 'Replaces', about: 'the path of the record whose place it takes' },
	{
		key: 'replacedBy',
		title: 'Replaced by',
		about: 'the path of the record that had taken its place by the end of the period',
	},
];

/** The exceptions of the period. */
export function exceptionsList(input: AuditInput, shown: readonly ShownException[]): PacketList {
	return listOf({
		name: 'exceptions',
		title: 'Exceptions',
		about:
			'a record of an exception that was in force, became known or was still open at any time of the period',
		columns,
		key: ['file'],
		rows: shown.map((one) => rowOf(input, one)),
		source:
			'the files of records/exceptions that the mainline showed, and section 11 of the versions that they name',
		reperform: countOfShown(input, 'exceptions', 'by the end of the period'),
		population: 'per event',
	});
}

function rowOf({ period }: AuditInput, { record, who, cause, standing, replacedBy }: ShownException): Row {
	const { value } = record;
	const { from, until, corrective_action: action } = value;
	const { result, detail } = causeResult(cause);
	const isOpen = standing === 'in force' || standing.startsWith('over');
	const days = isOpen ? daysBetween(from ?? '', period.to) : undefined;
	return {
		of: drawnFrom(record),
		cells: {
			...recordCells(record, who, period),
			exception: value.exception ?? null,
			reason: value.reason ?? null,
			cause: value.cause ?? null,
			impact: value.impact ?? null,
			from: from ?? null,
			until: until ?? null,
			standing,
			daysOpen: days === undefined ? null : days + 1,
			allowed: result === 'holds' ? 'yes' : result === 'not evaluated' ? result : 'no',
			whyNot: detail === '' ? null : detail,
			action: action?.do ?? null,
			actionOwner: action?.owner ?? null,
			actionDue: action?.due ?? null,
			actionDone: action?.done ?? null,
			replaces: value.replaces ?? null,
			replacedBy: replacedBy ?? null,
		},
	};
}
