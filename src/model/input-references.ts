import type { Path } from '../diagnostics/path.ts';
import type { Condition, Due, Handoff, Sop } from './documents.generated.ts';
import { references } from './graph/references.ts';
import { onceFor } from './once-for.ts';
import { rows } from './several.ts';

/**
 * For what an SOP names something of section 6. `data` may be words just as well; `by` is a role just as well, and
 * `test` any word of a FEEL test or a form to fill in.
 */
export type InputUse = 'needs' | 'gives' | 'due' | 'repeats' | 'decides' | 'by' | 'data' | 'test';

/** An input or output as the document names it. */
export interface InputReference {
	readonly name: string;
	readonly use: InputUse;
	readonly path: Path;
	/** Where the name is a key, as in the `gives` of a branch. */
	readonly part?: 'key';
}

/** Every place where an SOP names an input or output, in the order of the format. */
export const inputReferences: (sop: Sop) => readonly InputReference[] = onceFor((sop) => [
	...allReferences(sop),
]);

function* allReferences(sop: Sop): Generator<InputReference> {
	yield* dueReferences(sop.run_due, ['run_due']);
	for (const [index, output] of rows(sop.outputs).entries()) {
		yield* named(output?.handoff?.data, 'data', ['outputs', index, 'handoff', 'data']);
		yield* wordsOf(output?.template, ['outputs', index, 'template']);
	}
	for (const [index, step] of rows(sop.procedure).entries()) {
		if (!step) continue;
		const path = ['procedure', index];
		yield* named(step.by, 'by', [...path, 'by']);
		yield* named(step.together, 'by', [...path, 'together']);
		yield* named(step.needs, 'needs', [...path, 'needs']);
		yield* named(step.gives, 'gives', [...path, 'gives']);
		yield* dueReferences(step.due, [...path, 'due']);
		yield* conditionReferences(step.only_if, [...path, 'only_if']);
		yield* named(step.for_each, 'repeats', [...path, 'for_each']);
		yield* handoffReferences(step.handoff, [...path, 'handoff']);
	}
	yield* decisionReferences(sop);
	for (const [index, checkpoint] of rows(sop.quality).entries())
		yield* named(checkpoint?.by, 'by', ['quality', index, 'by']);
	for (const [index, exception] of rows(sop.exceptions).entries())
		yield* named(exception?.approved_by, 'by', ['exceptions', index, 'approved_by']);
}

function* decisionReferences(sop: Sop): Generator<InputReference> {
	for (const [index, decision] of rows(sop.decisions).entries()) {
		if (!decision) continue;
		yield* named(decision.input, 'decides', ['decisions', index, 'input']);
		yield* named(decision.inputs, 'decides', ['decisions', index, 'inputs']);
		for (const [row, branch] of rows(decision.branches).entries()) {
			const path = ['decisions', index, 'branches', row];
			for (const text of rows(branch?.test === undefined ? [] : [branch.test].flat()))
				yield* wordsOf(text, [...path, 'test']);
			for (const name of Object.keys(branch?.gives ?? {}))
				yield { name, use: 'gives', path: [...path, 'gives', name], part: 'key' };
		}
	}
}

function* conditionReferences(condition: Condition | undefined, path: Path): Generator<InputReference> {
	if (typeof condition !== 'object' || condition === null) return;
	for (const [form, at] of [
		[condition, path] as const,
		...rows(condition.any).map((form, index) => [form, [...path, 'any', index]] as const),
	]) {
		yield* named(form?.input, 'decides', [...at, 'input']);
		yield* named(form?.inputs, 'decides', [...at, 'inputs']);
		for (const text of [form?.test ?? []].flat()) yield* wordsOf(text, [...at, 'test']);
	}
}

function* dueReferences(due: Due | undefined, path: Path): Generator<InputReference> {
	if (typeof due !== 'object' || due === null) return;
	yield* named(due.before, 'due', [...path, 'before']);
	yield* named(due.after, 'due', [...path, 'after']);
}

function* handoffReferences(handoff: Handoff | undefined, path: Path): Generator<InputReference> {
	yield* named(handoff?.data, 'data', [...path, 'data']);
}

function* named(
	value: string | readonly string[] | undefined,
	use: InputUse,
	path: Path,
): Generator<InputReference> {
	for (const one of references(value, path))
		if (one.text !== '') yield { name: one.text, use, path: one.path };
}

function* wordsOf(text: string | undefined, path: Path): Generator<InputReference> {
	for (const word of text?.match(/[\p{L}\p{N}_][\p{L}\p{N}_.-]*/gu) ?? [])
		yield { name: word, use: 'test', path };
}
