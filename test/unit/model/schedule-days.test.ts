import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduledRuns } from '../../../src/model/recurrence/schedule-days.ts';
import { workingDays } from '../../../src/model/working-days.ts';

const isWorkingDay = workingDays({ calendar: { holidays: [{ day: '2026-01-01', name: 'New Year' }] } });
const runs = (rule: string, words: Partial<Parameters<typeof scheduledRuns>[0]> = {}) =>
	scheduledRuns({
		rule,
		due: undefined,
		start: '2025-11-03',
		from: '2026-01-01',
		until: '2026-03-31',
		isWorkingDay,
		...words,
	});
const dueDays = (...words: Parameters<typeof runs>) => {
	const found = runs(...words);
	return typeof found === 'string' ? found : found.map(({ due }) => due);
};

describe('the runs of a schedule', () => {
	it('are counted from the day it begins', () => {
		expect(dueDays('FREQ=MONTHLY')).toEqual(['2026-01-03', '2026-02-03', '2026-03-03']);
		expect(dueDays('FREQ=WEEKLY;INTERVAL=6')).toEqual(['2026-01-26', '2026-03-09']);
		expect(dueDays('FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31')).toEqual(['2026-01-31']);
		expect(dueDays('FREQ=MONTHLY;COUNT=3')).toEqual(['2026-01-03']);
		expect(dueDays('FREQ=MONTHLY;UNTIL=20260204')).toEqual(['2026-01-03', '2026-02-03']);
		expect(dueDays('FREQ=MONTHLY', { start: '2026-02-15' })).toEqual(['2026-02-15', '2026-03-15']);
		expect(dueDays('FREQ=MONTHLY', { start: '2026-08-01' })).toEqual([]);
		expect(dueDays('FREQ=DAILY', { start: '1960-01-01', until: '2026-01-03' })).toHaveLength(3);
	});

	it('are due when the time for them is over, by the business days of the calendar', () => {
		const first = 'FREQ=MONTHLY;BYMONTHDAY=1';
		expect(runs(first, { due: '2 business days' })).toEqual([
			{ day: '2026-01-01', due: '2026-01-05' },
			{ day: '2026-02-01', due: '2026-02-03' },
			{ day: '2026-03-01', due: '2026-03-03' },
		]);
		// Begun in December, and due in January.
		expect(dueDays(first, { due: '40 days', until: '2026-02-01' })).toEqual(['2026-01-10']);
		expect(dueDays('FREQ=DAILY', { due: '1 week', until: '2026-01-02' })).toEqual([
			'2026-01-01',
			'2026-01-02',
		]);
	});

	it('cannot be told of a rule that is not sound, or that comes several times a day', () => {
		expect(runs('FREQ=HOURLY')).toContain('several times a day');
		expect(runs('FREQ=MONTHLY\nRRULE:FREQ=DAILY')).toContain('its schedule is not sound');
		expect(runs('')).toContain('its schedule is not sound');
		expect(runs('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')).toContain('its schedule is not sound');
	});

	it('lie in the stretch asked about, in order, whatever the rule', () => {
		const rules = fc.constantFrom(
			'FREQ=DAILY',
			'FREQ=WEEKLY;BYDAY=MO,FR',
			'FREQ=MONTHLY;BYDAY=-1FR',
			'FREQ=YEARLY',
		);
		const due = fc.constantFrom(undefined, '3 days', '5 business days', '2 months');
		fc.assert(
			fc.property(rules, due, fc.integer({ min: 0, max: 400 }), (rule, time, length) => {
				const until = new Date(Date.UTC(2026, 0, 1 + length)).toISOString().slice(0, 10);
				const found = runs(rule, { due: time, until });
				if (typeof found === 'string') throw new Error(found);
				for (const { day, due: last } of found) {
					expect(last >= '2026-01-01' && last <= until).toBe(true);
					expect(day >= '2025-11-03' && day <= last).toBe(true);
				}
				expect(found.map(({ day }) => day)).toEqual([...new Set(found.map(({ day }) => day))].sort());
			}),
			{ numRuns: 60 },
		);
	});
});

describe('business days', () => {
	it('are those of the calendar register, Monday to Friday where it does not say', () => {
		expect(isWorkingDay('2026-01-01')).toBe(false);
		expect(isWorkingDay('2026-01-02')).toBe(true);
		expect(isWorkingDay('2026-01-03')).toBe(false);
		const sunday = workingDays({ calendar: { week: ['sun'] } });
		expect(['2026-01-04', '2026-01-05'].map(sunday)).toEqual([true, false]);
		expect(workingDays(undefined)('2026-01-05')).toBe(true);
	});
});
