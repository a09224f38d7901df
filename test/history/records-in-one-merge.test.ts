import { describe, expect, it } from 'vitest';
import { smallId, smallOffice } from '../support/small-office.ts';

/** An office with two controllers whose procedure is in force since 12 January; Bob is on a branch of February. */
function onBranch() {
	const office = smallOffice({ people: { ann: ['controller'], bob: ['controller'], eve: [] } });
	office.as('ann', '2026-01-12').does('approve', smallId, '--sign', '--commit');
	office.as('bob', '2026-02-01').git('switch', '--quiet', '-c', 'next');
	return office;
}

type Small = ReturnType<typeof onBranch>;

function review(office: Small, verdict: string) {
	office.does('review', smallId, '--verdict', verdict, '--reason', 'Walked through it', '--commit');
}

function revise(office: Small) {
	office.as('eve').does('revise', smallId, '--what', 'Says more', '--why', 'The review', '--commit');
	office.as('ann').does('approve', smallId, '--sign', '--commit');
}

describe('what one merge brings together', () => {
	it.each([
		['merges', '--no-ff', '2027-02-03'],
		['moves on, all of it in one second', '--ff-only', '2027-02-01'],
	])('is a review and the version that follows from it, where main %s', (_, how, next) => {
		const office = onBranch();
		review(office, 'revise');
		revise(office);
		office.as('ann', '2026-02-03').git('switch', '--quiet', 'main');
		office.git('merge', '--quiet', how, 'next');
		expect(office.list(smallId)).toEqual({ inForce: '1.1', stands: '1.1', status: 'effective' });
		expect(office.lint()).toEqual([]);
		expect(office.nextReview(smallId)).toBe(next);
	});

	it.each(['--no-ff', '--ff-only'])('is a review and the retirement that follows from it (%s)', (how) => {
		const office = onBranch();
		review(office, 'retire');
		office.as('ann').does('retire', smallId, '--reason', 'Nobody needs it', '--commit');
		office.as('ann', '2026-02-03').git('switch', '--quiet', 'main');
		office.git('merge', '--quiet', how, 'next');
		expect(office.list(smallId)).toMatchObject({ inForce: null, status: 'retired' });
		expect(office.lint()).toEqual([]);
	});

	it('is a version and a review of it', () => {
		const office = onBranch();
		const before = office.git('rev-parse', 'main');
		revise(office);
		office.git('switch', '--quiet', 'main');
		office.git('merge', '--quiet', '--ff-only', 'next');
		review(office.as('bob', '2026-02-02'), 'keep');
		office.git('branch', '--quiet', '--force', 'next', 'main');
		office.git('reset', '--quiet', '--hard', before);
		office.as('ann', '2026-02-03').merge('next');
		expect(office.lint()).toEqual([]);
		expect(office.nextReview(smallId)).toBe('2027-02-03');
	});

	it('is no review of a version whose place another had taken before', () => {
		const office = onBranch();
		review(office, 'revise');
		office.git('switch', '--quiet', 'main');
		revise(office);
		office.as('ann', '2026-02-03').merge('next');
		expect(office.sop('lint').stdout).toContain('does not count: it is of version 1.0, and 1.1 was in force');
	});
});
