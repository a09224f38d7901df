import type { CannotEvaluate, Problem } from '../../../diagnostics/problem.ts';
import type { Checklist, Sop } from '../../../model/documents.generated.ts';
import { nearest } from '../../../model/nearest.ts';
import { type RoleReference, roleReferences } from '../../../model/role-references.ts';
import { roleInputs, sectionRoles } from '../../../model/section-roles.ts';
import { rows } from '../../../model/several.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';
import type { FileSubject } from '../../subject.ts';

export const undefinedRole: FileRule = {
	name: 'roles/undefined-role',
	severity: 'error',
	summary: 'A role is named that neither section 4 nor the roles register has.',
	why: 'Work that is given to a role nobody knows is given to nobody, and it cannot be shown who was meant to do it.',
	remedy: 'Name a role of section 4, or add the role there or to registers/roles.yaml.',
	points: 'At the name of the role.',
	clauses: ['nist-800-53 xx-1 a'],
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: `quality:
  - id: second-look
    at:
      - enter
    check: Amount and account number agree with the invoice.
    by: supervisor
    accept: Both agree to the cent.
    evidence: Initials on the invoice
`,
		good: `quality:
  - id: second-look
    at:
      - enter
    check: Amount and account number agree with the invoice.
    by: controller
    accept: Both agree to the cent.
    evidence: Initials on the invoice
`,
	},
	check: (subject) => {
		if (subject.sop) return inSop(subject, subject.sop);
		return subject.checklist ? inChecklist(subject, subject.checklist) : [];
	},
};

/** Rows of raci are left to roles/raci-conflict; who brings or receives something may be anybody outside. */
const judged = new Set<RoleReference['use']>([
	'does',
	'checks',
	'owns',
	'is told',
	'approves',
	'is trained',
	'signs',
]);

function* inSop(subject: FileSubject, sop: Sop): Generator<Problem | CannotEvaluate> {
	const roles = sectionRoles(sop);
	const inputs = roleInputs(sop);
	const registered = registeredRoles(subject);
	if (registered) {
		for (const { index, external, registerRole } of roles.all) {
			if (external || registered.has(registerRole)) continue;
			const key = rows(sop.roles)[index]?.role === undefined ? 'id' : 'role';
			yield unknown(
				{ name: registerRole, path: ['roles', index, key] },
				'the roles register',
				registered.keys(),
			);
		}
	}
	for (const one of roleReferences(sop)) {
		if (!judged.has(one.use) || roles.find(one.name) || inputs.has(one.name)) continue;
		const inSection = one.use === 'does' || one.use === 'checks';
		// Without any row, section 4 itself is what is missing.
		if (inSection && roles.all.length > 0) {
			yield unknown(one, 'section 4', [...roles.all.map((role) => role.name), ...inputs]);
		} else if (!inSection) yield* outsideSection(subject, one, [...roles.all.map((role) => role.name)]);
	}
}

function* inChecklist(subject: FileSubject, checklist: Checklist): Generator<Problem | CannotEvaluate> {
	const other =
		checklist.executes !== undefined || rows(checklist.items).some((item) => item.follows !== undefined);
	const registered = registeredRoles(subject);
	if (registered === undefined) return;
	const left = [...roleReferences(checklist)].filter((one) => !registered.has(one.name));
	// Section 4 of the SOP that it carries out names roles too.
	if (other && left.length > 0) yield { notEvaluated: 'roles may be named in section 4 of another SOP' };
	else for (const one of left) yield* outsideSection(subject, one, []);
}

function* outsideSection(
	subject: FileSubject,
	one: RoleReference,
	names: readonly string[],
): Generator<Problem | CannotEvaluate> {
	const registered = registeredRoles(subject);
	// A library without a register takes these roles as they are.
	if (registered === undefined || registered.has(one.name)) return;
	const people = subject.library.registers.people;
	const isPerson = rows(people?.people).some((person) => person.id === one.name);
	if (one.use !== 'owns' && isPerson) {
		yield {
			place: { path: one.path },
			message: `${one.name} is a person, where a role is needed`,
			help: 'Name the role: people change, and the procedure would have to be approved again.',
		};
	} else if (one.use !== 'owns' || people) {
		if (!isPerson) yield unknown(one, 'section 4 and the roles register', [...names, ...registered]);
	} else yield { notEvaluated: 'no people register' };
}

function registeredRoles(subject: FileSubject): ReadonlySet<string> | undefined {
	const register = subject.library.registers.roles;
	return register && new Set(rows(register.roles).flatMap((role) => role.id ?? []));
}

function unknown(
	one: Pick<RoleReference, 'name' | 'path'>,
	place: string,
	candidates: Iterable<string>,
): Problem {
	const near = nearest(one.name, candidates);
	return {
		place: { path: one.path },
		message: `The role "${one.name}" is not in ${place}`,
		...(near === undefined ? {} : { help: `Did you mean ${near}?` }),
	};
}
