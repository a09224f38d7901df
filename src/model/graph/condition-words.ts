import type { Branch, Condition, ConditionForm } from '../documents.generated.ts';
import { rows } from '../several.ts';
import { plainTexts } from './plain-texts.ts';

const limits = [
	['at_least', 'at least'],
	['above', 'above'],
	['at_most', 'at most'],
	['below', 'below'],
] as const;

/** What a form asks of its input, in words: `above 50 and at most 70`, `high or low`, `> 0, "public"`; empty if nothing. */
function formWords(form: ConditionForm, inputs: readonly string[]): string {
	const words = limits.flatMap(([key, word]) => plainTexts(form[key]).map((limit) => `${word} ${limit}`));
	if (form.is !== undefined) words.push(plainTexts(form.is).join(' or '));
	const tests = plainTexts(form.test);
	// A dash in a table tests nothing.
	const cells = tests.map((test, index) => ({ test, input: inputs[index] }));
	const tested = cells.filter(({ test }) => test.trim() !== '-');
	if (tests.length > 0) {
		const named = tests.length > 1;
		words.push(
			tested
				.map(({ test, input }) => (named && input !== undefined ? `${input}: ${test}` : test))
				.join(', ') || 'anything',
		);
	}
	return words.join(' and ');
}

/** The answer that a branch stands for, in the words of the document; `inputs` are those of its decision. */
export function branchWords(branch: Branch, inputs: readonly string[]): string {
	if (typeof branch.if === 'string') return branch.if;
	if (typeof branch.otherwise === 'string') return branch.otherwise;
	return branch.otherwise === true ? 'otherwise' : formWords(branch, inputs);
}

function typedWords(form: ConditionForm): string {
	const inputs = [...plainTexts(form.input), ...plainTexts(form.inputs)];
	const words = formWords(form, inputs);
	// A list of tests names the inputs itself.
	return plainTexts(form.test).length > 1 ? words : `${inputs.join(', ')} ${words}`.trim();
}

/** A condition in the words of the document. */
export function conditionWords(condition: Condition): string {
	if (typeof condition === 'string') return condition;
	const forms = rows(condition.any).filter((form) => typeof form === 'object' && form !== null);
	return forms.length > 0 ? forms.map(typedWords).join(' or ') : typedWords(condition);
}
