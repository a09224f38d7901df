import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSurelySooner } from '../../../src/model/compare-durations.ts';

it.each([
	['4 hours', '1 business day', true],
	['1 business day', '4 hours', false],
	['3 business days', '4 days', false],
	['4 days', '3 business days', false],
	['2 business days', '3 business days', true],
	['4 business hours', '1 business day', true],
	['1 business day', '8 business hours', false],
	['8 business hours', '1 business day', false],
	['1 business day', '20 business hours', true],
	['1 business day', '1 week', true],
	['5 business days', '1 week', false],
	['60 minutes', '1 hour', false],
	['59 minutes', '1 hour', true],
	['5 years', '6 years', true],
	['72 months', '6 years', false],
	['71 months', '6 years', true],
	['P5Y', '6 years', true],
	['2000 days', '6 years', true],
	['2191 days', '6 years', false],
	['once', '1 hour', false],
	['1 hour', 'soon', false],
	['', '', false],
])('%s is surely sooner than %s: %s', (text, than, expected) => {
	expect(isSurelySooner(text, than)).toBe(expected);
});

const unit = fc.constantFrom(
	'second',
	'minute',
	'hour',
	'business hour',
	'day',
	'business day',
	'week',
	'month',
	'year',
);
const duration = fc.tuple(fc.integer({ min: 1, max: 400 }), unit).map(([count, name]) => `${count} ${name}s`);

it('never says of two that each is sooner', () => {
	fc.assert(
		fc.property(duration, duration, (a, b) => {
			expect(isSurelySooner(a, b) && isSurelySooner(b, a)).toBe(false);
			expect(isSurelySooner(a, a)).toBe(false);
		}),
		{ numRuns: 2000 },
	);
});
