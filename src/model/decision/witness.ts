import { listValues, showValue } from './fit-value.ts';
import type { InputDomain, Value } from './input-domain.ts';
import type { ValueSet } from './value-set.ts';
import { witnessValue } from './witness-value.ts';

/** A value of one input that shows a gap or an overlap. */
export interface WitnessEntry {
	readonly input: string;
	readonly value: Value;
	/** Set where the value stands for any text but these. */
	readonly anyBut?: readonly Value[];
}

/** One value for each input of a decision, in their order. */
export type Witness = readonly WitnessEntry[];

/** The entry for an input of which any value of the set will do. The set must not be empty. */
export function witnessEntry(input: InputDomain, set: ValueSet): WitnessEntry {
	const value = witnessValue(set);
	if (value === null) throw new RangeError(`No value of ${input.name} is left to show`);
	const open = set.kind === 'members' && set.except;
	return open ? { input: input.name, value, anyBut: set.values } : { input: input.name, value };
}

/** A witness in words: `cost = 0, place = online`. */
export function describeWitness(witness: Witness): string {
	return witness.map(({ input, value, anyBut }) => `${input} = ${describeValue(value, anyBut)}`).join(', ');
}

function describeValue(value: Value, anyBut: readonly Value[] | undefined): string {
	if (anyBut !== undefined) return anyBut.length === 0 ? 'any text' : `any text but ${listValues(anyBut)}`;
	return typeof value === 'string' && /^[\p{L}\p{N}._-]{1,60}$/u.test(value) ? value : showValue(value);
}
