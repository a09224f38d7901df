import type { Path } from '../diagnostics/path.ts';
import type { Condition, Due, Sop } from './documents.generated.ts';
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

function allReferences(sop: Sop): readonly InputReference[] {
	const found = new Collector();
	found.due(sop.run_due, ['run_due']);
	for (const [index, output] of rows(sop.outputs).entries()) {
		if (output?.handoff !== undefined)
			found.names(output.handoff.data, 'data', ['outputs', index, 'handoff'], 'data');
		if (output?.template !== undefined) found.words(output.template, ['outputs', index, 'template']);
	}
	for (const [index, step] of rows(sop.procedure).entries()) {
		if (!step) continue;
		const path = ['procedure', index];
		found.names(step.by, 'by', path, 'by');
		found.names(step.together, 'by', path, 'together');
		found.names(step.needs, 'needs', path, 'needs');
		found.names(step.gives, 'gives', path, 'gives');
		if (typeof step.due === 'object') found.due(step.due, [...path, 'due']);
		if (step.only_if !== undefined) found.condition(step.only_if, [...path, 'only_if']);
		found.names(step.for_each, 'repeats', path, 'for_each');
		if (step.handoff !== undefined) found.names(step.handoff?.data, 'data', [...path, 'handoff'], 'data');
	}
	collectDecisions(sop, found);
	for (const [index, checkpoint] of rows(sop.quality).entries())
		found.names(checkpoint?.by, 'by', ['quality', index], 'by');
	for (const [index, exception] of rows(sop.exceptions).entries()) {
		found.names(exception?.approved_by, 'by', ['exceptions', index], 'approved_by');
	}
	return found.references;
}

function collectDecisions(sop: Sop, found: Collector): void {
	for (const [index, decision] of rows(sop.decisions).entries()) {
		if (!decision) continue;
		found.names(decision.input, 'decides', ['decisions', index], 'input');
		found.names(decision.inputs, 'decides', ['decisions', index], 'inputs');
		for (const [row, branch] of rows(decision.branches).entries()) {
			if (branch?.test === undefined && branch?.gives === undefined) continue;
			const path = ['decisions', index, 'branches', row];
			for (const text of rows([branch.test ?? []].flat())) found.words(text, [...path, 'test']);
			for (const name of Object.keys(branch.gives ?? {})) {
				found.references.push({ name, use: 'gives', path: [...path, 'gives', name], part: 'key' });
			}
		}
	}
}

/** Gathers references; makes a path only where there is something at its end. */
class Collector {
	readonly references: InputReference[] = [];

	names(value: string | readonly string[] | null | undefined, use: InputUse, path: Path, key: string): void {
		if (value === undefined || value === null) return;
		if (typeof value === 'string') {
			if (value !== '') this.references.push({ name: value, use, path: [...path, key] });
			return;
		}
		const told = new Set<string>();
		value.forEach((name, index) => {
			if (typeof name !== 'string' || name === '' || told.has(name)) return;
			told.add(name);
			this.references.push({ name, use, path: [...path, key, index] });
		});
	}

	words(text: string | undefined, path: Path): void {
		if (typeof text !== 'string') return;
		for (const name of text.match(/[\p{L}\p{N}_][\p{L}\p{N}_.-]*/gu) ?? [])
			this.references.push({ name, use: 'test', path });
	}

	due(due: Due | undefined, path: Path): void {
		if (typeof due !== 'object' || due === null) return;
		this.names(due.before, 'due', path, 'before');
		this.names(due.after, 'due', path, 'after');
	}

	condition(condition: Condition | undefined, path: Path): void {
		if (typeof condition !== 'object' || condition === null) return;
		const forms = rows(condition.any).map((form, index) => [form, [...path, 'any', index]] as const);
		for (const [form, at] of [[condition, path] as const, ...forms]) {
			this.names(form?.input, 'decides', at, 'input');
			this.names(form?.inputs, 'decides', at, 'inputs');
			for (const text of [form?.test ?? []].flat()) this.words(text, [...at, 'test']);
		}
	}
}
