import type { Branch, Condition, ConditionForm, Decision } from '../../model/documents.generated.ts';
import { several } from '../../model/several.ts';

const limits = ['at_least', 'above', 'at_most', 'below'] as const;

/** A condition in words: `amount at least 10 and below 20`. Undefined where there is none. */
export function conditionWords(condition: Condition | undefined): string | undefined {
	if (condition === undefined || typeof condition === 'string') return condition;
	const forms = condition.any ?? [condition];
	const inputs = namesOf(condition);
	return forms.map((form) => formWords({ ...inputs, ...form })).join(' or ');
}

/** When a branch of a decision is taken, in words. */
export function branchWords(branch: Branch, decision: Decision): string {
	if (branch.if !== undefined) return branch.if;
	if (branch.otherwise !== undefined)
		return branch.otherwise === true ? 'otherwise' : `otherwise: ${String(branch.otherwise)}`;
	return formWords({ ...namesOf(decision), ...branch });
}

function formWords(form: ConditionForm): string {
	if (form.test !== undefined) {
		const names = form.inputs ?? several(form.input);
		const tests = several(form.test).flatMap((test, at) =>
			// A hyphen is any value.
			test.trim() === '-' ? [] : [`${names[at] ?? ''} ${test}`.trim()],
		);
		return tests.join(' and ') || 'any value';
	}
	const words = limits.flatMap((key) =>
		form[key] === undefined ? [] : [`${key.replace('_', ' ')} ${form[key]}`],
	);
	if (form.is !== undefined) words.push(`is ${several(form.is).map(String).join(' or ')}`);
	return [...several(form.input), words.join(' and ')].filter((word) => word !== '').join(' ');
}

function namesOf({ input, inputs }: Pick<Decision, 'input' | 'inputs'>): ConditionForm {
	return { ...(input === undefined ? {} : { input }), ...(inputs === undefined ? {} : { inputs }) };
}
