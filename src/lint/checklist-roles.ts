import type { DocumentSummary, RoleSummary } from '../model/document-summary.ts';
import type { DocumentsById } from './documents-by-id.ts';

/** What roles a checklist may name: those of section 4 of the SOP it executes. */
export interface ChecklistRoles {
	/** The SOP; undefined where the checklist executes none, or one that is not there or cannot be read. */
	readonly sop: DocumentSummary | undefined;
	/** What a name means: the role of that id, else the first that stands for that role of the register. */
	readonly find: (name: string) => RoleSummary | undefined;
}

/** The roles of the SOP that a checklist executes. */
export function checklistRoles(checklist: DocumentSummary, known: DocumentsById): ChecklistRoles {
	const executes = checklist.references.find(({ how }) => how === 'executes')?.id;
	const found = executes === undefined ? undefined : known.find(executes);
	const sop = found?.kind === 'sop' && found.known === 'whole' ? found : undefined;
	const roles = sop?.roles ?? [];
	return {
		sop,
		find: (name) =>
			roles.find((role) => role.name === name) ?? roles.find((role) => role.registerRole === name),
	};
}
