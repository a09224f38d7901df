import { describe, expect, test } from 'vitest';
import { describeSet } from '../../../src/model/decision/describe-set.ts';
import type { InputDomain } from '../../../src/model/decision/input-domain.ts';
import { loadUnaryTestParser } from '../../../src/model/decision/load-unary-test-parser.ts';
import { parseUnaryTests } from '../../../src/model/decision/parse-unary-tests.ts';
import { checker, discount, place, received, urgent, variance, vendor } from './inputs.ts';

function meaning(text: string, domain: InputDomain, inputs?: readonly string[]): string {
	const reading = parseUnaryTests(text, domain, inputs);
	return reading.kind === 'set' ? describeSet(reading.set) : reading.kind;
}

/** What is wrong: the part of the text, the message, the help. */
function wrongs(text: string, domain: InputDomain, inputs?: readonly string[]): string[] {
	const reading = parseUnaryTests(text, domain, inputs);
	if (reading.kind !== 'invalid') throw new Error(`${text} is ${reading.kind}`);
	return reading.problems.map(
		({ at, message, help }) => `${text.slice(at.from, at.to)} | ${message} | ${help ?? ''}`,
	);
}

describe('what a test means', () => {
	test.each([
		['-', 'anything'],
		['5', '5'],
		['-5', '-5'],
		['- 5.25', '-5.25'],
		['= .5', '0.5'],
		['!= 5', 'below 5, or above 5'],
		['< 5', 'below 5'],
		['<= -5', 'at most -5'],
		['>5', 'above 5'],
		['>= 5', 'at least 5'],
		['[1..5]', 'at least 1 and at most 5'],
		['(1..5]', 'above 1 and at most 5'],
		[']1..5[', 'above 1 and below 5'],
		['1, 2', '1, or 2'],
		['[1..3), [3..5]', 'at least 1 and at most 5'],
		['not(1)', 'below 1, or above 1'],
		['not(< 1, > 5)', 'at least 1 and at most 5'],
		['[1, 2]', '1, or 2'],
		['((> 5))', 'above 5'],
		['? > 5 and ? <= 7', 'above 5 and at most 7'],
		['? < 5 or 7 < ?', 'below 5, or above 7'],
		['? between 5 and 7', 'at least 5 and at most 7'],
		['? in (5, [7..9])', '5, or at least 7 and at most 9'],
		['not(? > 5)', 'at most 5'],
		['1 /* one */', '1'],
	])('%s over a number', (text, expected) => expect(meaning(text, variance)).toBe(expected));

	test.each([
		['date("2026-01-31")', '2026-01-31'],
		['@"2026-01-31"', '2026-01-31'],
		['date(2026, 1, 31)', '2026-01-31'],
		['< @"2026-02-01"', 'until 2026-01-31'],
		['> date("2026-01-31")', 'from 2026-02-01 on'],
		['[@"2026-01-01"..@"2026-02-01")', 'from 2026-01-01 to 2026-01-31'],
		['<= @"2026-01-31", >= @"2026-02-01"', 'anything'],
	])('%s over a date', (text, expected) => expect(meaning(text, received)).toBe(expected));

	test('over the other types', () => {
		expect(meaning('not(true)', urgent)).toBe('false');
		expect(meaning('true, false', urgent)).toBe('true, false');
		expect(meaning('"local", "online"', place)).toBe('"local", "online"');
		expect(meaning('not("local")', place)).toBe('"online", "abroad"');
		expect(meaning('not("Acme")', vendor)).toBe('anything but "Acme"');
		expect(meaning('"controller"', checker)).toBe('"controller"');
		expect(meaning(String.raw`"\UFFFFFF \q"`, vendor)).toBe(String.raw`"\UFFFFFF \q"`);
		expect(meaning(String.raw`"a \"b\" \\ \u0041 \U01F40E"`, vendor)).toBe(String.raw`"a "b" \ A 🐎"`);
	});

	test('stays within the domain', () => {
		expect(meaning('> 5', discount)).toBe('above 5 and at most 100');
		expect(meaning('-', discount)).toBe('at least 0 and at most 100');
		expect(meaning('(5..5)', discount)).toBe('nothing');
	});
});

describe('what cannot be analysed', () => {
	test.each([
		['count(?) > 1', variance],
		['5 - 3', variance],
		['null', variance],
		['[> 5]', variance],
		['> limit', variance],
		['> today()', received],
		['@"P1D"', received],
		['date and time("2026-01-01T00:00:00")', received],
		['> "m"', vendor],
		['starts with(?, "A")', vendor],
		['other input', vendor],
		['? = true', urgent],
		['? in (0) and ? < 0', variance],
	])('%s is never taken for a pass', (text, domain) => expect(meaning(text, domain)).toBe('opaque'));

	test('says where and why', () => {
		expect(parseUnaryTests('5, > limit', variance)).toEqual({
			kind: 'opaque',
			at: { from: 5, to: 10 },
			reason: 'it compares with limit, which is known only when the decision is taken',
		});
	});

	test('a known name is another input, an unknown one a mistake', () => {
		expect(meaning('> limit', variance, ['limit'])).toBe('opaque');
		expect(wrongs('> limit', variance, ['variance'])).toEqual([
			'limit | "limit" is neither a value nor an input | Write a value, or the id of an input',
		]);
		expect(wrongs('Acme', vendor, ['vendor'])).toEqual([
			"Acme | Acme stands without quotes, as the name of another input | Write '\"Acme\"': the inner quotes are the test's, the outer ones are YAML's",
		]);
	});
});

describe('what is wrong', () => {
	test.each([
		['', variance, [' | The test is empty | Write "-" where any value passes']],
		[
			'"a"',
			variance,
			[
				'"a" | "a" does not fit variance, which is a number | Write digits alone: no quotes, no unit, no thousands separator',
			],
		],
		[
			'true, 5',
			variance,
			[
				'true | true does not fit variance, which is a number | Write digits alone: no quotes, no unit, no thousands separator',
			],
		],
		[
			'1,500',
			variance,
			[
				'500 | The comma in 1,500 separates two values | Write 1500, or put a space after the comma if two values are meant',
			],
		],
		[
			'> 1.000,50',
			variance,
			[
				'50 | The comma in 1.000,50 separates two values | Write 1000.50, or put a space after the comma if two values are meant',
			],
		],
		[
			'1e5',
			variance,
			['1e5 | 1e5 has an exponent, which not every FEEL reader takes | Write the number out'],
		],
		['007', variance, ['007 | 007 is not written as a number | Write digits alone, without leading zeros']],
		[
			'0.1234567890123456',
			variance,
			[
				'0.1234567890123456 | 0.1234567890123456 has more than the 15 digits that are kept exactly | Round it to 15 digits',
			],
		],
		['[5..1]', variance, ['[5..1] | The interval runs from 5 down to 1 | Write the smaller value first']],
		[
			'> 5 and < 7',
			variance,
			[
				'5 and < 7 | Two limits cannot be joined as "5 and < 7" | Write an interval: [5..7] with both ends, (5..7) without them, [5..7) without the last',
			],
		],
		['=> 5', variance, ['> 5 | Two comparisons stand one after the other | Write one of < <= > >= = !=']],
		['5 or 7', variance, ['5 or 7 | "or" joins conditions, not values | Separate values by commas: 5, 7']],
		[
			'-1, 101',
			discount,
			[
				'-1 | -1 is less than discount can be: its min is 0 | Correct the value, or the min and max of discount where it is declared',
				'101 | 101 is more than discount can be: its max is 100 | Correct the value, or the min and max of discount where it is declared',
			],
		],
		[
			'"here"',
			place,
			['"here" | "here" is not a value of place | Its values are "local", "online", "abroad"'],
		],
		[
			'local',
			place,
			[
				"local | local stands without quotes, as the name of another input | Write '\"local\"': the inner quotes are the test's, the outer ones are YAML's",
			],
		],
		[
			'> "local"',
			place,
			['"local" | place has no order, so > does not fit it | Name the values that pass, separated by commas'],
		],
		[
			'["a".."b"]',
			place,
			[
				'["a".."b"] | place has no order, so an interval does not fit it | Name the values that pass, separated by commas',
			],
		],
		['5', vendor, ['5 | 5 does not fit vendor, which is text | Write the text in quotes']],
		['yes', urgent, ['yes | yes is not true or false | Write true or false, in small letters']],
		[
			'"2026-01-31"',
			received,
			[
				'"2026-01-31" | "2026-01-31" does not fit received, which is a date | Write a date; inside a test as date("2026-01-31")',
			],
		],
		[
			'> 2026-01-31',
			received,
			['2026-01-31 | 2026-01-31 is a subtraction here, not a date | Write date("2026-01-31")'],
		],
		[
			'date("2026-02-30")',
			received,
			['date("2026-02-30") | date("2026-02-30") is no day of the calendar | Write date("2026-01-31")'],
		],
		[
			'date("2026-1-5")',
			received,
			['date("2026-1-5") | date("2026-1-5") is no day of the calendar | Write date("2026-01-31")'],
		],
	])('%s', (text, domain, expected) => expect(wrongs(text, domain)).toEqual(expected));

	test.each([
		['1..5', '..5', 'in brackets'],
		['> 50 USD', 'USD', 'the unit stands at the input'],
		['10%', '%', 'the unit stands at the input'],
		['≥ 5', '≥ 5', '>='],
		["'local'", "'local'", 'straight double quotes'],
		['“local”', '“local”', 'straight double quotes'],
		['[1,000..2,000]', '..2,000]', 'without a thousands separator'],
		['"a"; "b"', '; "b"', 'commas'],
		['[1..', '[1..', 'FEEL unary test'],
	])('%s does not parse, and how to mend it is said', (text, part, help) => {
		const [wrong, another] = wrongs(text, place);
		expect(another).toBeUndefined();
		expect(wrong).toMatch(
			new RegExp(`^${part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} \\| The test (cannot be read|ends)`),
		);
		expect(wrong).toContain(help);
	});

	test('a test made to exhaust the reader is refused at once', () => {
		for (const text of [
			'['.repeat(1999),
			'('.repeat(1999),
			'{a:'.repeat(600),
			'1'.repeat(5000),
			'"'.repeat(1999),
		])
			expect(meaning(text, variance)).toBe('invalid');
		expect(wrongs(Array.from({ length: 900 }, (_, at) => at).join(', '), variance)[0]).toContain(
			'longer than 2000',
		);
		// Reversed brackets open nothing.
		expect(
			meaning(Array.from({ length: 60 }, (_, at) => `]${at}..${at + 1}[`).join(', '), variance),
		).toContain('above 0');
	});
});

test('the parser can be loaded later', async () => {
	expect(await loadUnaryTestParser()).toBe(parseUnaryTests);
});
