import { listOf, type PacketList } from '../audit/packet-list.ts';
import type { Section } from '../audit/section.ts';

/** All checks of a packet as a list of its own. */
export function checkList(sections: readonly Section[]): PacketList {
	return listOf({
		name: 'checks',
		title: 'All checks',
		about: 'one question of an auditor, with its answer',
		key: ['section', 'check'],
		source: 'the sections of this packet',
		reperform: [],
		columns: [
			{ key: 'section', title: 'Section', about: 'that asks it', released: true },
			{ key: 'check', title: 'Check', about: 'its name, the same in every packet', released: true },
			{ key: 'asks', title: 'Statement', about: 'what holds or does not', released: true },
			{
				key: 'result',
				title: 'Result',
				about: 'holds, does not hold, or not evaluated',
				released: true,
				total: 'values',
			},
			{ key: 'looked', title: 'Looked at', about: 'how many items', released: true, total: 'sum' },
			{ key: 'holds', title: 'Hold', about: 'how many of them', released: true, total: 'sum' },
			{ key: 'doesNotHold', title: 'Do not hold', about: 'how many of them', released: true, total: 'sum' },
			{
				key: 'notEvaluated',
				title: 'Not evaluated',
				about: 'how many of them',
				released: true,
				total: 'sum',
			},
			{ key: 'cause', title: 'Cause', about: 'why it was not evaluated' },
			{ key: 'cure', title: 'Cure', about: 'what would change that' },
		],
		rows: sections.flatMap(({ id, checks }) =>
			checks.map(({ name, asks, result, counts, cause, cure }) => ({
				of: [],
				cells: { section: id, check: name, asks, result, ...counts, cause, cure },
			})),
		),
	});
}
