import fc from 'fast-check';

/** What the tests write of a document: plain and mutable, so that a test can change it. */
export interface PlainStep {
	id: string;
	trigger?: string;
	next?: string | string[];
	only_if?: string;
	timeout?: { goto: string }[];
	needs?: string[];
	gives?: string[];
	waits_for?: string[];
}

export interface PlainDecision {
	id: string;
	after?: string;
	at?: string[];
	next?: string;
	input?: string;
	branches: { goto?: string; gives?: Record<string, number> }[];
}

export interface PlainException {
	id: string;
	at?: string[];
	resume?: string;
	goto?: string;
}

export interface PlainProcedure {
	inputs: { id: string }[];
	procedure: PlainStep[];
	decisions: PlainDecision[];
	exceptions: PlainException[];
}

export const names = ['x', 'y', 'z'];

/** Leaves out what is undefined, as a document would. */
function row<Row extends { id: string }>(row: { [Key in keyof Row]: Row[Key] | undefined }): Row {
	// Only keys without a value go, and those are the optional ones.
	return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as unknown as Row;
}

/** Small procedures of every shape, sound and broken, without joins; every reference names a node or an end. */
export const procedures: fc.Arbitrary<PlainProcedure> = fc
	.record({
		steps: fc.integer({ min: 1, max: 7 }),
		decisions: fc.integer({ min: 0, max: 3 }),
		exceptions: fc.integer({ min: 0, max: 2 }),
	})
	.chain((count) => {
		const stepIds = Array.from({ length: count.steps }, (_, index) => `s${index}`);
		const decisionIds = Array.from({ length: count.decisions }, (_, index) => `d${index}`);
		const exceptionIds = Array.from({ length: count.exceptions }, (_, index) => `e${index}`);
		const maybe = <Value>(value: fc.Arbitrary<Value>, tenths: number) =>
			fc.oneof(
				{ arbitrary: value, weight: tenths },
				{ arbitrary: fc.constant(undefined), weight: 10 - tenths },
			);
		const target = fc.constantFrom(...stepIds, ...decisionIds, ...exceptionIds, 'end', 'end well');
		const step = fc.constantFrom(...stepIds);
		const someNames = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 });
		const steps = stepIds.map((id, index) =>
			fc
				.record({
					trigger: maybe(fc.constant('A call'), index % 3 === 0 ? 4 : 0),
					next: maybe(fc.oneof(target, fc.uniqueArray(target, { minLength: 2, maxLength: 3 })), 4),
					only_if: maybe(fc.constantFrom('It rains', 'It snows'), 3),
					timeout: maybe(
						target.map((goto) => [{ goto }]),
						2,
					),
					needs: maybe(someNames, 3),
					gives: maybe(someNames, 4),
				})
				.map((rest) => row<PlainStep>({ id, ...rest, waits_for: undefined })),
		);
		const branch = fc
			.record({
				goto: maybe(target, 8),
				gives: maybe(
					fc.constantFrom(...names).map((name) => ({ [name]: 1 })),
					3,
				),
			})
			.map((one) => row<{ id: string; goto?: string; gives?: Record<string, number> }>({ id: '', ...one }))
			.map(({ goto, gives }) => ({
				...(goto === undefined ? {} : { goto }),
				...(gives === undefined ? {} : { gives }),
			}));
		const decisions = decisionIds.map((id) =>
			fc
				.record({
					after: maybe(step, 7),
					at: maybe(fc.uniqueArray(step, { minLength: 1, maxLength: 2 }), 3),
					next: maybe(target, 3),
					input: maybe(fc.constantFrom(...names), 4),
					branches: fc.array(branch, { minLength: 1, maxLength: 3 }),
				})
				.map((rest) => row<PlainDecision>({ id, ...rest })),
		);
		const exceptions = exceptionIds.map((id) =>
			fc
				.record({
					at: maybe(fc.uniqueArray(step, { minLength: 1, maxLength: 2 }), 7),
					resume: maybe(target, 7),
					goto: maybe(target, 2),
				})
				.map((rest) => row<PlainException>({ id, ...rest })),
		);
		return fc.record({
			inputs: fc.constant(names.map((id) => ({ id }))),
			procedure: fc.tuple(...steps),
			decisions: fc.tuple(...decisions),
			exceptions: fc.tuple(...exceptions),
		});
	});
