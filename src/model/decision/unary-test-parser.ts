import type { OffsetRange } from '../../diagnostics/position.ts';
import type { InputDomain } from './input-domain.ts';
import type { ValueSet } from './value-set.ts';

/** What is wrong with a test, where in its text, and what to write instead. */
export interface TestProblem {
	/** UTF-16 offsets into the text of the test. */
	readonly at: OffsetRange;
	readonly message: string;
	readonly help?: string;
}

/**
 * What a FEEL unary test means for one input: the set of values that pass, always within the input's domain;
 * or that it is FEEL but cannot be analysed (it calculates, calls functions or looks at other values);
 * or that it is wrong.
 */
export type UnaryTestReading =
	| { readonly kind: 'set'; readonly set: ValueSet }
	| { readonly kind: 'opaque'; readonly at: OffsetRange; readonly reason: string }
	| { readonly kind: 'invalid'; readonly problems: readonly TestProblem[] };

/**
 * Reads one FEEL unary test (DMN 1.5, chapter 10.3). `inputs` are the ids a test may name: a name that is none of
 * them is then a mistake; where left out, any name makes the test opaque.
 */
export type UnaryTestParser = (
	text: string,
	domain: InputDomain,
	inputs?: readonly string[],
) => UnaryTestReading;
