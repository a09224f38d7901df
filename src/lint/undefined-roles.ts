import type { CannotEvaluate, Problem } from '../diagnostics/problem.ts';
import type { DocumentSummary } from '../model/document-summary.ts';
import type { Checklist, Sop } from '../model/documents.generated.ts';
import { nearest } from '../model/nearest.ts';
import type { RegisteredNames } from '../model/registered-names.ts';
import { type RoleReference, roleReferences } from '../model/role-references.ts';
import { roleInputs, sectionRoles } from '../model/section-roles.ts';
import { rows } from '../model/several.ts';
import type { ChecklistRoles } from './checklist-roles.ts';

/** Rows of raci are left to roles/raci-conflict; who brings or receives something may be anybody outside. */
const unjudged = new Set<RoleReference['use']>(['takes part', 'brings', 'receives']);

/** Roles of section 4 stand for roles of the register; those of others are in no register. */
export function* rolesOutsideRegister(sop: Sop, { roles }: RegisteredNames): Generator<Problem> {
	for (const { index, external, registerRole } of roles ? sectionRoles(sop).all : []) {
		if (external || roles?.has(registerRole)) continue;
		const key = rows(sop.roles)[index]?.role === undefined ? 'id' : 'role';
		const place = { path: ['roles', index, key] };
		yield {
			place,
			message: `The role "${registerRole}" is not in the roles register`,
			...hint(registerRole, roles ?? []),
		};
	}
}

/** Names in an SOP that mean no role. */
export function* undefinedInSop(sop: Sop, registers: RegisteredNames): Generator<Problem | CannotEvaluate> {
	const section = sectionRoles(sop);
	const inputs = roleInputs(sop);
	const names = section.all.map((role) => role.name);
	for (const one of roleReferences(sop)) {
		if (unjudged.has(one.use) || section.find(one.name) || inputs.has(one.name)) continue;
		if (one.use !== 'does' && one.use !== 'checks') yield* outsideSection(one, registers, names);
		// Without any row it is section 4 itself that is missing.
		else if (names.length > 0) {
			const message = `The role "${one.name}" is not in section 4`;
			yield { place: { path: one.path }, message, ...hint(one.name, [...names, ...inputs]) };
		}
	}
}

/** Names in a checklist that mean no role; of one that carries out an SOP only `undefinedAcross` can tell. */
export function* undefinedInChecklist(
	checklist: Checklist,
	registers: RegisteredNames,
): Generator<Problem | CannotEvaluate> {
	const carriesOut =
		checklist.executes !== undefined || rows(checklist.items).some((item) => item.follows !== undefined);
	if (carriesOut) return;
	for (const one of roleReferences(checklist)) yield* outsideSection(one, registers, []);
}

/** Names in a checklist that mean no role, neither of the registers nor of the SOPs that it carries out. */
export function* undefinedAcross(
	checklist: DocumentSummary,
	roles: ChecklistRoles,
	registers: RegisteredNames,
): Generator<Problem | CannotEvaluate> {
	const given = new Set(roles.sops.flatMap((sop) => sop.roleInputs));
	const names = roles.sops.flatMap((sop) => sop.roles.map((role) => role.name));
	const ids = roles.sops.map((sop) => sop.id);
	const where = ids.length > 2 ? 'the SOPs that it carries out' : ids.join(' or ');
	let unknown: string | undefined;
	for (const one of checklist.namedRoles) {
		const { name, use, path } = one;
		if (registers.roles?.has(name) || roles.find(name) || given.has(name)) continue;
		if (use === 'owns' && registers.people?.has(name)) continue;
		// As in an SOP: where there is no register, only those who do and check must be of section 4.
		const mustBeOfSection = roles.executes && (use === 'does' || use === 'checks');
		if (registers.roles === undefined && !mustBeOfSection) continue;
		if (roles.unknown !== undefined) unknown = roles.unknown;
		else if (registers.roles !== undefined) yield* outsideSection(one, registers, names, where);
		else {
			const message = `The role "${name}" is not in section 4 of ${where}`;
			yield { place: { path }, message, ...hint(name, [...names, ...given]) };
		}
	}
	if (unknown !== undefined) yield { notEvaluated: unknown };
}

/** A role that need not be of section 4: of the register, and taken as it is where the library has none. */
function* outsideSection(
	{ name, use, path }: RoleReference,
	{ roles, people, withoutPeople }: RegisteredNames,
	others: readonly string[],
	sop = '',
): Generator<Problem | CannotEvaluate> {
	if (roles === undefined || roles.has(name)) return;
	const isPerson = people?.has(name) === true;
	if (use === 'owns' && isPerson) return;
	if (use === 'owns' && people === undefined) yield { notEvaluated: withoutPeople };
	else if (isPerson) {
		const help = 'Name the role: people change, and the document would have to be approved again.';
		yield { place: { path }, message: `${name} is a person, where a role is needed`, help };
	} else {
		const section = sop === '' ? 'section 4' : `section 4 of ${sop}`;
		const message =
			use === 'owns'
				? `The owner "${name}" is neither a role nor a person of the registers`
				: `The role "${name}" is ${others.length > 0 ? `neither in ${section} nor` : 'not'} in the roles register`;
		yield { place: { path }, message, ...hint(name, [...others, ...roles]) };
	}
}

function hint(name: string, candidates: Iterable<string>): { readonly help?: string } {
	const near = nearest(name, candidates);
	return near === undefined ? {} : { help: `Did you mean ${near}?` };
}
