import type { ItemSummary } from '../../../model/document-summary.ts';
import { withoutRegister } from '../../../model/registers.ts';
import { holdersOn, type RoleHolders } from '../../../model/role-holders.ts';
import { type ChecklistRoles, checklistRoles } from '../../checklist-roles.ts';
import { documentsById } from '../../documents-by-id.ts';
import { nameOfItem } from '../../item-name.ts';
import type { LibraryProblem, LibraryRule } from '../../rule.ts';

export const reviewerIsDoer: LibraryRule = {
	name: 'checklist/reviewer-is-doer',
	severity: 'error',
	summary:
		'An item is reviewed by the role that does it, or one person is the only one who holds the role that does it and the role that reviews it.',
	why: 'Nobody finds their own mistakes, and a review of one’s own work is no evidence to an auditor.',
	remedy: 'Name another role under `reviewed_by`, one that another person holds.',
	points: 'At the reviewer.',
	clauses: ['sox AS 2201.44', 'coso Principle 10', 'soc-2 CC5.3'],
	scope: 'library',
	examples: { bad: example('clerk'), good: example('controller') },
	*check({ documents, library }) {
		const known = documentsById(documents);
		const holders = library.registers.people && holdersOn(library.registers.people, library.today);
		for (const checklist of documents) {
			if (checklist.kind !== 'checklist') continue;
			const roles = checklistRoles(checklist, known);
			let isOpen = false;
			for (const [index, item] of checklist.items.entries()) {
				const problems = [...sameRole(item, index, roles)];
				yield* problems.map((problem) => ({ file: checklist.file, ...problem }));
				if (problems.length > 0) continue;
				isOpen ||= item.by.length > 0 && item.reviewedBy.length > 0;
				if (holders === undefined) continue;
				const problem = samePerson(item, index, roles, holders);
				if (problem !== undefined) yield { file: checklist.file, ...problem };
			}
			if (isOpen && holders === undefined)
				yield { file: checklist.file, notEvaluated: withoutRegister(library.registers, 'people') };
		}
	},
};

type Problem = Omit<LibraryProblem, 'file'>;

function* sameRole(item: ItemSummary, index: number, roles: ChecklistRoles): Generator<Problem> {
	const called = (name: string) => roles.find(name, item)?.name ?? name;
	const doers = new Map(item.by.map(({ text }) => [called(text), text]));
	for (const { text: reviewer, path } of item.reviewedBy) {
		const doer = doers.get(called(reviewer));
		if (doer === undefined) continue;
		const also = doer === reviewer ? '' : `, who is ${doer}`;
		yield {
			place: { path },
			message: `${nameOfItem(item, index)} is done and reviewed by ${reviewer}${also}`,
		};
	}
}

function samePerson(
	item: ItemSummary,
	index: number,
	roles: ChecklistRoles,
	holders: RoleHolders,
): Problem | undefined {
	const people = (names: readonly string[]) =>
		new Set(names.flatMap((name) => holders.get(roles.find(name, item)?.registerRole ?? name) ?? []));
	const does = item.by.map(({ text }) => text);
	const reviews = item.reviewedBy.map(({ text }) => text);
	const [doers, reviewers] = [people(does), people(reviews)];
	const [person] = doers;
	if (person === undefined || doers.size !== 1 || reviewers.size !== 1 || !reviewers.has(person))
		return undefined;
	return {
		place: { path: [...item.path, 'reviewed_by'] },
		message: `${nameOfItem(item, index)} can only be done and reviewed by one and the same person: ${person} alone holds ${does.join(' and ')} as well as ${reviews.join(' and ')}`,
	};
}

function example(reviewer: string): string {
	return [
		'items:',
		'  - id: pay',
		'    do: Pay what is due this week.',
		'    by: clerk',
		'    done_when: No open invoice is past its due day.',
		'    on_exception: ledger-closed',
		`    reviewed_by: ${reviewer}`,
	].join('\n');
}
