import { rows } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';
import type { FileSubject } from '../../subject.ts';
import { unknownFunctionProblem } from '../../unknown-function-problem.ts';

export const unknownFunction: FileRule = {
	name: 'register/unknown-function',
	severity: 'error',
	summary: 'An activity or a role belongs to a function that is neither standard nor added by the config.',
	why: 'Coverage is counted by function. An activity of a function that nobody knows is missing where its gaps would be seen.',
	remedy:
		'Write a function that there is, or add it under `functions` in sop.config.yaml. An activity without `function` belongs to that before the first dot of its id.',
	points: 'At the function; where an activity names none, at its id.',
	clauses: ['iso-9001 7.5.1'],
	silenceable: false,
	scope: 'file',
	kinds: ['activities', 'roles'],
	examples: { bad: activityCalled('finances.payroll'), good: activityCalled('finance.payroll') },
	*check(subject) {
		for (const { name, key, index, what } of functionsIn(subject)) {
			const problem = unknownFunctionProblem(name, what, subject.library.config);
			if (problem !== undefined) yield { place: { path: [subject.kind, index, key] }, ...problem };
		}
	},
};

interface NamedFunction {
	readonly name: string;
	readonly key: 'function' | 'id';
	readonly index: number;
	readonly what: string;
}

function* functionsIn({ kind, checked }: FileSubject): Generator<NamedFunction> {
	const list: unknown =
		typeof checked === 'object' && checked !== null ? Reflect.get(checked, kind) : undefined;
	// Each entry passed the schema of its register; any key may be absent.
	const entries = rows(list as readonly { readonly id?: string; readonly function?: string }[] | undefined);
	const isActivity = kind === 'activities';
	for (const [index, { id, function: name }] of entries.entries()) {
		const what = `The ${isActivity ? 'activity' : 'role'} ${id ?? index + 1}`;
		if (name !== undefined) yield { name, key: 'function', index, what };
		else if (isActivity && id !== undefined) yield { name: id.split('.')[0] ?? id, key: 'id', index, what };
	}
}

function activityCalled(id: string): string {
	return `# file: registers/activities.yaml\nformat: 1\nactivities:\n  - id: ${id}\n    name: Payroll\n`;
}
