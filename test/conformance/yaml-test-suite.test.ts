import { describe, expect, test } from 'vitest';
import { readFullYaml } from '../../src/source/full-yaml.ts';
import { readPlainYaml } from '../../src/source/plain-yaml.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { sameValue } from '../support/same-value.ts';
import { suiteCases } from '../support/yaml-test-suite.ts';

/** Valid YAML that the format refuses on purpose, with what it says first. */
const refusedOnPurpose: readonly { readonly because: RegExp; readonly cases: string }[] = [
	{
		// Keys that are empty, null, numbers, lists, maps or aliases; a key left out.
		because: /^(?:A key|The key .+) is not text$/,
		cases: `26DV 2JQS 4FJ6 6BFJ 6M2F 6PBE 9MMW CFD4 DFF7 E76Z FH7J FRK4 KK5P LX3P M2N8/00 M2N8/01 M5DY NHX8 PW8X
			Q9WF RZP5 S3PD SBG9 SM9W/01 UKK6/00 V9D5 X38W XW4D`,
	},
	{
		because: /^The file has a % directive$/,
		cases: `27NA 2LFX 5TYM 6CK3 6LVF 6WLZ 9WXW BEC7 C4HZ CC74 DK95/07 MUS6/02 MUS6/03 MUS6/04 MUS6/05 MUS6/06 P76L
			RTP8 U3C3 W4TN Z9M4`,
	},
	{
		// Tags outside the core schema; 2SXE and W5VH have anchors that end in a colon.
		because: /^A text without quotes cannot begin with [!:*&]$/,
		cases: '2SXE 2XXW 565N 7FWL CUP7 J7PZ M5C3 UGM3 W5VH Z67P',
	},
	{
		because: /^The file holds two documents$/,
		cases: '35KP 6XDY 6ZKB 7Z25 9DXL 9KAX JHB9 KSS4 L383 M7A3 NKF9 PUW8 RZT7 U9NS UT92',
	},
	{
		because: /^The file is empty$/,
		cases: '8G76 98YD AVM7 HWV9 QT73',
	},
];

/** Values of valid texts for which the suite has no JSON. */
const withoutJson: Readonly<Record<string, unknown>> = {
	'4ABK': { unquoted: 'separate', 'http://foo.com': null, 'omitted value': null },
	'UKK6/02': '',
};

const cases = suiteCases();
const reasons = new Map(
	refusedOnPurpose.flatMap(({ because, cases: names }) =>
		names.split(/\s+/).map((name) => [name, because] as const),
	),
);

test('the suite is there', () => {
	expect(cases).toHaveLength(402);
	expect(cases.filter(({ isError }) => isError)).toHaveLength(94);
	expect([...reasons.keys()].filter((name) => !cases.some((one) => one.name === name))).toEqual([]);
});

describe('every text with an error is refused', () => {
	test.each(cases.filter(({ isError }) => isError))('$name', ({ text }) => {
		expect(readYaml(text).problems.map(({ rule }) => rule)).toContain('document/syntax');
	});
});

describe('every valid text has the value the suite gives it, or is refused on purpose', () => {
	test.each(cases.filter(({ isError }) => !isError))('$name', ({ name, text, json }) => {
		const { value, problems } = readYaml(text);
		const because = reasons.get(name);
		if (because !== undefined) {
			expect(problems[0]?.rule).toBe('document/syntax');
			expect(problems[0]?.message).toMatch(because);
			return;
		}
		expect(problems).toEqual([]);
		if (json === undefined) expect(withoutJson).toHaveProperty([name]);
		expect(value).toEqual(json === undefined ? withoutJson[name] : JSON.parse(json));
	});
});

describe('what the plain reader reads, the full reader reads likewise and without a problem', () => {
	const plain = cases.flatMap((one) => {
		const reading = readPlainYaml(one.text);
		return reading ? [{ ...one, value: reading.value }] : [];
	});

	test('it reads some of them', () => expect(plain.length).toBeGreaterThan(30));

	test.each(plain)('$name', ({ text, value, isError }) => {
		const full = readFullYaml(text);
		expect(isError).toBe(false);
		expect(full.problems).toEqual([]);
		expect(sameValue(value, full.value)).toBe(true);
	});
});
