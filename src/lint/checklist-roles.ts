import type { DocumentSummary, ItemSummary, RoleSummary } from '../model/document-summary.ts';
import type { DocumentsById } from './documents-by-id.ts';

/** What roles a checklist may name: those of section 4 of the SOPs that it carries out. */
export interface ChecklistRoles {
	/** Whether it executes an SOP as a whole: then who does and checks must be of section 4, as in the SOP itself. */
	readonly executes: boolean;
	/** The SOPs that could be read: first the one it executes, then those that its items follow. */
	readonly sops: readonly DocumentSummary[];
	/** Why the roles of some SOP are not known, as it follows "not evaluated:"; undefined where all are. */
	readonly unknown: string | undefined;
	/**
	 * What a name means: the role of that id, else the first that stands for that role of the register. The SOP that is
	 * executed goes before the one that the item follows, and that one before those of other items.
	 */
	readonly find: (name: string, item?: Pick<ItemSummary, 'follows'>) => RoleSummary | undefined;
}

/** The roles of the SOPs that a checklist carries out. */
export function checklistRoles(checklist: DocumentSummary, known: DocumentsById): ChecklistRoles {
	const executes = checklist.references.find(({ how }) => how === 'executes')?.id;
	const follows = checklist.references.flatMap(({ how, id }) => (how === 'follows' ? [id] : []));
	const ids = [...new Set(executes === undefined ? follows : [executes, ...follows])];
	const sops = ids.flatMap((id) => {
		const found = known.find(id);
		return found?.kind === 'sop' && found.known === 'whole' ? [found] : [];
	});
	const causes = ids.flatMap((id) => whyUnknown(known.find(id)) ?? []);
	return {
		executes: executes !== undefined,
		sops,
		unknown: causes[0],
		find: (name, item) => {
			const rank = ({ id }: DocumentSummary) => (id === executes ? 0 : id === item?.follows ? 1 : 2);
			const inOrder = [...sops].sort((a, b) => rank(a) - rank(b));
			for (const { roles } of inOrder) {
				const found =
					roles.find((role) => role.name === name) ?? roles.find((role) => role.registerRole === name);
				if (found !== undefined) return found;
			}
			return undefined;
		},
	};
}

function whyUnknown(found: DocumentSummary | undefined): string | undefined {
	if (found === undefined) return 'an SOP that a checklist carries out is not in the library';
	if (found.kind !== 'sop') return 'what a checklist carries out is not an SOP';
	if (found.known !== 'whole') return 'an SOP that a checklist carries out cannot be read';
	if (found.rolesBroken) return 'section 4 of an SOP that a checklist carries out has a wrong form';
	return found.roles.length === 0 ? 'an SOP that a checklist carries out names no roles' : undefined;
}
