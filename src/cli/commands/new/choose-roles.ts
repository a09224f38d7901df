import type { OpenLibrary } from '../../../library/open-library.ts';
import { rows } from '../../../model/several.ts';
import type { DraftRole } from '../../../scaffold/draft.ts';

/** The roles that a new document names. */
export interface ChosenRoles {
	readonly owner: DraftRole;
	readonly performer: DraftRole;
	readonly approver: DraftRole;
}

/** Takes roles from the register where there is one, so that they are known; what nobody chose is to be confirmed. */
export function chooseRoles(library: OpenLibrary, ownerAsked: string | undefined, part: string): ChosenRoles {
	const register = rows(library.registers.roles?.roles);
	const isRegistered = (id: string) => register.length === 0 || register.some((role) => role.id === id);
	const isPerson = rows(library.registers.people?.people).some(({ id }) => id === ownerAsked);
	const ofPart = register.filter((role) => role.function === part || role.function === undefined);
	const first = (not: string | undefined, usual: string): string => {
		if (isRegistered(usual) && usual !== not) return usual;
		return [...ofPart, ...register].find(({ id }) => id !== undefined && id !== not)?.id ?? usual;
	};
	const asked =
		ownerAsked === undefined ? undefined : { id: registeredId(register, ownerAsked), proposed: false };
	const owner = asked ?? { id: first(undefined, 'process-owner'), proposed: true };
	const approver = isPerson ? { id: first(undefined, 'process-owner'), proposed: true } : owner;
	const usual = approver.id === 'performer' ? 'doer' : 'performer';
	return { owner, approver, performer: { id: first(approver.id, usual), proposed: true } };
}

/** A role typed by its name or in other case is the role of the register. */
function registeredId(
	register: readonly { readonly id?: string; readonly name?: string }[],
	asked: string,
): string {
	const wanted = asked.toLowerCase();
	const found = register.find(
		({ id, name }) => id?.toLowerCase() === wanted || name?.toLowerCase() === wanted,
	);
	return found?.id ?? asked;
}
