import { sections } from '../sections.ts';
import type { DocumentChange } from './document-change.ts';

/** Changes that belong under one heading. */
export interface ChangeGroup {
	/** `Header`, `7 Procedure`; the items of a checklist have no number. */
	readonly name: string;
	readonly changes: readonly DocumentChange[];
}

/** The changes by section, in the order in which the sections first come up. */
export function changeGroups(changes: readonly DocumentChange[]): readonly ChangeGroup[] {
	const groups = new Map<string, DocumentChange[]>();
	for (const change of changes) {
		const name = groupOf(change);
		const group = groups.get(name);
		if (group === undefined) groups.set(name, [change]);
		else group.push(change);
	}
	return [...groups].map(([name, ofGroup]) => ({ name, changes: ofGroup }));
}

function groupOf({ section, path }: DocumentChange): string {
	const known = sections.find(({ number }) => number === section);
	if (known !== undefined) return `${known.number} ${known.short}`;
	if (path.length === 0) return 'Document';
	if (path[0] === 'items') return 'Items';
	return String(path[0]).startsWith('x-') ? 'Own keys' : 'Header';
}
