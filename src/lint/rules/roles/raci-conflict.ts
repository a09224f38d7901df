import type { Problem } from '../../../diagnostics/problem.ts';
import type { RaciRow, Sop, Step } from '../../../model/documents.generated.ts';
import { type Reference, references } from '../../../model/graph/references.ts';
import { nearest } from '../../../model/nearest.ts';
import { doersOf } from '../../../model/raci.ts';
import { isSameRole, roleInputs, type SectionRoles, sectionRoles } from '../../../model/section-roles.ts';
import { rows } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';

export const raciConflict: FileRule = {
	name: 'roles/raci-conflict',
	severity: 'error',
	summary:
		'A row of raci contradicts: two are accountable for one step, it names an unknown step or role, or its responsible is not who does the step.',
	why: 'Where two answer for one thing, each relies on the other. A matrix that says something else than the steps cannot be followed.',
	remedy: 'Leave one accountable role for each step, and name steps and roles as sections 4 and 7 do.',
	points: 'At the name that contradicts.',
	clauses: ['soc-2 CC5.3'],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: `roles:
  - id: clerk
    duty: Checks and enters the invoice
  - id: controller
    duty: Releases the payment and answers for it
"raci":
  - steps:
      - release
    accountable:
      - controller
      - clerk
`,
		good: `roles:
  - id: clerk
    duty: Checks and enters the invoice
  - id: controller
    duty: Releases the payment and answers for it
"raci":
  - steps:
      - release
    accountable: controller
    informed: clerk
`,
	},
	*check({ sop, library }) {
		if (sop === undefined) return;
		const registered =
			library.registers.roles && rows(library.registers.roles.roles).map((role) => role.id ?? '');
		const matrix = new Matrix(sop, registered);
		for (const [index, row] of rows(sop.raci).entries()) {
			yield* matrix.unknownNames(row, index);
			yield* matrix.severalAccountable(row, index);
			yield* matrix.otherDoers(row, index);
		}
	},
};

const keys = ['responsible', 'accountable', 'consulted', 'informed'] as const;

/** The rows of raci while they are gone through, with what earlier rows said. */
class Matrix {
	readonly #roles: SectionRoles;
	readonly #inputs: ReadonlySet<string>;
	readonly #steps: ReadonlyMap<string, Step>;
	readonly #registered: ReadonlySet<string> | undefined;
	readonly #accountable = new Map<string, string>();

	constructor(sop: Sop, registered: readonly string[] | undefined) {
		this.#roles = sectionRoles(sop);
		this.#inputs = roleInputs(sop);
		this.#steps = new Map(rows(sop.procedure).flatMap((step) => (step.id ? [[step.id, step]] : [])));
		this.#registered = registered && new Set(registered);
	}

	*unknownNames(row: RaciRow, index: number): Generator<Problem> {
		for (const { text, path } of named(row.steps, ['raci', index, 'steps'])) {
			if (this.#steps.has(text)) continue;
			yield unknown(path, `This row names "${text}", which is no step`, nearest(text, this.#steps.keys()));
		}
		// A library without a register takes roles outside section 4 as they are.
		if (this.#registered === undefined) return;
		for (const key of keys) {
			for (const { text, path } of named(row[key], ['raci', index, key])) {
				if (this.#roles.find(text) || this.#inputs.has(text) || this.#registered.has(text)) continue;
				const names = [...this.#roles.all.map((role) => role.name), ...this.#registered];
				const message = `This row names the role "${text}", which is neither in section 4 nor in the roles register`;
				yield unknown(path, message, nearest(text, names));
			}
		}
	}

	*severalAccountable(row: RaciRow, index: number): Generator<Problem> {
		const [first, ...others] = named(row.accountable, ['raci', index, 'accountable']);
		if (first === undefined) return;
		const second = others.find((one) => !isSameRole(this.#roles, one.text, first.text));
		if (second !== undefined) {
			yield {
				place: { path: second.path },
				message: `${first.text} and ${second.text} are both accountable for ${subjectOf(row)}`,
				help: `Leave one; the other can be \`consulted\` or \`informed\`.`,
			};
		}
		for (const { text: step } of named(row.steps, [])) {
			const before = this.#accountable.get(step);
			if (before === undefined) this.#accountable.set(step, first.text);
			else if (!isSameRole(this.#roles, before, first.text)) {
				yield {
					place: { path: first.path },
					message: `${first.text} is accountable for the step ${step}, and so is ${before} by a row above`,
					help: 'Leave one; the other can be `consulted` or `informed`.',
				};
			}
		}
	}

	*otherDoers(row: RaciRow, index: number): Generator<Problem> {
		for (const { text, path } of named(row.responsible, ['raci', index, 'responsible'])) {
			for (const { text: step } of named(row.steps, [])) {
				const doers = doersOf(this.#steps.get(step) ?? {});
				if (doers.length === 0 || doers.some((doer) => this.#inputs.has(doer))) continue;
				if (doers.some((doer) => isSameRole(this.#roles, doer, text))) continue;
				yield {
					place: { path },
					message: `${text} is said to be responsible for the step ${step}, which ${doers.join(' or ')} does`,
					help: 'Take `responsible` out: it follows from `by`. Or mend `by` of the step.',
				};
				break;
			}
		}
	}
}

function named(
	value: string | readonly string[] | undefined,
	path: (string | number)[],
): readonly Reference[] {
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
