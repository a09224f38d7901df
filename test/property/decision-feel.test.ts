import fc from 'fast-check';
import { evaluate, unaryTest } from 'feelin';
import { expect, test } from 'vitest';
import { readDecisionTable } from '../../src/model/decision/decision-table.ts';
import { findGap } from '../../src/model/decision/find-gap.ts';
import { findOverlaps } from '../../src/model/decision/find-overlaps.ts';
import type { InputDomain, Value } from '../../src/model/decision/input-domain.ts';
import { parseUnaryTests } from '../../src/model/decision/parse-unary-tests.ts';
import { contains } from '../../src/model/decision/value-set.ts';

const verdicts = new Map<string, boolean>();

/** What feelin, an interpreter of FEEL written by others, says of a value. */
function passes(feel: string, value: Value, { type }: InputDomain): boolean {
	const key = JSON.stringify([feel, value, type]);
	const known = verdicts.get(key);
	if (known !== undefined) return known;
	const input: unknown = type === 'date' ? evaluate(`date("${value}")`).value : value;
	const verdict = unaryTest(feel, { '?': input }).value === true;
	verdicts.set(key, verdict);
	return verdict;
}

const number: InputDomain = { name: 'amount', type: 'number', many: false };
const date: InputDomain = { name: 'day', type: 'date', many: false };
const flag: InputDomain = { name: 'flag', type: 'boolean', many: false };
const place: InputDomain = {
	name: 'place',
	type: 'enumeration',
	many: false,
	values: ['on site', 'online', 'away'],
};
const vendor: InputDomain = { name: 'vendor', type: 'text', many: false };

// Few values, so that tests meet each other and the values tried: half of them lie exactly on a limit.
const numbers = fc.integer({ min: -8, max: 8 }).map((half) => half / 2);
const days = fc
	.integer({ min: 0, max: 9 })
	.map((day) => `2026-02-${String(day + 20).padStart(2, '0')}`)
	.map(realDay);
const texts = fc.constantFrom('a', 'b', 'it "is"', 'back\\slash', 'line\nbreak', 'ünïcode 🐎', '');

function realDay(text: string): string {
	const day = Number(text.slice(8));
	return day <= 28 ? text : `2026-03-0${day - 28}`;
}

function quoted(text: string): string {
	return `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')}"`;
}

const literals = {
	number: numbers.map((value) => ({ value: value as Value, feel: String(value) })),
	date: fc
		.tuple(days, fc.boolean())
		.map(([day, at]) => ({ value: day as Value, feel: at ? `@"${day}"` : `date("${day}")` })),
	boolean: fc.boolean().map((value) => ({ value: value as Value, feel: String(value) })),
	enumeration: fc
		.constantFrom(...['on site', 'online', 'away'])
		.map((value) => ({ value: value as Value, feel: quoted(value) })),
	text: texts.map((value) => ({ value: value as Value, feel: quoted(value) })),
};

function literalOf(domain: InputDomain) {
	return literals[domain.type === 'role' ? 'text' : domain.type];
}

function simpleTest(domain: InputDomain): fc.Arbitrary<string> {
	const literal = literalOf(domain).map(({ feel }) => feel);
	const equal = fc.tuple(fc.constantFrom('', '= ', '!= '), literal).map(([sign, feel]) => sign + feel);
	if (domain.type !== 'number' && domain.type !== 'date') return equal;
	const compared = fc
		.tuple(fc.constantFrom('<', '<=', '>', '>='), literal)
		.map(([sign, feel]) => `${sign} ${feel}`);
	const interval = fc
		.tuple(
			fc.constantFrom('[', '(', ']'),
			literalOf(domain),
			literalOf(domain),
			fc.constantFrom(']', ')', '['),
		)
		.map(([open, a, b, close]) =>
			a.value <= b.value ? `${open}${a.feel}..${b.feel}${close}` : `${open}${b.feel}..${a.feel}${close}`,
		);
	return fc.oneof(
		equal,
		compared,
		interval,
		compared.map((feel) => `(${feel})`),
	);
}

function condition(domain: InputDomain): fc.Arbitrary<string> {
	const literal = literalOf(domain).map(({ feel }) => feel);
	const signs =
		domain.type === 'number' || domain.type === 'date' ? ['<', '<=', '>', '>=', '=', '!='] : ['=', '!='];
	const comparison = fc
		.tuple(fc.constantFrom(...signs), literal, fc.boolean())
		.map(([sign, feel, first]) => (first ? `${feel} ${sign} ?` : `? ${sign} ${feel}`));
	// In brackets: the grammar lets `in` take a following `and` for its own.
	const member = simpleTest(domain).map((feel) => `(? in (${feel}))`);
	const one = fc.oneof(comparison, member);
	return fc.oneof(
		one,
		fc.tuple(one, fc.constantFrom('and', 'or'), one).map(([a, word, b]) => `${a} ${word} ${b}`),
		one.map((feel) => `not(${feel})`),
	);
}

function anyTest(domain: InputDomain): fc.Arbitrary<string> {
	const list = fc.array(simpleTest(domain), { minLength: 1, maxLength: 4 }).map((tests) => tests.join(', '));
	const forms = [fc.constant('-'), list, list, list.map((feel) => `not(${feel})`)];
	return fc.oneof(...(domain.type === 'boolean' ? forms : [...forms, condition(domain)]));
}

/** Values to try: any near the limits that tests use, and far from all of them. */
function anyValue(domain: InputDomain): fc.Arbitrary<Value> {
	const known = literalOf(domain).map(({ value }) => value);
	if (domain.type === 'number')
		return fc.oneof(
			known,
			fc.double({ noNaN: true, noDefaultInfinity: true }),
			numbers.map((value) => value + 0.25),
		);
	if (domain.type === 'date')
		return fc.oneof(known, fc.constantFrom('1970-01-01', '2026-02-19', '2026-03-02', '2030-12-31'));
	return domain.type === 'text' ? fc.oneof(known, fc.string()) : known;
}

for (const domain of [number, date, flag, place, vendor]) {
	test(`a test over ${domain.name} holds the values that feelin lets pass`, () => {
		fc.assert(
			fc.property(
				anyTest(domain),
				fc.array(anyValue(domain), { minLength: 1, maxLength: 10 }),
				(feel, values) => {
					const reading = parseUnaryTests(feel, domain);
					if (reading.kind !== 'set') throw new Error(`${feel}: ${JSON.stringify(reading)}`);
					for (const value of values)
						expect({ feel, value, passes: contains(reading.set, value) }).toEqual({
							feel,
							value,
							passes: passes(feel, value, domain),
						});
				},
			),
			{ numRuns: 500 },
		);
	});
}

const inputs = [number, date, flag, place, vendor];
const table = fc.subarray(inputs, { minLength: 1, maxLength: 3 }).chain((columns) =>
	fc.record({
		columns: fc.constant(columns),
		rows: fc.array(fc.tuple(...columns.map((column) => fc.oneof(fc.constant('-'), anyTest(column)))), {
			minLength: 1,
			maxLength: 7,
		}),
		points: fc.array(fc.tuple(...columns.map(anyValue)), { minLength: 10, maxLength: 25 }),
	}),
);

test('a gap is a gap, and where there is none every value is claimed', () => {
	let gaps = 0;
	let covered = 0;
	fc.assert(
		fc.property(table, ({ columns, rows, points }) => {
			const read = readDecisionTable(
				columns,
				rows.map((test) => ({ test })),
				parseUnaryTests,
			);
			const claims = (point: readonly Value[]) =>
				rows.filter((row) =>
					row.every((feel, index) => passes(feel, point[index] as Value, columns[index] as InputDomain)),
				).length;
			const result = findGap(read);
			if (result.kind === 'gap') {
				gaps++;
				expect(claims(result.witness.map(({ value }) => value))).toBe(0);
			} else if (result.kind === 'covered') {
				covered++;
				for (const point of points) expect(claims(point)).toBeGreaterThan(0);
			} else expect(read.problems.length).toBeGreaterThan(0);
		}),
		{ numRuns: 400 },
	);
	// Both kinds must come up often enough to mean something: about a tenth of the tables has a gap.
	expect(Math.min(gaps, covered)).toBeGreaterThan(15);
});

test('two branches overlap exactly where some value passes both', () => {
	let found = 0;
	fc.assert(
		fc.property(table, ({ columns, rows, points }) => {
			const read = readDecisionTable(
				columns,
				rows.map((test) => ({ test })),
				parseUnaryTests,
			);
			const claiming = (point: readonly Value[]) =>
				rows.flatMap((row, at) =>
					row.every((feel, index) => passes(feel, point[index] as Value, columns[index] as InputDomain))
						? [at]
						: [],
				);
			const { overlaps } = findOverlaps(read);
			const pairs = new Set(overlaps.map(({ first, second }) => `${first} ${second}`));
			found += overlaps.length;
			for (const { first, second, witness } of overlaps)
				expect(claiming(witness.map(({ value }) => value))).toEqual(expect.arrayContaining([first, second]));
			for (const point of points) {
				const claimed = claiming(point);
				for (const second of claimed)
					for (const first of claimed.filter((row) => row < second))
						expect(pairs).toContain(`${first} ${second}`);
			}
		}),
		{ numRuns: 300 },
	);
	expect(found).toBeGreaterThan(100);
});
