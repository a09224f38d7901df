import type { Registers } from './registers.ts';
import { rows } from './several.ts';

/** What must never vanish from registers, as people call it: people, their addresses and keys, and roles. */
export function lastingEntries({ people, roles }: Pick<Registers, 'people' | 'roles'>): readonly string[] {
	return [
		...rows(people?.people).flatMap(({ id, addresses, keys }) => {
			if (id === undefined) return [];
			const parts = [
				...rows(addresses).flatMap(({ address }) => (address === undefined ? [] : [`address ${address}`])),
				...rows(keys).flatMap(({ ssh, gpg }) =>
					(ssh ?? gpg) === undefined ? [] : [`key ${shortKey(ssh ?? gpg ?? '')}`],
				),
			];
			return [`person ${id}`, ...parts.map((part) => `${part} of ${id}`)];
		}),
		...rows(roles?.roles).flatMap(({ id }) => (id === undefined ? [] : [`role ${id}`])),
	];
}

/** The end of a key tells it apart; its beginning is that of all of its kind. */
function shortKey(key: string): string {
	const body = key.trim().split(/\s+/)[1] ?? key.trim();
	return `…${body.slice(-12)}`;
}
