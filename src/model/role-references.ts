import type { Path } from '../diagnostics/path.ts';
import type { Checklist, Sop } from './documents.generated.ts';
import { references } from './graph/references.ts';
import { onceFor } from './once-for.ts';
import { rows } from './several.ts';

/** For what a document names a role. */
export type RoleUse =
	| 'does'
	| 'checks'
	| 'owns'
	| 'takes part'
	| 'is told'
	| 'approves'
	| 'is trained'
	| 'signs'
	| 'brings'
	| 'receives';

/** A role as a document names it. Of `brings` and `receives` one cannot tell whether a role is meant or somebody outside. */
export interface RoleReference {
	readonly name: string;
	readonly use: RoleUse;
	readonly path: Path;
}

/** Every place where an SOP or a checklist names a role, in the order of the format. */
export const roleReferences: (document: Sop & Checklist) => readonly RoleReference[] = onceFor((document) => [
	...allReferences(document),
]);

function* allReferences(document: Sop & Checklist): Generator<RoleReference> {
	yield* named(document.owner, 'owns', ['owner']);
	yield* matrixRoles(document);
	yield* stepRoles(document);
	yield* passedOn(document);
	for (const [index, checkpoint] of rows(document.quality).entries())
		yield* named(checkpoint?.by, 'checks', ['quality', index, 'by']);
	for (const [index, escalation] of rows(document.escalation).entries()) {
		for (const [level, told] of rows(escalation?.to).entries())
			yield* named(told?.role, 'is told', ['escalation', index, 'to', level, 'role']);
	}
	for (const [index, exception] of rows(document.exceptions).entries()) {
		for (const one of named(exception?.approved_by, 'approves', ['exceptions', index, 'approved_by']))
			if (one.name !== 'standing') yield one;
	}
	for (const [index, training] of rows(document.training).entries())
		yield* named(training?.for, 'is trained', ['training', index, 'for']);
	for (const [index, line] of rows(document.approval?.signatures).entries())
		yield* named(line?.role, 'signs', ['approval', 'signatures', index, 'role']);
}

const matrixKeys = ['responsible', 'accountable', 'consulted', 'informed'] as const;

function* matrixRoles(document: Sop): Generator<RoleReference> {
	for (const [index, row] of rows(document.raci).entries()) {
		for (const key of matrixKeys) yield* named(row?.[key], 'takes part', ['raci', index, key]);
	}
}

function* stepRoles(document: Sop & Checklist): Generator<RoleReference> {
	for (const [index, step] of rows(document.procedure).entries()) {
		yield* named(step?.by, 'does', ['procedure', index, 'by']);
		yield* named(step?.together, 'does', ['procedure', index, 'together']);
	}
	for (const [index, item] of rows(document.items).entries()) {
		yield* named(item?.by, 'does', ['items', index, 'by']);
		yield* named(item?.reviewed_by, 'checks', ['items', index, 'reviewed_by']);
	}
}

function* passedOn(document: Sop): Generator<RoleReference> {
	for (const [index, input] of rows(document.inputs).entries())
		yield* named(input?.from, 'brings', ['inputs', index, 'from']);
	for (const key of ['outputs', 'procedure'] as const) {
		for (const [index, row] of rows<{ readonly handoff?: { readonly to?: string | readonly string[] } }>(
			document[key],
		).entries())
			yield* named(row?.handoff?.to, 'receives', [key, index, 'handoff', 'to']);
	}
}

function* named(
	value: string | readonly string[] | undefined,
	use: RoleUse,
	path: Path,
): Generator<RoleReference> {
	for (const one of references(value, path))
		if (one.text !== '') yield { name: one.text, use, path: one.path };
}
