import type { Path } from '../diagnostics/path.ts';
import type { CannotEvaluate } from '../diagnostics/problem.ts';
import type { DocumentSummary, ItemSummary } from '../model/document-summary.ts';
import type { Reference } from '../model/graph/references.ts';
import type { RegisteredNames } from '../model/registered-names.ts';
import type { RoleHolders } from '../model/role-holders.ts';
import type { ChecklistRoles } from './checklist-roles.ts';
import { nameOfItem } from './item-name.ts';

/** A role that nobody holds, where the first item that needs it names it. */
export interface UnheldInItem {
	readonly path: Path;
	/** As the register calls it. */
	readonly role: string;
	/** As a message calls it: `the item cutoff`. */
	readonly item: string;
}

/** Whether somebody holds a role: `not judged` where another rule reports the name, or it is nobody of ours. */
type Holding = 'held' | 'not judged' | 'not known' | { readonly unheld: string };

/** Roles that items of a checklist need, as doer or reviewer, and that nobody holds; each once. */
export function* unheldInItems(
	checklist: DocumentSummary,
	roles: ChecklistRoles,
	registers: RegisteredNames,
	holders: RoleHolders | undefined,
): Generator<UnheldInItem | CannotEvaluate> {
	const given = new Set(roles.sops.flatMap((sop) => sop.roleInputs));
	const holding = (name: string, item: ItemSummary): Holding => {
		const role = roles.find(name, item);
		if (role === undefined && given.has(name)) return 'not judged';
		if (role === undefined && roles.unknown !== undefined) return 'not known';
		const isTaken = registers.roles?.has(name) ?? !roles.executes;
		const isUndefined = role === undefined && !isTaken;
		if (isUndefined || role?.external) return 'not judged';
		const registerRole = role?.registerRole ?? name;
		return (holders?.get(registerRole)?.length ?? 0) > 0 ? 'held' : { unheld: registerRole };
	};
	const reported = new Set<string>();
	let unknown: string | undefined;
	for (const [index, item] of checklist.items.entries()) {
		for (const named of [item.by, item.reviewedBy]) {
			const found = lacking(named, (name) => holding(name, item));
			if (found === 'not known') unknown ??= roles.unknown;
			if (typeof found !== 'object' || reported.has(found.role)) continue;
			reported.add(found.role);
			if (holders !== undefined)
				yield { ...found, item: item.id === undefined ? nameOfItem(item, index) : `the item ${item.id}` };
		}
	}
	if (unknown !== undefined) yield { notEvaluated: unknown };
	if (holders === undefined && reported.size > 0) yield { notEvaluated: registers.withoutPeople };
}

/** Of several that may do it one is enough; where one may be held and cannot be judged, nothing is lacking for sure. */
function lacking(
	named: readonly Reference[],
	holding: (name: string) => Holding,
): Omit<UnheldInItem, 'item'> | 'not known' | undefined {
	const all = named.map(({ text, path }) => ({ path, is: holding(text) }));
	if (all.some(({ is }) => is === 'held' || is === 'not judged')) return undefined;
	if (all.some(({ is }) => is === 'not known')) return 'not known';
	const [first] = all;
	return first && typeof first.is === 'object' ? { path: first.path, role: first.is.unheld } : undefined;
}
