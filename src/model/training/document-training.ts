import type { Checklist, Sop } from '../documents.generated.ts';
import { parseDuration } from '../duration.ts';
import type { ReadingProblem } from '../read-document.ts';
import { roleInputs, type SectionRoles, sectionRoles } from '../section-roles.ts';
import { rows, several } from '../several.ts';
import { versionText } from '../version-number.ts';

/** A row of section 12, for one of its roles. */
export interface TrainingNeed {
	/** The role of the register. */
	readonly role: string;
	readonly what: string | undefined;
	readonly how: string | undefined;
	/** After what time it is repeated, as written; undefined where once is enough. */
	readonly every: string | undefined;
}

/** What a step or item asks of people: somebody of each line has to be there. */
export interface PerformedStep {
	readonly id: string;
	/** Of each line any of the roles will do; `by` makes one line, `together` one for each of its roles. */
	readonly lines: readonly (readonly string[])[];
}

/** What one text of a document says about training: all that is needed of it, so that the text need not stay in memory. */
export interface DocumentTraining {
	readonly needs: readonly TrainingNeed[];
	readonly steps: readonly PerformedStep[];
	/** Section 4: what steps call a role, and the role of the register; null for one outside. */
	readonly roles: readonly (readonly [name: string, registerRole: string | null])[];
	/** Rows of section 14: whether each says that people must be trained again; undefined where it does not say. */
	readonly changes: readonly { readonly version: string; readonly retrain: boolean | undefined }[];
	/** Why it cannot be told who must be trained; null where it can. */
	readonly notEvaluated: string | null;
}

/** Reads what an SOP says about training. Roles outside are left out: nobody of ours holds them. */
export function documentTraining(
	sop: Sop & Checklist,
	problems: readonly ReadingProblem[] = [],
): DocumentTraining {
	const roles = sectionRoles(sop);
	return {
		needs: rows(sop.training).flatMap((row) =>
			registerRoles(several(row?.for), roles).map((role) => ({
				role,
				what: row.what,
				how: row.how,
				every: row.every,
			})),
		),
		steps: performedSteps(sop, roles),
		roles: roles.all.map(({ name, registerRole, external }) => [name, external ? null : registerRole]),
		changes: rows(sop.change_log).flatMap((row) => {
			const version = versionText(row?.version);
			return version === undefined ? [] : [{ version, retrain: row.retrain }];
		}),
		notEvaluated: whyNot(sop, problems),
	};
}

function performedSteps(sop: Sop, roles: SectionRoles): readonly PerformedStep[] {
	const inputs = roleInputs(sop);
	return rows(sop.procedure).flatMap((step) => {
		if (!step?.id) return [];
		const together = several(step.together).map((name) => [name]);
		const any = [...new Set(several(step.by))].filter((name) => name !== '');
		const lines = [...(any.length > 0 ? [any] : []), ...together]
			// Whoever an input names comes with each run: nobody can tell beforehand.
			.filter((names) => !names.some((name) => inputs.has(name) || roles.find(name)?.external === true))
			.map((names) => registerRoles(names, roles));
		return lines.length === 0 ? [] : [{ id: step.id, lines }];
	});
}

function registerRoles(names: readonly string[], roles: SectionRoles): readonly string[] {
	const found = names.flatMap((name) => {
		const role = roles.find(name);
		return role?.external === true ? [] : [role?.registerRole ?? name];
	});
	return [...new Set(found)];
}

function whyNot(sop: Sop, problems: readonly ReadingProblem[]): string | null {
	const broken = problems.some(
		({ rule, place }) =>
			rule === 'document/schema' && 'path' in place && ['training', 'roles'].includes(String(place.path[0])),
	);
	if (broken) return 'its sections 4 and 12 cannot be trusted: sop lint shows what is wrong with them';
	const unread = rows(sop.training).find(
		(row) => row?.every !== undefined && parseDuration(row.every) === undefined,
	);
	return unread === undefined ? null : `"${unread.every}" in section 12 is no duration`;
}
