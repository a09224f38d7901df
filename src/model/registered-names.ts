import { type Registers, withoutRegister } from './registers.ts';
import { rows } from './several.ts';

/** The names that documents may take from the registers; undefined where the library has no such register. */
export interface RegisteredNames {
	readonly roles: ReadonlySet<string> | undefined;
	readonly people: ReadonlySet<string> | undefined;
	/** Why people are undefined, as it follows "not evaluated:". */
	readonly withoutPeople: string;
}

/** Many documents ask for the names of one and the same registers: they are kept with them, and go when they go. */
const known = new WeakMap<Registers, RegisteredNames>();

/** The ids in the registers of roles and people. */
export function registeredNames(registers: Registers): RegisteredNames {
	const before = known.get(registers);
	if (before !== undefined) return before;
	const { roles, people } = registers;
	const names: RegisteredNames = {
		roles: roles && new Set(rows(roles.roles).map((role) => role.id ?? '')),
		people: people && new Set(rows(people.people).map((person) => person.id ?? '')),
		withoutPeople: withoutRegister(registers, 'people'),
	};
	known.set(registers, names);
	return names;
}
