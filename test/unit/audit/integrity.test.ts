import { describe, expect, it } from 'vitest';
import type { Integrity } from '../../../src/audit/integrity.ts';
import { integrity } from '../../../src/audit/sections/integrity.ts';
import { at, auditedInput, type InputParts } from '../../support/audited.ts';

const sound: Integrity = {
	objectFormat: 'sha1',
	head: 'f'.repeat(40),
	begin: 'b'.repeat(40),
	isShallow: false,
	isPartial: false,
	lostRecords: [],
	fsck: { ran: true, problems: [] },
	predecessor: { manifestSha256: 'a'.repeat(64), head: 'c'.repeat(40), isOnChain: true },
};
const found = (parts: Partial<Integrity> = {}, input: InputParts = {}) => {
	const section = integrity(auditedInput(input), { ...sound, ...parts });
	return {
		check: (name: string) => section.checks.find((check) => check.name === `integrity/${name}`),
		list: (name: string) => section.lists.find((list) => list.name === name),
		section,
	};
};
const id = (position: number) => `${position}`.padStart(40, '0');

describe('integrity', () => {
	it('holds for a whole, sound repository that goes on from the packet before', () => {
		expect(found().section.checks.map(({ name, result }) => [name, result])).toEqual([
			['integrity/mainline-continuous', 'holds'],
			['integrity/clock-ordered', 'holds'],
			['integrity/objects-intact', 'holds'],
			['integrity/whole', 'holds'],
		]);
	});

	it('says that the mainline was replaced, that it cannot tell, or that nothing was given to tell by', () => {
		const goingOn = (isOnChain: boolean | null) => ({
			predecessor: { manifestSha256: '', head: 'c'.repeat(40), isOnChain },
		});
		expect(found(goingOn(false)).check('mainline-continuous')).toMatchObject({
			result: 'does not hold',
			items: [
				{ key: 'c'.repeat(40), detail: expect.stringContaining('the mainline was replaced or rewritten') },
			],
		});
		expect(found(goingOn(null)).check('mainline-continuous')).toMatchObject({
			result: 'not evaluated',
			cure: expect.stringContaining('--unshallow'),
		});
		expect(found({ predecessor: null }).check('mainline-continuous')).toMatchObject({
			result: 'not evaluated',
			cause: 'no earlier packet was given',
			cure: expect.stringContaining('--previous'),
		});
	});

	it('tells what git fsck said, and that it was not run', () => {
		expect(
			found({ fsck: { ran: true, problems: ['missing blob 12', 'broken link'] } }).check('objects-intact'),
		).toMatchObject({
			result: 'does not hold',
			counts: { looked: 2, doesNotHold: 2 },
			items: [{ detail: 'missing blob 12' }, { detail: 'broken link' }],
		});
		expect(found({ fsck: { ran: false, why: 'it took too long' } }).check('objects-intact')).toMatchObject({
			result: 'not evaluated',
			cause: 'git fsck was not run: it took too long',
		});
	});

	it('does not hold a clone to be whole that is cut off or lacks objects', () => {
		expect(found({ isShallow: true }).check('whole')?.items).toMatchObject([
			{ key: 'history', result: 'does not hold' },
		]);
		expect(found({ isPartial: true }).check('whole')?.items).toMatchObject([
			{ key: 'objects', result: 'does not hold' },
		]);
		expect(found({}, { partial: 'a replaced commit' }).check('whole')?.items).toMatchObject([
			{ key: 'past', detail: 'a replaced commit' },
		]);
		// Where history is cut off, git counts from another first commit.
		expect(JSON.stringify(found({ isShallow: true }).list('mainline-commits')?.reperform)).not.toContain(
			'git ',
		);
	});

	it('lists the commits of the period, and those whose date is out of order', () => {
		const dates = [at('2025-12-01'), at('2026-02-01'), at('2026-01-15'), at('2026-02-03'), at('2026-05-01')];
		const { list, check } = found({}, { dates, positions: { opening: 0, closing: 3, known: 4 } });
		const rows = (name: string) => list(name)?.rows.map(({ cells }) => cells);
		expect(rows('mainline-commits')).toEqual([
			{ position: 1, commit: id(1), mainlineTime: '2026-02-01T00:00:00Z', level: 'mainline-clock' },
			{ position: 2, commit: id(2), mainlineTime: '2026-02-01T00:00:00Z', level: 'disordered' },
			{ position: 3, commit: id(3), mainlineTime: '2026-02-03T00:00:00Z', level: 'mainline-clock' },
		]);
		expect(rows('disordered-commits')).toEqual([expect.objectContaining({ commit: id(2) })]);
		expect(check('clock-ordered')).toMatchObject({
			result: 'does not hold',
			counts: { looked: 3, holds: 2 },
			items: [{ key: id(2) }],
		});
		expect(list('mainline-commits')?.reperform).toEqual([
			{
				does: expect.any(String),
				command: `git rev-list --first-parent --count ${id(0)}..${id(3)}`,
				gives: '3',
			},
			{
				does: expect.any(String),
				command: `git rev-list --first-parent --reverse ${id(0)}..${id(3)} | head -n 1`,
				gives: id(1),
			},
		]);
	});

	it('names a commit after the period whose own date cannot be believed', () => {
		const dates = [at('2025-12-01'), at('2026-02-01'), at('2099-01-01'), at('2026-02-20')];
		const { list, check } = found({}, { dates, positions: { opening: 0, closing: 1, known: 3 } });
		expect(list('mainline-commits')?.rows).toHaveLength(1);
		expect(list('disordered-commits')?.rows.map(({ cells }) => cells['commit'])).toEqual([id(2)]);
		expect(check('clock-ordered')).toMatchObject({ result: 'does not hold', items: [{ key: id(2) }] });
	});

	it('counts from the first commit of all where the mainline begins in the period, and nothing where it is quiet', () => {
		const young = found({}, { dates: [at('2026-02-01'), at('2026-02-02')] }).list('mainline-commits');
		expect(young?.reperform[0]).toMatchObject({
			command: `git rev-list --first-parent --count ${id(1)}`,
			gives: '2',
		});
		const quiet = found({}, { dates: [at('2025-02-01'), at('2026-05-02')] });
		expect(quiet.list('mainline-commits')).toMatchObject({ rows: [], reperform: [{ gives: '0' }] });
		expect(quiet.check('clock-ordered')?.cause).toBe('nothing of the kind occurred in the period');
	});
});
