import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mainlineOf, positionAt } from '../../src/model/history/mainline.ts';
import { mainlineTimes } from '../../src/model/history/mainline-times.ts';

const now = 1000;
/** Some of them the same, some ahead of now. */
const anyDates = fc.array(fc.integer({ min: 0, max: now + 200 }), { minLength: 1, maxLength: 40 });
const orderedDates = (minLength: number) =>
	fc
		.array(fc.integer({ min: 1, max: now }), { minLength, maxLength: 30 })
		.map((dates) => dates.toSorted((a, b) => a - b));
const timesOf = (dates: readonly number[]) => [...mainlineTimes(dates, now).times];
const keptOf = (dates: readonly number[]) => [...mainlineTimes(dates, now).kept];

/** The runs that could be kept, by trying all of them. */
function longestRuns(dates: readonly number[]): readonly (readonly number[])[] {
	let longest: (readonly number[])[] = [[]];
	for (let set = 1; set < 2 ** dates.length; set++) {
		const run = dates.flatMap((_, index) => (set & (1 << index) ? [index] : []));
		const values = run.map((index) => dates[index] ?? 0);
		if (values.some((date, at) => date > now || date < (values[at - 1] ?? 0))) continue;
		if (run.length > (longest[0]?.length ?? 0)) longest = [run];
		else if (run.length === longest[0]?.length) longest.push(run);
	}
	return longest;
}

/** The order of runs by the first place where they differ. */
function firstDifference(a: readonly number[], b: readonly number[]): number {
	const at = a.findIndex((index, place) => index !== b[place]);
	return (a[at] ?? 0) - (b[at] ?? 0);
}

describe('times of the mainline', () => {
	it('never run backwards, and find the last commit that an instant knew', () => {
		fc.assert(
			fc.property(anyDates, fc.integer({ min: -1, max: now + 201 }), (dates, instant) => {
				const times = timesOf(dates);
				expect(times).toEqual(times.toSorted((a, b) => a - b));
				const mainline = mainlineOf(
					{ length: dates.length, idAt: (position) => `${position}`, dates: () => dates },
					{ now },
				);
				expect(positionAt(mainline, instant)).toBe(times.findLastIndex((time) => time <= instant));
			}),
		);
	});

	it('keep the longest run of dates, and of several the one with the earlier commit', () => {
		const few = fc.array(fc.integer({ min: now - 6, max: now + 1 }), { minLength: 1, maxLength: 9 });
		fc.assert(
			fc.property(few, (dates) => {
				const [first] = longestRuns(dates).toSorted(firstDifference);
				expect(keptOf(dates).flatMap((kept, index) => (kept === 1 ? [index] : []))).toEqual(first);
			}),
		);
	});

	it('are its own date where that was kept, and never earlier than its own date unless a later one is believed', () => {
		fc.assert(
			fc.property(anyDates, (dates) => {
				const [times, kept] = [timesOf(dates), keptOf(dates)];
				for (const [index, date] of dates.entries()) {
					const time = times[index] ?? 0;
					if (kept[index] === 1) expect(time).toBe(date);
					const next = dates.find((_, later) => later > index && kept[later] === 1);
					if (time < date) expect(time).toBe(next);
				}
			}),
		);
	});

	it('of others stay as they are where one date lies before all, or ahead of now', () => {
		const outlier = fc.constantFrom(0, now + 1, now + 10_000);
		fc.assert(
			fc.property(orderedDates(3), outlier, fc.nat(), (dates, date, place) => {
				const at = place % (dates.length + 1);
				const times = timesOf(dates.toSpliced(at, 0, date));
				expect(times.toSpliced(at, 1)).toEqual(dates);
				expect(keptOf(dates.toSpliced(at, 0, date))[at]).toBe(date === 0 && at === 0 ? 1 : 0);
			}),
		);
	});

	it('of others stay as they are where one is later than some that follow, once two right ones do', () => {
		const late = fc.tuple(orderedDates(3), fc.nat(), fc.integer({ min: 1, max: now }));
		fc.assert(
			fc.property(late, ([dates, place, date]) => {
				const at = place % (dates.length - 1);
				const overtaken = dates.filter((other, index) => index >= at && other < date).length;
				fc.pre(date >= (dates[at - 1] ?? 0) && overtaken >= 2);
				expect(timesOf(dates.toSpliced(at, 0, date)).toSpliced(at, 1)).toEqual(dates);
			}),
		);
	});

	it('of what came before never become earlier by one commit that is dated back', () => {
		fc.assert(
			fc.property(orderedDates(1), fc.integer({ min: 0, max: now }), (dates, date) => {
				fc.pre(date < (dates.at(-1) ?? 0));
				expect(timesOf([...dates, date])).toEqual([...dates, dates.at(-1)]);
				expect(keptOf([...dates, date]).at(-1)).toBe(0);
			}),
		);
	});

	it('nor by as many as the dates that they contradict', () => {
		fc.assert(
			fc.property(orderedDates(2), fc.array(fc.nat({ max: now }), { minLength: 1 }), (dates, forged) => {
				const contradicted = dates.filter((date) => date > Math.max(...forged)).length;
				const count = Math.min(forged.length, contradicted);
				const times = timesOf([...dates, ...forged.slice(0, count)]);
				expect(times.slice(0, dates.length)).toEqual(dates);
			}),
		);
	});

	it('of what came before are not touched by a commit dated ahead', () => {
		fc.assert(
			fc.property(anyDates, fc.integer({ min: now + 1, max: now * 2 }), (dates, date) => {
				expect(timesOf([...dates, date]).slice(0, -1)).toEqual(timesOf(dates));
			}),
		);
	});
});

describe('few commits', () => {
	it.each([
		[[2099], [2099], [0]],
		[
			[100, 2099],
			[100, 2099],
			[1, 0],
		],
		[
			[2099, 100],
			[100, 100],
			[0, 1],
		],
		[
			[100, 2099, 200],
			[100, 200, 200],
			[1, 0, 1],
		],
		[
			[300, 100],
			[300, 300],
			[1, 0],
		],
		[
			[100, 300, 200],
			[100, 300, 300],
			[1, 1, 0],
		],
		[
			[300, 100, 200],
			[100, 100, 200],
			[0, 1, 1],
		],
		// Nothing bounds the first two: they are known when they say, so the third is known no earlier.
		[
			[100, 2098, 2099, 50],
			[100, 2098, 2099, 2099],
			[1, 0, 0, 0],
		],
		[
			[100, 900, 50, 300, 400],
			[100, 300, 300, 300, 400],
			[1, 0, 0, 1, 1],
		],
	])('%j have the times %j', (dates, times, kept) => {
		expect([timesOf(dates), keptOf(dates)]).toEqual([times, kept]);
	});

	it('are as quick to read where there are many', () => {
		const dates = Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 999);
		const begun = performance.now();
		mainlineTimes(dates, now);
		expect(performance.now() - begun).toBeLessThan(2000);
	});
});
