import type { Problem } from '../diagnostics/problem.ts';
import type { RaciRow, Sop, Step } from '../model/documents.generated.ts';
import { type Reference, references } from '../model/graph/references.ts';
import { nearest } from '../model/nearest.ts';
import { doersOf } from '../model/raci.ts';
import { isSameRole, roleInputs, type SectionRoles, sectionRoles } from '../model/section-roles.ts';
import { rows } from '../model/several.ts';

interface Known {
	readonly roles: SectionRoles;
	readonly inputs: ReadonlySet<string>;
	readonly steps: ReadonlyMap<string, Step>;
	/** Ids of the roles register; undefined where the library has none. */
	readonly registered: ReadonlySet<string> | undefined;
}

/** Where the rows of raci contradict one another, the steps or the roles. */
export function* raciConflicts(sop: Sop, registered: ReadonlySet<string> | undefined): Generator<Problem> {
	const known: Known = {
		roles: sectionRoles(sop),
		inputs: roleInputs(sop),
		// Of several steps that share an id, which procedure/duplicate-id reports, the first.
		steps: new Map([...rows(sop.procedure)].reverse().flatMap((step) => (step.id ? [[step.id, step]] : []))),
		registered,
	};
	const accountable = new Map<string, string>();
	for (const [index, row] of rows(sop.raci).entries()) {
		yield* unknownNames(row, index, known);
		yield* severalAccountable(row, index, known.roles, accountable);
		yield* otherDoers(row, index, known);
	}
}

const keys = ['responsible', 'accountable', 'consulted', 'informed'] as const;

function* unknownNames(row: RaciRow, index: number, known: Known): Generator<Problem> {
	for (const { text, path } of named(row.steps, ['raci', index, 'steps'])) {
		if (known.steps.has(text)) continue;
		yield unknown(path, `This row names "${text}", which is no step`, nearest(text, known.steps.keys()));
	}
	// A library without a register takes roles outside section 4 as they are.
	if (known.registered === undefined) return;
	for (const key of keys) {
		for (const { text, path } of named(row[key], ['raci', index, key])) {
			if (known.roles.find(text) || known.inputs.has(text) || known.registered.has(text)) continue;
			const names = [...known.roles.all.map((role) => role.name), ...known.registered];
			const message = `This row names the role "${text}", which is neither in section 4 nor in the roles register`;
			yield unknown(path, message, nearest(text, names));
		}
	}
}

/** `before` holds who is accountable for each step by the rows above. */
function* severalAccountable(
	row: RaciRow,
	index: number,
	roles: SectionRoles,
	before: Map<string, string>,
): Generator<Problem> {
	const help = 'Leave one; the other can be `consulted` or `informed`.';
	const [first, ...others] = named(row.accountable, ['raci', index, 'accountable']);
	if (first === undefined) return;
	const second = others.find((one) => !isSameRole(roles, one.text, first.text));
	if (second !== undefined) {
		const message = `${first.text} and ${second.text} are both accountable for ${subjectOf(row)}`;
		yield { place: { path: second.path }, message, help };
	}
	const steps = named(row.steps, []).map((one) => one.text);
	const shared = steps.find((step) => !isSameRole(roles, before.get(step) ?? first.text, first.text));
	if (shared !== undefined) {
		const message = `${first.text} is accountable for the step ${shared}, and so is ${before.get(shared)} by a row above`;
		yield { place: { path: first.path }, message, help };
	}
	for (const step of steps) if (!before.has(step)) before.set(step, first.text);
}

function* otherDoers(row: RaciRow, index: number, { roles, inputs, steps }: Known): Generator<Problem> {
	for (const { text, path } of named(row.responsible, ['raci', index, 'responsible'])) {
		for (const { text: step } of named(row.steps, [])) {
			const doers = doersOf(steps.get(step) ?? {});
			// An input tells its role only when it is given.
			if (doers.length === 0 || doers.some((doer) => inputs.has(doer))) continue;
			if (doers.some((doer) => isSameRole(roles, doer, text))) continue;
			yield {
				place: { path },
				message: `${text} is said to be responsible for the step ${step}, which ${doers.join(' or ')} does`,
				help: 'Take `responsible` out: it follows from `by`. Or mend `by` of the step.',
			};
			break;
		}
	}
}

function named(value: string | readonly string[] | undefined, path: Reference['path']): readonly Reference[] {
	return references(value, path).filter((one) => one.text !== '');
}

function subjectOf(row: RaciRow): string {
	const steps = named(row.steps, []).map((one) => one.text);
	if (steps.length === 0) return row.activity ?? 'this activity';
	return `the ${steps.length === 1 ? 'step' : 'steps'} ${steps.join(', ')}`;
}

function unknown(path: Reference['path'], message: string, near: string | undefined): Problem {
	return { place: { path }, message, ...(near === undefined ? {} : { help: `Did you mean ${near}?` }) };
}
