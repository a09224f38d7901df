import type { Path } from '../../diagnostics/path.ts';
import type { CellReading, ConditionForm, ConditionNote } from './condition.ts';
import type { InputDomain } from './input-domain.ts';
import { hasPlainKeys, readPlainKeys } from './plain-keys.ts';
import type { TestProblem, UnaryTestParser } from './unary-test-parser.ts';
import { isEmpty } from './value-set.ts';

/** What one branch form asks of its inputs. */
export interface Condition {
	readonly kind: 'tests' | 'prose' | 'otherwise' | 'none';
	/** One an input for `tests`, else none. */
	readonly cells: readonly CellReading[];
	/** The condition as written, less case and spaces. */
	readonly wording: string;
}

/** Reads one branch form over its inputs: see `readDecisionTable`. */
export function readCondition(
	form: ConditionForm,
	inputs: readonly InputDomain[],
	parse?: UnaryTestParser,
	names?: readonly string[],
): Condition {
	if (form.otherwise !== undefined) return { kind: 'otherwise', cells: [], wording: 'otherwise' };
	if (form.if !== undefined) return { kind: 'prose', cells: [], wording: condense(`if ${String(form.if)}`) };
	if (form.test !== undefined) {
		const tests: readonly unknown[] = Array.isArray(form.test) ? form.test : [form.test];
		const wording = `test ${tests.map((test) => String(test).trim()).join(' | ')}`;
		const listed = Array.isArray(form.test);
		const counted = tests.length === inputs.length || inputs.length === 0;
		const cells = counted
			? inputs.map((input, index) =>
					readTest(tests[index], input, listed ? ['test', index] : ['test'], parse, names),
				)
			: unread(inputs, miscounted(tests.length, inputs.length));
		return { kind: 'tests', cells, wording };
	}
	if (!hasPlainKeys(form)) return { kind: 'none', cells: [], wording: '' };
	const { below, at_least, at_most, above, is } = form;
	const wording = JSON.stringify({ below, at_least, at_most, above, is });
	const [input, another] = inputs;
	if (input === undefined) return { kind: 'tests', cells: [], wording };
	if (another === undefined) return { kind: 'tests', cells: [readPlainKeys(form, input)], wording };
	return { kind: 'tests', cells: unread(inputs, plainOverSeveral), wording };
}

const plainOverSeveral: ConditionNote = {
	path: [],
	message: 'below, at_least, at_most, above and is are about one input, and this decision has several',
	help: 'Write test: with one FEEL test for each input, and "-" for any value',
};

function readTest(
	written: unknown,
	input: InputDomain,
	path: Path,
	parse: UnaryTestParser | undefined,
	names: readonly string[] | undefined,
): CellReading {
	const text = typeof written === 'string' ? written : String(written);
	const reading = parse?.(text, input, names);
	if (reading === undefined)
		return { set: null, problems: [], opaque: [{ path, message: 'FEEL tests were not read' }] };
	const place = ({ at, ...rest }: TestProblem): ConditionNote => ({ path, within: at, ...rest });
	if (reading.kind === 'invalid') return { set: null, problems: reading.problems.map(place), opaque: [] };
	if (reading.kind === 'opaque')
		return { set: null, problems: [], opaque: [{ path, within: reading.at, message: reading.reason }] };
	if (!isEmpty(reading.set)) return { set: reading.set, problems: [], opaque: [] };
	return {
		set: null,
		problems: [{ path, message: `No value of ${input.name} passes this test` }],
		opaque: [],
	};
}

/** One note for the whole row, and no set for any of its inputs. */
function unread(inputs: readonly InputDomain[], note: ConditionNote): CellReading[] {
	return inputs.map((_, index) => ({ set: null, problems: index === 0 ? [note] : [], opaque: [] }));
}

function miscounted(tests: number, inputs: number): ConditionNote {
	return {
		path: ['test'],
		message: `${count(tests, 'test')} for ${count(inputs, 'input')}`,
		help: 'Write one test for each input, in their order, and "-" for any value',
	};
}

function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function condense(text: string): string {
	return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
