import type { Result } from '../../audit/result.ts';

const signs: Readonly<Record<Result, readonly [sign: string, name: string]>> = {
	holds: ['✓', 'holds'],
	'does not hold': ['✗', 'fails'],
	'not evaluated': ['?', 'open'],
};

/** Whether a value of a list is a result. */
export function isResult(value: unknown): value is Result {
	return typeof value === 'string' && Object.hasOwn(signs, value);
}

/** A result as a sign and in words: its colour only repeats them. */
export function ResultMark({ result }: { readonly result: Result }) {
	const [sign, name] = signs[result];
	return (
		<span class={`result ${name}`}>
			<span aria-hidden="true">{sign}</span> {result}
		</span>
	);
}
