import fc from 'fast-check';

const oddText = fc.constantFrom(
	'',
	' ',
	'constructor',
	'toString',
	'end',
	'match',
	'2026-02-30',
	'\u202e\u200b',
	'u\u0308',
	'ü',
	'99 years',
	'a → b: "c"',
	'line\nbreak',
	'x'.repeat(400),
	'\ud800',
);

/** Values that stand in no sound document. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
	oddText,
	fc.constantFrom(null, true, false, 0, -0, -1, 2.1, 1e300),
	fc.constant([]),
	fc.constant({}),
	fc.array(fc.oneof(oddText, fc.constantFrom(null, 1), fc.constant({}), fc.constant([])), { maxLength: 3 }),
	fc.dictionary(
		fc.oneof(oddText, fc.constantFrom('id', 'do', 'not_applicable', 'x-a', '__proto__')),
		oddText,
		{
			maxKeys: 3,
		},
	),
);

/** A content value with one part, found by turns of a number, replaced, or taken out where `by` is undefined. */
export function withOddPart(value: unknown, turns: readonly number[], by: unknown): unknown {
	const [turn, ...rest] = turns;
	if (turn === undefined || typeof value !== 'object' || value === null) return by ?? null;
	const keys = Object.keys(value);
	const key = keys[turn % Math.max(1, keys.length)];
	if (key === undefined) return by ?? null;
	const isLast = rest.length === 0 && by === undefined;
	if (Array.isArray(value)) {
		const at = Number(key);
		return isLast ? value.toSpliced(at, 1) : value.with(at, withOddPart(value[at], rest, by));
	}
	const entries = Object.entries(value).filter(([name]) => !(isLast && name === key));
	return Object.fromEntries(
		entries.map(([name, child]) => [name, name === key ? withOddPart(child, rest, by) : child]),
	);
}
