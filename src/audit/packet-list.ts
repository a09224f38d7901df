import { madeAnew, type Reperformance } from './reperformance.ts';

/** A value of a list, as JSON has it; CSV joins several by a comma. */
export type Cell = string | number | boolean | null | readonly string[];

/** A column of a list. */
export interface Column {
	readonly key: string;
	readonly title: string;
	/** What it says, with its unit, as a clause. */
	readonly about: string;
	/**
	 * Whether it is shown of an item that is withheld as well: ids, numbers of versions, digests and results, never
	 * what somebody wrote. What is not said to be released is not.
	 */
	readonly released?: true;
	/** Whether its sum, or how often it has each value, is a control total. */
	readonly total?: 'sum' | 'values';
	/** Left out of pages, which have less room than files. */
	readonly onlyInFiles?: true;
}

/** A row, with the ids of the documents that it is drawn from. */
export interface Row {
	readonly of: readonly string[];
	readonly cells: Readonly<Record<string, Cell>>;
}

/** How often what a list counts happens: it decides how large a sample is drawn by default. */
export type Frequency = 'annual' | 'quarterly' | 'monthly' | 'weekly' | 'daily' | 'per event' | 'automated';

/** A list of the packet: the same rows on a page, as CSV and as JSON. */
export interface PacketList {
	/** Of its files: `data/NAME.csv`, `data/NAME.json`. */
	readonly name: string;
	readonly title: string;
	/** What one row is, as a clause. */
	readonly about: string;
	readonly columns: readonly Column[];
	/** The columns that tell rows apart; rows are in their order, by code unit. */
	readonly key: readonly string[];
	readonly rows: readonly Row[];
	/** What it was made from, as a clause. */
	readonly source: string;
	readonly reperform: readonly Reperformance[];
	/** Set where samples can be drawn from it. */
	readonly population?: Frequency;
}

/**
 * A list with its rows in the order of their keys. Each comes with a way to re-perform it: what rules of `sop` derive comes
 * out again only where `sop` makes it anew.
 */
export function listOf(list: PacketList): PacketList {
	const keyOf = ({ cells }: Row) => list.key.map((key) => textOf(cells[key])).join('\n');
	const keyed = list.rows.map((row) => ({ row, key: keyOf(row) }));
	keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
	const reperform = list.reperform.length > 0 ? list.reperform : madeAnew(list.name);
	return { ...list, reperform, rows: keyed.map(({ row }) => row) };
}

function textOf(cell: Cell | undefined): string {
	return cell === undefined || cell === null ? '' : typeof cell === 'object' ? cell.join(', ') : String(cell);
}
