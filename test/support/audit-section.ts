import type { Check } from '../../src/audit/check.ts';
import type { Cell, PacketList } from '../../src/audit/packet-list.ts';
import type { Section } from '../../src/audit/section.ts';

/** A check of a section: its result, and of each item that does not hold what it says. */
export function checked(section: Section, name: string) {
	const found = section.checks.find((one) => one.name === name);
	if (found === undefined) throw new Error(`${section.id} has no check ${name}`);
	return {
		result: found.result,
		cause: found.cause,
		items: found.items.map(({ key, result, detail }) => `${key}: ${result}: ${detail}`),
	};
}

/** How many things a check looked at. */
export function lookedAt(section: Section, name: string): Check['counts'] | undefined {
	return section.checks.find((one) => one.name === name)?.counts;
}

/** A list of a section. */
export function listIn({ id, lists }: Section, name: string): PacketList {
	const found = lists.find((one) => one.name === name);
	if (found === undefined) throw new Error(`${id} has no list ${name}`);
	return found;
}

/** Some cells of each row of a list. */
export function cellsIn(section: Section, name: string, ...keys: readonly string[]): readonly Cell[][] {
	const { rows, columns } = listIn(section, name);
	const known = new Set(columns.map(({ key }) => key));
	const unknown = keys.filter((key) => !known.has(key));
	if (unknown.length > 0) throw new Error(`${name} has no column ${unknown.join(', ')}`);
	return rows.map(({ cells }) => keys.map((key) => cells[key] ?? null));
}
