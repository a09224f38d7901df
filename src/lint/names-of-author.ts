import type { Registers } from '../model/registers.ts';
import { rows, several } from '../model/several.ts';

/**
 * Names and addresses, in small letters, under which the author of a change-log row may have committed: the text
 * itself, and what the people register says of that person. `role`: a role of the register, which is no person; `unknown`: an id that no register explains.
 */
export function namesOfAuthor(
	author: string,
	{ people, roles }: Registers,
): ReadonlySet<string> | 'role' | 'unknown' {
	const written = author.toLowerCase();
	if (
		rows(roles?.roles).some(
			({ id, name }) => id?.toLowerCase() === written || name?.toLowerCase() === written,
		)
	)
		return 'role';
	const names = new Set([written]);
	for (const person of rows(people?.people)) {
		const own = [person.id, person.name, ...several(person.addresses).map(({ address }) => address)].flatMap(
			(text) => (text === undefined ? [] : [text.toLowerCase()]),
		);
		if (own.includes(written)) for (const one of own) names.add(one);
	}
	// Somebody's name has a space or a capital letter; an id has neither.
	return names.size === 1 && /^[a-z0-9._-]+$/.test(author) ? 'unknown' : names;
}
