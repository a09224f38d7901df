import type { Path } from '../../diagnostics/path.ts';
import type { Condition, ConditionForm } from '../documents.generated.ts';
import { several } from '../several.ts';
import type { GraphNode } from './graph-node.ts';
import { references } from './references.ts';
import { stepCondition } from './step-condition.ts';

/** A place that needs a value by its name. It need not be a name of section 6: roles and words stand there too. */
export interface NameUse {
	readonly name: string;
	readonly path: Path;
	/** Needed to tell whether the step is passed over, so also when it is. */
	readonly inCondition: boolean;
	/** Says who does it: a role, unless the name is that of an input. */
	readonly asRole: boolean;
}

function formUses(form: ConditionForm | null | undefined, path: Path): readonly NameUse[] {
	const named = [
		...references(form?.input, [...path, 'input']),
		...references(form?.inputs, [...path, 'inputs']),
	];
	return named.map((one) => ({ name: one.text, path: one.path, inCondition: true, asRole: false }));
}

function conditionUses(condition: Condition, path: Path): readonly NameUse[] {
	if (typeof condition !== 'object') return [];
	const anyOf = several(condition.any).flatMap((form, index) => formUses(form, [...path, 'any', index]));
	return [...formUses(condition, path), ...anyOf];
}

/** What a step or a decision needs to be known when it is reached, of the names that are asked for. */
export function nameUses(node: GraphNode, asked: ReadonlySet<string>): readonly NameUse[] {
	if (node.kind !== 'step' && node.kind !== 'decision') return [];
	const uses: NameUse[] = [];
	const add = (value: string | readonly string[] | undefined, ...keys: string[]) => {
		if (value === undefined || !several(value).some((name) => asked.has(name))) return;
		const asRole = keys[0] === 'by' || keys[0] === 'together';
		for (const { text, path } of references(value, [...node.path, ...keys])) {
			if (asked.has(text)) uses.push({ name: text, path, inCondition: false, asRole });
		}
	};
	if (node.kind === 'decision') {
		add(node.source.input, 'input');
		add(node.source.inputs, 'inputs');
		return uses;
	}
	const { source } = node;
	const condition = stepCondition(node);
	if (condition !== undefined) {
		const named = conditionUses(condition, [...node.path, 'only_if']);
		uses.push(...named.filter((use) => asked.has(use.name)));
	}
	add(source.needs, 'needs');
	add(source.by, 'by');
	add(source.together, 'together');
	if (typeof source.due === 'object' && source.due !== null) {
		// A step that sets a day may itself be due before it: the review day it gives, five days ahead.
		const known = (day: string | undefined) =>
			day === undefined || several(source.gives).includes(day) ? undefined : day;
		add(known(source.due.before), 'due', 'before');
		add(known(source.due.after), 'due', 'after');
	}
	return uses;
}
