import type { Branch } from '../../documents.generated.ts';
import { compareField, compareFields } from '../compare-fields.ts';
import { rowsField } from '../compare-section.ts';
import { answerWords, conditionKeys, conditionOf } from '../condition-words.ts';
import type { DocumentChange } from '../document-change.ts';
import { type Field, type FieldsOf, type PlainField, relevant } from '../field.ts';
import { fieldChange } from '../field-change.ts';
import { beginning, type Place } from '../place.ts';
import { isPlainObject, own, ownText, type PlainObject, without } from '../plain-object.ts';
import { alwaysRelevant, contentOf, type RowKind } from '../row-kind.ts';
import { contentKey, sameContent } from '../same-content.ts';
import { valueWords } from '../value-words.ts';

const limitKeys = ['below', 'at_least', 'at_most', 'above'] as const;

const fields: FieldsOf<Branch, (typeof conditionKeys)[number]> = {
	goto: relevant('branch-changed', 'target'),
	gives: relevant('branch-changed', 'values given', { words: givenWords }),
};

/** The branches of a decision; `inputs` are the ids that it tests. */
export function branchesField(inputs: readonly string[], decision: Place): Field {
	return rowsField('branches', branchKind(inputs, decision));
}

/** Branches have no ids: the condition tells them apart, then where they lead under a condition of the same form. */
function branchKind(inputs: readonly string[], decision: Place): RowKind {
	const unit = inputs.length === 1 ? decision.units.get(inputs[0] ?? '') : undefined;
	return {
		noun: 'branch',
		name: (row) => answerWords(row, inputs),
		keys: [
			(row) => (isPlainObject(row) ? contentKey(conditionOf(row)) : undefined),
			(row) =>
				isPlainObject(row)
					? `${formOf(row)} ${contentKey([own(row, 'goto'), own(row, 'gives')])}`
					: undefined,
			(row) => (isPlainObject(row) ? formOf(row) : undefined),
			contentOf('goto', 'gives'),
		],
		added: alwaysRelevant('branch-added'),
		removed: alwaysRelevant('branch-removed'),
		moved: alwaysRelevant('branch-moved'),
		fields,
		compare: (before, after, place) => {
			// The old condition no longer names the branch, so where it leads does.
			const conditionPlace = { ...place, who: beginning(decision, `branch ${outcomeWords(after)}`.trim()) };
			return compareBranches(before, after, place, (one, other) =>
				conditionChange(one, other, conditionPlace, inputs, unit),
			);
		},
		summary: outcomeWords,
	};
}

function* compareBranches(
	before: unknown,
	after: unknown,
	place: Place,
	changeOf: (before: PlainObject, after: PlainObject) => DocumentChange,
): Generator<DocumentChange> {
	if (!isPlainObject(before) || !isPlainObject(after)) {
		yield* compareField(before, after, place, relevant('branch-changed', 'content'));
		return;
	}
	const [one, other] = [conditionOf(before), conditionOf(after)];
	if (!sameContent(one, other)) yield changeOf(one, other);
	yield* compareFields(without(before, ...conditionKeys), without(after, ...conditionKeys), place, fields);
}

function conditionChange(
	before: PlainObject,
	after: PlainObject,
	place: Place,
	inputs: readonly string[],
	unit: string | undefined,
): DocumentChange {
	const onlyLimits = [before, after].every((one) => formOf(one).split(' ').every(isLimit));
	const prose = formOf(before) === 'if' && formOf(after) === 'if';
	const field: PlainField = onlyLimits
		? relevant('threshold-changed', 'threshold', { unit, words: (one) => answerWords(one, inputs) })
		: relevant('branch-changed', 'condition', { words: (one) => answerWords(one, inputs) });
	return prose
		? fieldChange(own(before, 'if'), own(after, 'if'), place, { ...field, prose })
		: fieldChange(before, after, place, field);
}

/** Which keys the condition is written with. */
function formOf(branch: unknown): string {
	return conditionKeys.filter((key) => own(branch, key) !== undefined).join(' ');
}

function isLimit(key: string): boolean {
	return limitKeys.some((limit) => limit === key);
}

function givenWords(given: unknown): string {
	if (!isPlainObject(given)) return valueWords(given);
	return Object.entries(given)
		.map(([name, value]) => `${name} = ${valueWords(value, ' or ')}`)
		.join(', ');
}

function outcomeWords(branch: unknown): string {
	const target = ownText(branch, 'goto');
	const given = own(branch, 'gives');
	return [target && `to ${target}`, given === undefined ? undefined : givenWords(given)]
		.filter(Boolean)
		.join(', ');
}
