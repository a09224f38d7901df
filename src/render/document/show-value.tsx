import type { ComponentChildren } from 'preact';
import { answerWords, conditionKeys, onlyIfWords } from '../../model/diff/condition-words.ts';
import { dueWords } from '../../model/diff/due-words.ts';
import { isPlainObject, own } from '../../model/diff/plain-object.ts';
import { several } from '../../model/several.ts';
import { AnyValue, isScalar } from './any-value.tsx';
import type { DocumentPlaces } from './document-places.ts';
import { Prose } from './prose.tsx';

/** How a value is shown. Each of these shows all of any value: one that is not as expected, as it is written. */
export type Show = (value: unknown, places: DocumentPlaces) => ComponentChildren;

/** Prose; several pieces as a list. */
export const prose: Show = (value) => <AnyValue value={value} />;

/** Names, with a word between several. */
export function names(between = ', '): Show {
	return (value) => {
		const words = several<unknown>(value);
		if (words.length === 0 || !words.every(isScalar)) return <AnyValue value={value} />;
		return words.length === 1 && typeof words[0] === 'boolean' ? (
			<AnyValue value={value} />
		) : (
			words.map(String).join(between)
		);
	};
}

/** Steps, decisions, exceptions and ends: those of the document as links to where they stand. */
export function ways(between = ', '): Show {
	return (value, places) => {
		const targets = several<unknown>(value);
		if (targets.length === 0 || !targets.every(isScalar)) return <AnyValue value={value} />;
		return targets.map((target, index) => {
			const anchor = places.anchorOf(target);
			return (
				<>
					{index === 0 ? '' : between}
					{anchor === undefined ? String(target) : <a href={`#${anchor}`}>{String(target)}</a>}
				</>
			);
		});
	};
}

/** By when something is due, in words. */
export const due: Show = (value) =>
	isPlainObject(value) && !Object.values(value).every(isScalar) ? (
		<AnyValue value={value} />
	) : (
		dueWords(value)
	);

const formKeys: ReadonlySet<string> = new Set(['input', 'inputs', ...conditionKeys]);

/** When something applies, in words. */
export const condition: Show = (value) => {
	if (!isPlainObject(value)) return <AnyValue value={value} />;
	const forms = value['any'] === undefined ? [value] : several<unknown>(value['any']);
	const isKnown = forms.every(isForm) && (value['any'] === undefined || Object.keys(value).length === 1);
	return isKnown ? onlyIfWords(value) : <AnyValue value={value} />;
};

/** The keys of a branch that its words tell: a sentence hides tests beside it, and what has no words is not told. */
export function toldOf(branch: unknown): readonly string[] {
	if (own(branch, 'if') !== undefined) return typeof own(branch, 'if') === 'string' ? ['if'] : [];
	if (own(branch, 'otherwise') !== undefined) return isScalar(own(branch, 'otherwise')) ? ['otherwise'] : [];
	return conditionKeys.filter((key) => several<unknown>(own(branch, key)).every(isScalar));
}

/** The answer that a branch stands for, in words. */
export function Answer({ branch, inputs }: { readonly branch: unknown; readonly inputs: readonly string[] }) {
	const sentence = own(branch, 'if');
	if (typeof sentence === 'string') return <Prose text={sentence} />;
	const others = sentence === undefined ? own(branch, 'otherwise') : undefined;
	if (typeof others === 'string')
		return (
			<>
				otherwise: <Prose text={others} />
			</>
		);
	return toldOf(branch).length === 0 ? 'no condition in words' : answerWords(branch, inputs);
}

function isForm(form: unknown): boolean {
	return (
		isPlainObject(form) &&
		Object.entries(form).every(([key, value]) => formKeys.has(key) && several(value).every(isScalar))
	);
}
