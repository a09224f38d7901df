import { groupBy } from '../../diagnostics/group-by.ts';
import { canonicalText } from '../../model/digest.ts';
import type { Column } from '../packet-list.ts';
import type { Period } from '../period.ts';

/** What a list of a register says of what became of its entries. */
export const changeColumns: readonly Column[] = [
	{
		key: 'change',
		title: 'Change',
		about:
			'what became of the entry in the period: added, ended, changed, removed, unchanged, or not evaluated',
		total: 'values',
	},
	{ key: 'changed', title: 'What changed', about: 'the keys of the entry that are not what they were' },
];

/** What became of an entry between the beginning and the end of the period. */
export type RegisterChange = 'unchanged' | 'changed' | 'ended' | 'added' | 'removed' | 'not evaluated';

/** An entry of a register: of the end of the period, or of its beginning where it is gone. */
export interface ComparedEntry<Entry> {
	readonly id: string;
	readonly entry: Entry;
	readonly change: RegisterChange;
	/** The keys of it that are not what they were, sorted; none of what came or went. */
	readonly changed: readonly string[];
}

interface Ending {
	readonly id?: string | undefined;
	readonly until?: string | undefined;
}

/**
 * The entries of a register at the end of the period, held against its beginning, with those that are gone.
 * Either is null where nobody can tell what stood in it.
 */
export function comparedEntries<Entry extends Ending>(
	opening: readonly (Entry | null)[] | null,
	closing: readonly (Entry | null)[] | null,
	{ from, to }: Period,
): readonly ComparedEntry<Entry>[] {
	const before = byId(opening ?? []);
	const after = byId(closing ?? []);
	const endedIn = (entry: Entry) => entry.until !== undefined && entry.until >= from && entry.until <= to;
	const stay = [...after].flatMap(([id, entries]) =>
		entries.map((entry, index): ComparedEntry<Entry> => {
			if (opening === null) return { id, entry, change: 'not evaluated', changed: [] };
			const old = before.get(id)?.[index];
			if (old === undefined) return { id, entry, change: 'added', changed: [] };
			const changed = changedKeys(old, entry);
			const isEnded =
				endedIn(entry) || (entry.until !== undefined && entry.until < from && changed.includes('until'));
			return {
				id,
				entry,
				change: isEnded ? 'ended' : changed.length > 0 ? 'changed' : 'unchanged',
				changed,
			};
		}),
	);
	const gone = [...before].flatMap(([id, entries]) =>
		entries.slice(after.get(id)?.length ?? 0).map(
			(entry): ComparedEntry<Entry> => ({
				id,
				entry,
				change: closing === null ? 'not evaluated' : 'removed',
				changed: [],
			}),
		),
	);
	return [...stay, ...gone];
}

function byId<Entry extends Ending>(
	entries: readonly (Entry | null)[],
): ReadonlyMap<string, readonly Entry[]> {
	const named = entries.flatMap((entry) => (entry === null || entry.id === undefined ? [] : [entry]));
	return groupBy(named, ({ id }) => id ?? '');
}

function changedKeys(old: object, entry: object): readonly string[] {
	const keys = [...new Set([...Object.keys(old), ...Object.keys(entry)])].sort();
	return keys.filter((key) => textAt(old, key) !== textAt(entry, key));
}

function textAt(entry: object, key: string): string {
	const value: unknown = Reflect.get(entry, key);
	return value === undefined ? '' : canonicalText(value);
}
