import type { Check, CheckItem } from '../audit/check.ts';
import { listOf, type PacketList, type Row } from '../audit/packet-list.ts';
import type { Section } from '../audit/section.ts';

/** What stands in the place of what is classified too high. */
export const withheldWords = 'withheld: classification';

/**
 * Leaves of a section what a packet below some class may tell: rows and items that are drawn from a withheld document
 * stay in every count, by its id and by the columns that are released, and by nothing else. `nameOf` gives what an id is
 * called there.
 */
export function withhold(
	section: Section,
	isWithheld: (id: string) => boolean,
	nameOf: (id: string) => string,
): Section {
	return {
		...section,
		checks: section.checks.map((check) => withholdCheck(check, isWithheld, nameOf)),
		lists: section.lists.map((list) => withholdList(list, isWithheld, nameOf)),
	};
}

function withholdCheck(
	check: Check,
	isWithheld: (id: string) => boolean,
	nameOf: (id: string) => string,
): Check {
	const told = new Set<string>();
	const items = check.items.map((item): CheckItem => {
		if (!item.of.some(isWithheld)) {
			told.add(item.detail);
			return item;
		}
		return { ...item, key: item.of.map(nameOf).join(' '), detail: withheldWords };
	});
	// A cause that repeats the words of its items says no more than they do.
	const isDrawn = check.items.some(({ of, detail }) => of.some(isWithheld) && detail === check.cause);
	const isTold = check.cause !== null && told.has(check.cause);
	return { ...check, items, cause: isDrawn && !isTold ? withheldWords : check.cause };
}

function withholdList(
	list: PacketList,
	isWithheld: (id: string) => boolean,
	nameOf: (id: string) => string,
): PacketList {
	if (!list.rows.some(({ of }) => of.some(isWithheld))) return list;
	const released = new Set(
		list.columns.flatMap(({ key, released: isReleased }) => (isReleased ? [key] : [])),
	);
	return listOf({
		...list,
		columns: [
			...list.columns,
			{
				key: 'withheld',
				title: 'Withheld',
				about: 'why the rest of the row is not told',
				released: true,
				total: 'values',
			},
		],
		rows: list.rows.map((row): Row => {
			if (!row.of.some(isWithheld)) return row;
			const cells = Object.entries(row.cells)
				.filter(([key]) => released.has(key))
				.map(([key, cell]): [string, typeof cell] => [
					key,
					typeof cell === 'string' && row.of.includes(cell) ? nameOf(cell) : cell,
				]);
			return { of: row.of, cells: { ...Object.fromEntries(cells), withheld: 'classification' } };
		}),
	});
}
