import type { SectionRole, Sop } from './documents.generated.ts';
import { rows } from './several.ts';

/** A role of section 4. */
export interface NamedRole {
	/** Its place in section 4. */
	readonly index: number;
	/** By which steps call it: its id, else the role of the register. */
	readonly name: string;
	/** The role of the register that it stands for: the id itself where it says none. */
	readonly registerRole: string;
	/** Nobody of ours: no holder is looked for, no training is asked. */
	readonly external: boolean;
}

/** Section 4, to be asked by name. */
export interface SectionRoles {
	readonly all: readonly NamedRole[];
	/** What a name means: the role of that id, else the first that stands for that role of the register. */
	readonly find: (name: string) => NamedRole | undefined;
}

/** Reads section 4 of an SOP. Rows that name nothing are left out. */
export function sectionRoles(sop: Sop): SectionRoles {
	const all = rows<SectionRole | null>(sop.roles).flatMap((row, index): NamedRole[] => {
		const name = row?.id ?? row?.role;
		if (!row || !name) return [];
		return [{ index, name, registerRole: row.role ?? name, external: row.external === true }];
	});
	const byName = new Map<string, NamedRole>();
	const byRegisterRole = new Map<string, NamedRole>();
	for (const role of all) {
		if (!byName.has(role.name)) byName.set(role.name, role);
		if (!byRegisterRole.has(role.registerRole)) byRegisterRole.set(role.registerRole, role);
	}
	return { all, find: (name) => byName.get(name) ?? byRegisterRole.get(name) };
}

/** Whether two names mean one role: one row of section 4, or the same role outside it. */
export function isSameRole(roles: SectionRoles, a: string, b: string): boolean {
	if (a === b) return true;
	const [first, second] = [roles.find(a), roles.find(b)];
	return first !== undefined && first === second;
}

/** Ids of the inputs whose value is a role: a step may be `by` one of them. */
export function roleInputs(sop: Sop): ReadonlySet<string> {
	return new Set(
		[...rows(sop.inputs), ...rows(sop.outputs)].flatMap((input) =>
			input?.type === 'role' && input.id ? [input.id] : [],
		),
	);
}
