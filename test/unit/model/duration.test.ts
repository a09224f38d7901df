import { describe, expect, it } from 'vitest';
import {
	addDuration,
	dayNumber,
	daysBetween,
	dayText,
	isCalendarDay,
} from '../../../src/model/calendar-day.ts';
import { durationBounds, isSurelyShorter, parseDuration } from '../../../src/model/duration.ts';

const duration = (text: string) => {
	const parsed = parseDuration(text);
	if (parsed === undefined) throw new Error(`${text} is no duration`);
	return parsed;
};

describe('parseDuration', () => {
	it.each([
		['5 seconds', { count: 5, unit: 'second' }],
		['45 minutes', { count: 45, unit: 'minute' }],
		['1 hour', { count: 1, unit: 'hour' }],
		['8 business hours', { count: 8, unit: 'business hour' }],
		['3 business days', { count: 3, unit: 'business day' }],
		['2 weeks', { count: 2, unit: 'week' }],
		['7 years', { count: 7, unit: 'year' }],
		['P3M', { count: 3, unit: 'month' }],
		['P1Y6M', { count: 18, unit: 'month' }],
		['P2W', { count: 2, unit: 'week' }],
		['P1W1D', { count: 8, unit: 'day' }],
		['PT1H30M', { count: 90, unit: 'minute' }],
		['P1DT12H', { count: 36, unit: 'hour' }],
		['P1DT1S', { count: 86_401, unit: 'second' }],
		['P1M10D', { count: 1, unit: 'month', and: { count: 10, unit: 'day' } }],
	])('reads %s', (text, expected) => {
		expect(parseDuration(text)).toEqual(expected);
	});

	it.each([
		'',
		'P',
		'PT',
		'P1MT',
		'3',
		'days',
		'3  days',
		'-3 days',
		'1.5 days',
		'3 business weeks',
		'soon',
		'P1D2W',
	])('finds none in "%s"', (text) => {
		expect(parseDuration(text)).toBeUndefined();
	});
});

describe('isSurelyShorter', () => {
	it.each([
		['4 hours', '1 business day'],
		['1 business day', '1 week'],
		['2 business days', '3 business days'],
		['11 months', '1 year'],
		['6 years', '7 years'],
		['3 months', '100 days'],
		['1 day', '25 hours'],
	])('%s before %s', (shorter, longer) => {
		expect(isSurelyShorter(duration(shorter), duration(longer))).toBe(true);
		expect(isSurelyShorter(duration(longer), duration(shorter))).toBe(false);
	});

	it.each([
		['1 week', '5 business days'],
		['12 months', '1 year'],
		['1 month', '30 days'],
		['1 business day', '24 hours'],
		['24 hours', '1 day'],
	])('neither of %s and %s', (one, other) => {
		expect(isSurelyShorter(duration(one), duration(other))).toBe(false);
		expect(isSurelyShorter(duration(other), duration(one))).toBe(false);
	});

	it('bounds a year by its days, however many', () => {
		for (const count of [1, 2, 3, 4, 7, 10, 100]) {
			const { least, most } = durationBounds({ count, unit: 'year' });
			for (const from of ['1970-01-01', '1996-02-29', '1999-12-31', '2023-03-01']) {
				const days = daysBetween(from, addDuration(from, { count, unit: 'year' }) ?? '') ?? Number.NaN;
				expect(days * 86_400).toBeGreaterThanOrEqual(least - 86_400);
				expect(days * 86_400).toBeLessThanOrEqual(most);
			}
		}
	});
});

describe('calendar days', () => {
	it.each(['2024-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])('%s exists', (day) => {
		expect(isCalendarDay(day)).toBe(true);
		expect(dayText(dayNumber(day) ?? Number.NaN)).toBe(day);
	});

	it.each(['2023-02-29', '2024-99-99', '2026-02-30', '0000-01-01', '2026-1-1', '2026-01-01T00:00', ''])(
		'"%s" does not',
		(day) => {
			expect(isCalendarDay(day)).toBe(false);
		},
	);

	it.each([
		['2024-01-31', '1 month', '2024-02-29'],
		['2024-02-29', '1 year', '2025-02-28'],
		['2026-11-22', '2 years', '2028-11-22'],
		['2026-11-22', '14 days', '2026-12-06'],
		['2026-11-22', '36 hours', '2026-11-24'],
		['2026-11-20', '1 business day', '2026-11-23'],
		['2026-11-20', '5 business days', '2026-11-27'],
		['2026-11-20', '9 business hours', '2026-11-24'],
		['2026-01-31', 'P1M10D', '2026-03-10'],
		['0090-01-31', '1 month', '0090-02-28'],
	])('%s and %s give %s', (from, after, expected) => {
		expect(addDuration(from, duration(after))).toBe(expected);
	});

	it('counts by the working days it is given', () => {
		expect(addDuration('2026-11-20', duration('1 business day'), (day) => day !== '2026-11-21')).toBe(
			'2026-11-22',
		);
	});

	it('gives nothing beyond the year 9999, nor from a day that is none', () => {
		expect(addDuration('2026-01-01', duration('9999 years'))).toBeUndefined();
		expect(addDuration('2026-01-01', duration('99999999999999999999 days'))).toBeUndefined();
		expect(addDuration('2026-01-01', duration('3000000 business days'))).toBeUndefined();
		expect(addDuration('2026-02-30', duration('1 day'))).toBeUndefined();
	});
});
