import { describe, expect, it } from 'vitest';
import type { CoverageStatus } from '../../../src/control/coverage/coverage-status.ts';
import { missingTo, type Share, shareOf, shareWords } from '../../../src/control/coverage/share.ts';

function share(counts: Partial<Record<CoverageStatus, number>>): Share {
	const statuses = Object.entries(counts).flatMap(([status, count]) => Array(count).fill({ status }));
	return shareOf(statuses);
}

describe('the share that is covered', () => {
	it('counts neither what is set aside, nor as covered what cannot be told', () => {
		const found = share({ covered: 2, 'review overdue': 1, none: 1, 'not evaluated': 1, 'set aside': 7 });
		expect(found).toEqual({ covered: 3, done: 5, setAside: 7, notEvaluated: 1, percent: 60 });
		expect(share({ 'set aside': 2 })).toMatchObject({ done: 0, percent: null });
		expect(shareWords(share({}))).toBe('nothing is done here');
	});

	it('is rounded down: 79.6 is not 80, and only all is 100', () => {
		const most = share({ covered: 39, none: 10 });
		expect(shareWords(most)).toBe('39 of 49 (79%)');
		expect([missingTo(most, 79), missingTo(most, 79.6), missingTo(most, 80)]).toEqual([0, 1, 1]);
		expect(shareWords(share({ covered: 999, none: 1 }))).toBe('999 of 1000 (99%)');
	});

	it('reaches a percentage that it is exactly, whatever fractions of two make of it', () => {
		for (let tenth = 0; tenth <= 1000; tenth++)
			expect(missingTo({ covered: tenth, done: 1000 }, tenth / 10), `${tenth / 10}%`).toBe(0);
		expect(missingTo({ covered: 795, done: 1000 }, 79.6)).toBe(1);
	});
});
