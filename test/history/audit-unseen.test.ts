import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ControlledLibrary, controlledLibrary } from '../support/approvals-library.ts';
import { type Verdict, verdictsOf } from '../support/audit-verdicts.ts';
import { repositoryOfFile } from '../support/made-packets.ts';

/** Checks of the repository as it is here, not of days. */
const ofRepository = ['integrity/objects-intact', 'integrity/whole'];

const nothing = 'nothing of the kind occurred in the period';

describe('an audit of what cannot be seen', () => {
	let library: ControlledLibrary;
	let clone: ControlledLibrary['repository'];

	beforeAll(() => {
		library = controlledLibrary({ repository: repositoryOfFile() });
		library.write('2024-01-10');
		library.approve('2024-01-15', 'c.fo');
		const next = { version: '1.1', wording: 'Enter it twice.' };
		library.write('2024-02-20', next);
		library.approve('2024-02-22', 'c.fo', next);
		library.write('2024-04-20', { version: '1.2', wording: 'Enter it three times.' });
		const { repository } = library;
		const folder = join(dirname(repository.folder), 'cut');
		execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${repository.folder}`, folder]);
		clone = Object.assign(Object.create(repository), { folder });
	}, 60_000);

	const held = (verdicts: ReadonlyMap<string, Verdict>) =>
		[...verdicts.values()].filter(({ result }) => result === 'holds').map(({ check }) => check);
	const causes = (verdicts: ReadonlyMap<string, Verdict>) =>
		new Set([...verdicts.values()].map(({ cause }) => cause));

	it('holds of a quarter that what is known goes beyond', () => {
		const verdicts = verdictsOf(library.repository, ['2024-01-01', '2024-03-31']);
		for (const name of [
			'approvals/complete',
			'document-set/complete',
			'changes/described',
			'policy/not-loosened',
		])
			expect(verdicts.get(name), name).toMatchObject({ result: 'holds', notEvaluated: 0 });
	});

	it('shows nothing as good of days after the newest commit that is known', () => {
		const cause = 'nothing is known after 2024-04-20T12:00:00Z, and the period ends later';
		for (const days of [
			['2024-04-01', '2024-06-30'],
			['2030-01-01', '2030-03-31'],
		] as const) {
			const verdicts = verdictsOf(library.repository, days);
			expect(held(verdicts)).toEqual(ofRepository);
			expect(causes(verdicts)).not.toContain(nothing);
			expect(verdicts.get('document-set/complete')).toMatchObject({
				result: 'not evaluated',
				looked: 2,
				holds: 1,
				notEvaluated: 1,
				cause,
				cure: expect.stringContaining('make the packet again'),
				items: [{ key: 'after 2024-04-20T12:00:00Z', detail: cause }],
			});
			expect(verdicts.get('obsolete/retained')).toMatchObject({ looked: 1, holds: 0, cause });
		}
	});

	it('says of a period of which nothing is known not even that something was late', () => {
		const failing = (days: readonly [string, string]) =>
			[...verdictsOf(library.repository, days).values()].filter(({ result }) => result === 'does not hold');
		// What is late in a period that is known in part is late.
		expect(failing(['2024-04-01', '2030-03-31']).map(({ check }) => check)).toContain('review/on-time');
		expect(failing(['2030-01-01', '2030-03-31'])).toEqual([]);
		expect(verdictsOf(library.repository, ['2030-01-01', '2030-03-31']).get('review/on-time')).toMatchObject({
			looked: 1,
			holds: 0,
			notEvaluated: 1,
			cause: 'nothing is known after 2024-04-20T12:00:00Z, and the period ends later',
		});
	});

	it('is the same where less is asked to be known', () => {
		const verdicts = verdictsOf(library.repository, ['2024-01-01', '2024-03-31'], '--known', '2024-02-01');
		expect(held(verdicts)).toEqual(ofRepository);
		expect(verdicts.get('changes/described')?.cause).toContain('nothing is known after 2024-01-15T12:00:00Z');
	});

	it('says that the record begins later of a period before it, and cures it by no clone', () => {
		const verdicts = verdictsOf(library.repository, ['2020-01-01', '2020-03-31']);
		expect(held(verdicts)).toEqual(ofRepository);
		expect(causes(verdicts)).not.toContain(nothing);
		for (const name of [
			'master-list/owner',
			'master-list/reconciles',
			'master-list/accounted',
			'changes/described',
		])
			expect(verdicts.get(name), name).toMatchObject({
				result: 'not evaluated',
				cause: expect.stringContaining('before the record begins'),
				cure: expect.stringContaining('Ask for a later period'),
			});
	});

	it('says so too where only some of the period is before it and nothing of a kind is known, and holds what it sees', () => {
		const verdicts = verdictsOf(library.repository, ['2024-01-01', '2024-01-31']);
		expect(verdicts.get('exceptions/approved')?.cause).toBe(
			'before the record begins: it does on 2024-01-10, and the period begins earlier',
		);
		expect(verdicts.get('approvals/complete')?.result).toBe('holds');
		const later = verdictsOf(library.repository, ['2024-02-01', '2024-02-28']);
		expect(later.get('exceptions/approved')).toMatchObject({ cause: nothing, cure: null });
	});

	it('does not say of a clone that is cut off that nothing occurred, nor that the mainline begins later', () => {
		const verdicts = verdictsOf(clone, ['2024-01-01', '2024-03-31']);
		expect(held(verdicts)).toEqual([]);
		expect(causes(verdicts)).not.toContain(nothing);
		for (const { check, cause } of verdicts.values())
			expect(cause ?? '', check).not.toMatch(/begins after|had not begun|no controls register/);
		expect(verdicts.get('changes/described')).toMatchObject({
			cause: 'not all of the past is here: shallow clone',
			cure: 'Fetch the whole history with all texts, and make the packet again.',
		});
	});
});
