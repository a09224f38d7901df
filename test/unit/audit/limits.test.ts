import { describe, expect, it } from 'vitest';
import { checkOf } from '../../../src/audit/check.ts';
import type { Section } from '../../../src/audit/section.ts';
import { limits } from '../../../src/audit/sections/limits.ts';
import { notEvaluatedChecks } from '../../../src/audit/sections/not-evaluated.ts';
import { at, auditedInput } from '../../support/audited.ts';

const quiet = (dates: readonly number[]) =>
	limits(auditedInput({ dates })).lists.find(({ name }) => name === 'quiet-stretch');
const id = (position: number) => `${position}`.padStart(40, '0');

describe('what a repository alone cannot show', () => {
	it('is the same fixed list of checks, none of which is ever good', () => {
		const { checks } = limits(auditedInput());
		expect(checks.filter(({ name }) => name.startsWith('limits/'))).toHaveLength(11);
		for (const { name, result, cause, cure } of checks) {
			expect(result).toBe('not evaluated');
			expect(cause).toMatch(
				name.startsWith('limits/') ? /^Not evaluable from the repository: \S/ : /^not provided: \S/,
			);
			expect(cure).toMatch(/evidence.*\.$/);
		}
		expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length);
	});

	it('names the duties that no tool can prove, with their clauses', () => {
		const duties = limits(auditedInput()).lists.find(({ name }) => name === 'organisational-duties');
		expect(duties?.rows.map(({ cells }) => [cells['duty'], cells['clauses']])).toEqual(
			expect.arrayContaining([
				['identity-proofing', ['21 CFR 11.100(b)']],
				['password-ageing', ['21 CFR 11.300(b)']],
				['certification-letter', ['21 CFR 11.100(c)']],
			]),
		);
		expect(duties?.rows.every(({ cells }) => cells['provided'] === 'not provided')).toBe(true);
	});

	describe('the longest quiet stretch', () => {
		it('lies between two neighbours on the mainline, one of which may be outside the period', () => {
			const list = quiet([
				at('2025-12-01'),
				at('2026-01-10'),
				at('2026-02-20'),
				at('2026-03-30'),
				at('2026-06-01'),
			]);
			expect(list?.rows.map(({ cells }) => cells)).toEqual([
				{
					from: id(3),
					fromTime: '2026-03-30T00:00:00Z',
					to: id(4),
					toTime: '2026-06-01T00:00:00Z',
					days: 63,
					seconds: 63 * 86_400,
				},
			]);
			expect(list?.reperform).toEqual([
				{
					does: expect.any(String),
					command: `git log --no-walk=unsorted --format=%ct ${id(4)} ${id(3)}`,
					gives: `${at('2026-06-01')}\n${at('2026-03-30')}`,
				},
			]);
		});

		it('ends with the period where the mainline is not known to go on', () => {
			expect(quiet([at('2026-01-10'), at('2026-01-20')])?.rows.map(({ cells }) => cells)).toEqual([
				{
					from: id(1),
					fromTime: '2026-01-20T00:00:00Z',
					to: null,
					toTime: '2026-03-31T23:59:59Z',
					days: 70,
					seconds: 71 * 86_400 - 1,
				},
			]);
		});

		it('is told of a period without a commit, and not before the first', () => {
			expect(quiet([at('2025-11-01'), at('2026-05-01')])?.rows[0]?.cells).toMatchObject({
				from: id(0),
				to: id(1),
				days: 181,
			});
			expect(quiet([at('2026-05-01')])?.rows).toEqual([]);
		});

		it('shows no dates that git would print otherwise', () => {
			const list = quiet([at('2026-01-10'), at('2099-01-01'), at('2026-03-20')]);
			expect(list?.rows).toHaveLength(1);
			expect(JSON.stringify(list?.reperform)).not.toContain('git ');
		});
	});
});

describe('what was not evaluated', () => {
	const item = (key: string, result: 'holds' | 'does not hold' | 'not evaluated', detail = '') => ({
		key,
		of: [key],
		result,
		detail,
	});
	const section = (id: string, checks: Section['checks']): Section => ({
		id,
		name: id,
		title: id,
		question: '',
		checks,
		lists: [],
		notes: [],
	});

	it('is each check of the other sections that could not be, or not wholly', () => {
		const checks = [
			checkOf({ name: 'a/good', asks: 'Good', items: [item('D-1', 'holds')] }),
			checkOf({ name: 'a/none', asks: 'None', items: [] }),
			checkOf({
				name: 'a/shared',
				asks: 'Shared',
				items: [
					item('D-2', 'not evaluated', 'a shallow clone'),
					item('D-1', 'not evaluated', 'a shallow clone'),
				],
				cure: 'Fetch it all.',
			}),
			checkOf({
				name: 'a/mixed',
				asks: 'Mixed',
				items: [
					item('D-1', 'does not hold', 'bad'),
					item('D-2', 'not evaluated', 'x'),
					item('D-3', 'not evaluated', 'y'),
				],
			}),
			checkOf({ name: 'a/bad', asks: 'Bad', items: [item('D-1', 'does not hold', 'bad')] }),
		];
		const { lists } = notEvaluatedChecks([section('P-04', checks), limits(auditedInput())]);
		const rows = lists[0]?.rows.filter(({ cells }) => cells['section'] === 'P-04');
		expect(rows).toEqual([
			{
				of: [],
				cells: expect.objectContaining({
					check: 'a/mixed',
					kind: 'partly',
					looked: 3,
					notEvaluated: 2,
					cause: '2 of 3 could not be evaluated: each says why',
					cure: null,
				}),
			},
			{
				of: [],
				cells: expect.objectContaining({
					check: 'a/none',
					kind: 'not evaluated',
					looked: 0,
					cause: 'nothing of the kind occurred in the period',
				}),
			},
			{
				// The cause is in the words of its items, so it is withheld where they are.
				of: ['D-1', 'D-2'],
				cells: expect.objectContaining({
					check: 'a/shared',
					kind: 'not evaluated',
					cause: 'a shallow clone',
					cure: 'Fetch it all.',
				}),
			},
		]);
		expect(
			lists[0]?.rows.find(({ cells }) => cells['check'] === 'duties/password-ageing')?.cells,
		).toMatchObject({
			section: 'A-4',
			kind: 'not provided',
			cause: 'not provided: password ageing',
		});
	});
});
