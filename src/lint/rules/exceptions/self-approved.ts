import type { Problem } from '../../../diagnostics/problem.ts';
import { excusedItems, excusedWork, type JudgedWork } from '../../../model/judged-work.ts';
import { withoutRegister } from '../../../model/registers.ts';
import { holdersOn, type RoleHolders } from '../../../model/role-holders.ts';
import { isSameRole, sectionRoles } from '../../../model/section-roles.ts';
import { type ChecklistRoles, checklistRoles } from '../../checklist-roles.ts';
import { documentsById } from '../../documents-by-id.ts';
import { exampleException } from '../../example-exception.ts';
import { documentKinds } from '../../from-reading.ts';
import { needsHolders, ownJudgement, type RegisterRoleOf, registerRoleIn } from '../../only-holder.ts';
import type { FileRule } from '../../rule.ts';

export const selfApproved: FileRule = {
	name: 'exceptions/self-approved',
	severity: 'error',
	summary:
		'An exception is approved by who does the step it departs from: the same role, or the only person who holds either.',
	why: 'Who allows an exception to their own work has no rule to follow. Auditors test first whether the two are kept apart.',
	remedy: 'Let a role approve it that has no part in the step and that somebody else holds.',
	points: 'At the role that approves.',
	clauses: ['coso Principle 10', 'soc-2 CC5.3'],
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: exampleException('approved_by: clerk', 'limit: once', 'resume: release'),
		good: exampleException('approved_by: controller', 'limit: once', 'resume: release'),
	},
	*check({ sop, checklist, graph, library }) {
		if (checklist !== undefined) {
			for (const exception of excusedItems(checklist)) yield* sameRole(exception, (a, b) => a === b);
		}
		if (sop === undefined || graph === undefined) return;
		const roles = sectionRoles(sop);
		const people = library.registers.people && holdersOn(library.registers.people, library.today);
		let isOpen = false;
		for (const exception of excusedWork(graph)) {
			const problems = [...sameRole(exception, (a, b) => isSameRole(roles, a, b))];
			yield* problems;
			if (problems.length > 0 || isStanding(exception)) continue;
			if (people === undefined) isOpen ||= needsHolders(exception, registerRoleIn(sop));
			else yield* samePerson(exception, registerRoleIn(sop), people);
		}
		if (isOpen) yield { notEvaluated: withoutRegister(library.registers, 'people') };
	},
	*acrossLibrary({ documents, isReported, library }) {
		const known = documentsById(documents);
		const people = library.registers.people && holdersOn(library.registers.people, library.today);
		for (const checklist of documents) {
			if (checklist.kind !== 'checklist' || !isReported(checklist.file)) continue;
			const { file, excusedItems: exceptions } = checklist;
			for (const found of inItems(exceptions, checklistRoles(checklist, known), people))
				yield found === 'open'
					? { file, notEvaluated: withoutRegister(library.registers, 'people') }
					: { file, ...found };
		}
	},
};

/** A document is signed by others than who does its steps: what it allows itself needs nobody else. */
function isStanding({ judges }: JudgedWork): boolean {
	return judges.some(({ text }) => text === 'standing');
}

function* sameRole(
	{ name, judges, works }: JudgedWork,
	isSame: (a: string, b: string) => boolean,
): Generator<Problem> {
	for (const { text, path } of judges) {
		const own = works.find(({ doers }) => doers.some((doer) => isSame(doer, text)));
		if (own === undefined) continue;
		yield {
			place: { path },
			message: `${text} does ${own.name} and approves the exception ${name} to it`,
		};
	}
}

function* samePerson(
	exception: JudgedWork,
	registerRole: RegisterRoleOf,
	people: RoleHolders,
): Generator<Problem> {
	const own = ownJudgement(exception, registerRole, people);
	if (own === undefined) return;
	const { person, judges, doers, work } = own;
	yield {
		place: { path: exception.path },
		message: `${person} is the only ${judges} and the only ${doers}, and would approve the exception ${exception.name} to their own ${work.name}`,
		help: 'Give one of the two roles to somebody else in registers/people.yaml, or let another role approve it.',
	};
}

/** What only the SOPs that a checklist carries out can tell; `open` once where nobody knows who holds a role. */
function* inItems(
	exceptions: readonly JudgedWork[],
	roles: ChecklistRoles,
	people: RoleHolders | undefined,
): Generator<Problem | 'open'> {
	const given = new Set(roles.sops.flatMap((sop) => sop.roleInputs));
	let isOpen = false;
	for (const exception of exceptions) {
		const [hasProblem] = sameRole(exception, (a, b) => a === b);
		if (hasProblem !== undefined || isStanding(exception)) continue;
		const [follows] = exception.works.flatMap((work) => work.follows ?? []);
		const registerRole: RegisterRoleOf = (name) => {
			const role = roles.find(name, { follows });
			const mayBeAny = role === undefined && (roles.unknown !== undefined || given.has(name));
			return mayBeAny || role?.external ? 'nobody of ours' : role;
		};
		if (people === undefined) isOpen ||= needsHolders(exception, registerRole);
		else yield* samePerson(exception, registerRole, people);
	}
	if (isOpen) yield 'open';
}
