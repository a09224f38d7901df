import type { ThinCover } from '../../../model/training/thin-cover.ts';
import type { PrintedTable } from '../../print-table.ts';

/** The rows of `sop train --single`: what nobody can do first. */
export function coverTable(
	covers: readonly ThinCover[],
	head: Readonly<Record<string, unknown>>,
): PrintedTable {
	return {
		name: 'single',
		head,
		rows: [...covers]
			.sort(
				(a, b) =>
					a.able.length - b.able.length || (a.document < b.document ? -1 : a.document > b.document ? 1 : 0),
			)
			.map(({ able, ...cover }) => ({ ...cover, people: able, able: able.length })),
		columns: [
			{ key: 'able', title: 'Able', align: 'right' },
			{ key: 'document', title: 'Id' },
			{ key: 'version', title: 'Version' },
			{ key: 'step', title: 'Step' },
			{ key: 'roles', title: 'Role' },
			{ key: 'people', title: 'Who' },
			{ key: 'untrained', title: 'Untrained' },
			{ key: 'why', title: 'Why' },
		],
		none: 'Every step can be done by two people or more.',
	};
}
