import { covers } from '../../model/day-span.ts';
import type { RolesRegister } from '../../model/documents.generated.ts';
import { rows } from '../../model/several.ts';

/** A line of section 15: who has to sign, and what the signature means. */
export interface SignatureLine {
	readonly role: string;
	readonly meaning: string;
}

/** The lines that the content value of a document asks for. A line without a meaning asks for an approval. */
export function linesOf(value: unknown): readonly SignatureLine[] {
	const approval = at(value, 'approval');
	const written: unknown = at(approval, 'signatures');
	if (!Array.isArray(written)) return [];
	return written.flatMap((line: unknown) => {
		const [role, meaning] = [at(line, 'role'), at(line, 'meaning')];
		if (typeof role !== 'string') return [];
		return [{ role, meaning: typeof meaning === 'string' ? meaning : 'approval' }];
	});
}

/**
 * The lines that a version needs: those of its own section 15, and those of the version that was in force before, so
 * that no version weakens the rule it is judged by. A role that was replaced by a day asks for its successor.
 */
export function requiredLines(
	own: readonly SignatureLine[],
	before: readonly SignatureLine[],
	roles: RolesRegister | undefined,
	day?: string,
): readonly SignatureLine[] {
	const current = (line: SignatureLine) => ({ ...line, role: currentRole(line.role, roles, day) });
	const needed = own.map(current);
	const left = [...needed];
	for (const line of before.map(current)) {
		const same = left.findIndex((one) => one.role === line.role && one.meaning === line.meaning);
		if (same < 0) needed.push(line);
		else left.splice(same, 1);
	}
	return needed;
}

/** The role that has taken the place of one by a day (YYYY-MM-DD; left out, for ever): itself where none has. */
export function currentRole(written: string, roles: RolesRegister | undefined, day?: string): string {
	let role = written;
	// A ring of successors would lead nowhere.
	for (const seen = new Set<string>(); !seen.has(role); ) {
		seen.add(role);
		const entry = rows(roles?.roles).find((one) => one?.id === role);
		const isOver = day === undefined || !covers({ until: entry?.until }, day) || entry?.until === undefined;
		if (entry?.replaced_by !== undefined && isOver) role = entry.replaced_by;
	}
	return role;
}

function at(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
