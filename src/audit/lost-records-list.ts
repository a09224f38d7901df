import { dayAt } from '../model/zone.ts';
import type { AuditInput } from './audit-input.ts';
import type { LostInHistory } from './integrity.ts';
import { type Column, listOf, type PacketList } from './packet-list.ts';
import { scopeOf } from './scope.ts';

const columns: readonly Column[] = [
	{ key: 'file', title: 'Record', about: 'its path, relative to the library' },
	{
		key: 'what',
		title: 'What',
		about: 'changed, or removed; of a file in lines changed means that a line was',
		released: true,
		total: 'values',
	},
	{ key: 'commit', title: 'Commit', about: 'the mainline commit that did so', released: true },
	{ key: 'on', title: 'On', about: 'the day on which the mainline showed that', released: true },
	{
		key: 'backCommit',
		title: 'Back by',
		about: 'the mainline commit that brought it back as it was, by all that is known; empty where none has',
		released: true,
	},
	{ key: 'backOn', title: 'Back on', about: 'the day of that', released: true },
];

/** The records that the mainline changed or removed in the period, those that are back as they were among them. */
export function lostRecordsList(input: AuditInput, lost: readonly LostInHistory[]): PacketList {
	const { mainline, period, positions } = input;
	const scope = scopeOf(input);
	const dayOf = (position: number) => dayAt(mainline.at(position)?.time ?? 0, period.zone);
	return listOf({
		name: 'lost-records',
		title: 'Records that were changed or removed',
		about:
			'a commit of the mainline in the period that changed or removed a record, which counts all the same',
		columns,
		key: ['file', 'on', 'commit'],
		rows: lost.flatMap(({ file, document, what, position, back }) => {
			const isTold = document === undefined || scope.has(document);
			if (!isTold || position <= positions.opening || position > positions.closing) return [];
			return [
				{
					of: document === undefined ? [] : [document],
					cells: {
						file,
						what,
						commit: mainline.at(position)?.id ?? null,
						on: dayOf(position),
						backCommit: back === undefined ? null : (mainline.at(back)?.id ?? null),
						backOn: back === undefined ? null : dayOf(back),
					},
				},
			];
		}),
		source: 'the files below records/ in each commit of the mainline',
		reperform: [],
	});
}
