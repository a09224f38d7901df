import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { expect, test } from 'vitest';
import { checkRule } from '../../src/model/recurrence/check-rule.ts';

// rrule-temporal, a reader of recurrence rules written by others, says whether a rule names a day. It takes a 53rd
// weekday of a year from the next one where there are 52, so numbers stay within what every period has or none.
const days = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
const numberedDays = fc
	.tuple(fc.constantFrom('', '1', '2', '-1', '5', '6', '-5'), days)
	.map(([nth, day]) => `${nth}${day}`);
const oneOrTwo = <Value>(one: fc.Arbitrary<Value>) =>
	fc.uniqueArray(one, { minLength: 1, maxLength: 2 }).map(String);
const maybe = (name: string, values: fc.Arbitrary<string>) =>
	fc.option(values.map((value) => `;${name}=${value}`)).map((part) => part ?? '');
const counted = (most: number) =>
	oneOrTwo(fc.integer({ min: -most, max: most }).filter((number) => number !== 0));

const months = maybe('BYMONTH', oneOrTwo(fc.integer({ min: 1, max: 12 })));
const monthDays = maybe('BYMONTHDAY', counted(31));
// A rule by weeks that names no weekday takes that of its first day, which is not part of it.
const weekdays = oneOrTwo(days).map((value) => `;BYDAY=${value}`);
const rules = fc.oneof(
	fc
		.tuple(fc.constant('FREQ=MONTHLY'), months, monthDays, maybe('BYDAY', oneOrTwo(numberedDays)))
		.map((parts) => parts.join('')),
	fc
		.tuple(fc.constant('FREQ=YEARLY'), months, monthDays, maybe('BYDAY', oneOrTwo(days)))
		.map((parts) => parts.join('')),
	fc
		.tuple(fc.constant('FREQ=YEARLY'), months, maybe('BYWEEKNO', counted(53)), weekdays)
		.map((parts) => parts.join('')),
	fc.tuple(fc.constant('FREQ=WEEKLY'), months, maybe('BYDAY', oneOrTwo(days))).map((parts) => parts.join('')),
);

function comes(rule: string): boolean {
	const rruleString = `DTSTART;VALUE=DATE:20000101\nRRULE:${rule}`;
	const read = new RRuleTemporal({ rruleString, strict: true, maxIterations: 3000 });
	try {
		return read.all((_, index) => index < 1).length > 0;
	} catch (error) {
		if (String(error).includes('Maximum')) return false;
		throw error;
	}
}

test('says of a sound rule that it never comes where an independent reader finds no day', () => {
	fc.assert(
		fc.property(rules, (rule) => {
			const problem = checkRule(rule);
			expect(problem === undefined || problem.message.includes('never comes')).toBe(true);
			expect({ rule, comes: problem === undefined }).toEqual({ rule, comes: comes(rule) });
		}),
		{ numRuns: 100 },
	);
});
