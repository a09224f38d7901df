/** What kind of value an input holds. `role` holds the id of a role. */
export type InputType = 'number' | 'date' | 'boolean' | 'enumeration' | 'text' | 'role';

/** One value of an input. A date is its text, `YYYY-MM-DD`; a role is its id. */
export type Value = number | string | boolean;

/** Which values an input can take: what a decision must cover. */
export interface InputDomain {
	/** The id by which a decision names the input. */
	readonly name: string;
	readonly type: InputType;
	/** Holds several values; a test over it passes if any of them does. */
	readonly many: boolean;
	readonly unit?: string;
	/** Smallest value, included: a number, or a day as `YYYY-MM-DD`. */
	readonly min?: number | string;
	/** Greatest value, included. */
	readonly max?: number | string;
	/** The only values there are, in the author's order. An enumeration must have them. */
	readonly values?: readonly Value[];
}

/** An input as section 6 of a document declares it. */
export interface DeclaredInput {
	readonly id?: string;
	readonly type?: InputType;
	readonly many?: boolean;
	readonly unit?: string;
	readonly min?: number | string;
	readonly max?: number | string;
	readonly values?: readonly Value[];
}

/** The domain of a declared input; one without a type holds text. */
export function inputDomain(input: DeclaredInput): InputDomain {
	return {
		name: input.id ?? '',
		type: input.type ?? 'text',
		many: input.many ?? false,
		...(input.unit === undefined ? {} : { unit: input.unit }),
		...(input.min === undefined ? {} : { min: input.min }),
		...(input.max === undefined ? {} : { max: input.max }),
		...(input.values === undefined ? {} : { values: input.values }),
	};
}
