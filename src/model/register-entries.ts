import type { Registers } from './registers.ts';
import { rows } from './several.ts';

/** An entry of a register that must never vanish. */
export interface LastingEntry {
	/** What tells it from all others, as people call it. */
	readonly name: string;
	/** The same without the address or key: an entry by the ids of registers alone. */
	readonly kind: string;
	readonly register: 'people' | 'roles';
}

/** What must never vanish from registers, as people call it: people, their addresses and keys, and roles. */
export function lastingEntries(registers: Pick<Registers, 'people' | 'roles'>): readonly string[] {
	return lastingEntriesOf(registers).map(({ name }) => name);
}

/** The same, each with what it is. */
export function lastingEntriesOf({
	people,
	roles,
}: Pick<Registers, 'people' | 'roles'>): readonly LastingEntry[] {
	return [
		...rows(people?.people).flatMap(({ id, addresses, keys }) => {
			if (id === undefined) return [];
			const parts = [
				...rows(addresses).flatMap(({ address }) =>
					address === undefined ? [] : [['an address', `address ${address}`] as const],
				),
				...rows(keys).flatMap(({ ssh, gpg }) =>
					(ssh ?? gpg) === undefined ? [] : [['a key', `key ${shortKey(ssh ?? gpg ?? '')}`] as const],
				),
			];
			return [
				{ name: `person ${id}`, kind: `person ${id}`, register: 'people' as const },
				...parts.map(([kind, part]) => ({
					name: `${part} of ${id}`,
					kind: `${kind} of ${id}`,
					register: 'people' as const,
				})),
			];
		}),
		...rows(roles?.roles).flatMap(({ id }) =>
			id === undefined ? [] : [{ name: `role ${id}`, kind: `role ${id}`, register: 'roles' as const }],
		),
	];
}

/** The end of a key tells it apart; its beginning is that of all of its kind. */
function shortKey(key: string): string {
	const body = key.trim().split(/\s+/)[1] ?? key.trim();
	return `…${body.slice(-12)}`;
}
