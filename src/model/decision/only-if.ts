import type { Path } from '../../diagnostics/path.ts';
import type { ConditionForm } from './condition.ts';
import { type DecisionTable, readDecisionTable } from './decision-table.ts';
import type { InputDomain } from './input-domain.ts';
import type { UnaryTestParser } from './unary-test-parser.ts';

/** A branch form with the inputs it is about. */
export interface NamedForm extends ConditionForm {
	readonly input?: string;
	readonly inputs?: readonly string[];
}

/** What `only_if` may hold: words, one form, or `any` of several. */
export type OnlyIf = string | (NamedForm & { readonly any?: readonly NamedForm[] });

/** One form of an `only_if`, as a table with one row. */
export interface ReadForm {
	/** From the condition on: `[]`, or `['any', 1]`. Paths of notes go on from here. */
	readonly path: Path;
	/** Names that are no inputs; then there is no table. */
	readonly unknownInputs: readonly string[];
	readonly table: DecisionTable | null;
}

/** Reads the forms of an `only_if`, of which any must hold; none where it is in words. */
export function readOnlyIf(
	condition: OnlyIf,
	inputs: ReadonlyMap<string, InputDomain>,
	parse?: UnaryTestParser,
): ReadForm[] {
	return formsOf(condition).map(({ path, form }) => {
		const names = form.inputs ?? (form.input === undefined ? [] : [form.input]);
		const domains = names.map((name) => inputs.get(name)).filter((domain) => domain !== undefined);
		const unknownInputs = names.filter((name) => !inputs.has(name));
		const table =
			unknownInputs.length > 0 ? null : readDecisionTable(domains, [form], parse, [...inputs.keys()]);
		return { path, unknownInputs, table };
	});
}

/** The forms of an `only_if` as written, each with its path from the condition on. */
export function formsOf(condition: OnlyIf): { readonly path: Path; readonly form: NamedForm }[] {
	if (typeof condition === 'string') return [];
	if (condition.any === undefined) return [{ path: [], form: condition }];
	return condition.any.map((form, index) => ({ path: ['any', index], form }));
}
