import type { CellReading, ConditionForm, ConditionNote } from './condition.ts';
import { domainProblem, domainSet } from './domain-set.ts';
import type { InputDomain } from './input-domain.ts';
import { readCondition } from './read-condition.ts';
import type { UnaryTestParser, UnaryTestReading } from './unary-test-parser.ts';
import type { ValueSet } from './value-set.ts';

/** One branch of a decision, as far as it can be analysed. */
export interface Row {
	/** Its place among the branches, from 0. */
	readonly index: number;
	/** `tests`: over the inputs; `prose`: in words; `otherwise`: all that is left; `none`: it states no condition. */
	readonly kind: 'tests' | 'prose' | 'otherwise' | 'none';
	/** Per input the values that pass, null where that is not known. Empty but for `tests`. */
	readonly cells: readonly (ValueSet | null)[];
	/** The condition as written, less case and spaces: equal wording is an equal condition. */
	readonly wording: string;
}

/** A note about one branch; its path starts at the branch. */
export interface RowNote extends ConditionNote {
	readonly row: number;
}

/** One input of a decision. */
export interface Column {
	readonly input: InputDomain;
	/** All values it can take. */
	readonly whole: ValueSet;
}

/** A decision as a table: one column an input, one row a branch. */
export interface DecisionTable {
	readonly columns: readonly Column[];
	readonly rows: readonly Row[];
	/** Tests that are wrong: they do not parse, do not fit their input, or let no value pass. */
	readonly problems: readonly RowNote[];
	/** Tests that are in order and cannot be analysed. */
	readonly opaque: readonly RowNote[];
	/** Why the inputs themselves do not allow a check, as it follows "not evaluated:"; else null. */
	readonly notEvaluated: string | null;
}

/**
 * Reads the branches of a decision over its inputs. `parse` reads FEEL: without it every `test` is left opaque.
 * `names` are the ids of all inputs that a test may name.
 */
export function readDecisionTable(
	inputs: readonly InputDomain[],
	branches: readonly ConditionForm[],
	parse?: UnaryTestParser,
	names?: readonly string[],
): DecisionTable {
	const rows: Row[] = [];
	const problems: RowNote[] = [];
	const opaque: RowNote[] = [];
	const parseOnce = parse === undefined ? undefined : remember(parse);
	branches.forEach((branch, index) => {
		const condition = readCondition(branch, inputs, parseOnce, names);
		rows.push({
			index,
			kind: condition.kind,
			cells: condition.cells.map(({ set }) => set),
			wording: condition.wording,
		});
		const noted = (key: 'problems' | 'opaque') =>
			condition.cells.flatMap((cell: CellReading) => cell[key].map((note) => ({ row: index, ...note })));
		problems.push(...noted('problems'));
		opaque.push(...noted('opaque'));
	});
	const columns = inputs.map((input) => ({ input, whole: domainSet(input) }));
	return { columns, rows, problems, opaque, notEvaluated: whyUnusable(inputs) };
}

/** A column holds the same few tests again and again. */
function remember(parse: UnaryTestParser): UnaryTestParser {
	const known = new Map<InputDomain, Map<string, UnaryTestReading>>();
	return (text, domain, names) => {
		const ofDomain = known.get(domain) ?? new Map<string, UnaryTestReading>();
		known.set(domain, ofDomain);
		const reading = ofDomain.get(text) ?? parse(text, domain, names);
		ofDomain.set(text, reading);
		return reading;
	};
}

function whyUnusable(inputs: readonly InputDomain[]): string | null {
	if (inputs.length === 0) return 'the decision names no input';
	return inputs.map(domainProblem).find((problem) => problem !== null) ?? null;
}

/** Whether any form holds a `test`, so that the FEEL grammar must be loaded. */
export function hasUnaryTests(forms: readonly ConditionForm[]): boolean {
	return forms.some((form) => form.test !== undefined);
}
