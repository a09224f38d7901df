import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../../src/control/coverage/coverage-of.ts';
import type { CoveringDocument } from '../../../../src/control/coverage/covering-document.ts';
import { judgeActivity } from '../../../../src/control/coverage/judge-activity.ts';
import { ownerHeld } from '../../../../src/control/coverage/owner-held.ts';
import { type Activity, activitiesOf } from '../../../../src/model/activity.ts';

function activity(id: string, more: Partial<Activity> = {}): Activity {
	const [first] = activitiesOf({ activities: [{ id }] });
	if (first === undefined) throw new Error(id);
	return { ...first, ...more };
}

const payroll = activity('hr.payroll');

function document(more: Partial<CoveringDocument> = {}): CoveringDocument {
	return {
		id: 'SOP-HR-001',
		kind: 'sop',
		title: 'Payroll',
		owner: 'payroll-manager',
		ownerHeld: 'held',
		inForce: '1.0',
		placeholders: 0,
		notEvaluated: null,
		standing: '1.0',
		status: 'effective',
		covers: ['hr.payroll'],
		nextReview: '2026-12-01',
		isWithheld: false,
		...more,
	};
}

const draft = document({ inForce: null, status: 'draft', nextReview: null });
const retired = document({ inForce: null, status: 'retired', nextReview: null });
const checklist = document({ id: 'CHK-HR-001', kind: 'checklist' });
const unseen = document({ inForce: null, notEvaluated: 'the clone is shallow', status: 'draft' });
const today = '2026-11-22';

describe('how an activity stands', () => {
	it.each<[string, readonly CoveringDocument[], string]>([
		['nothing at all', [], 'none'],
		['an SOP for something else', [document({ covers: ['hr.onboarding'] })], 'none'],
		['an SOP in force', [document()], 'covered'],
		['an SOP in force with a placeholder', [document({ placeholders: 1 })], 'unfinished'],
		[
			'one with, one without a placeholder',
			[document(), document({ id: 'SOP-HR-002', placeholders: 2 })],
			'unfinished',
		],
		['one in force beside a draft', [draft, document({ id: 'SOP-HR-002' })], 'covered'],
		['one that is due for review today', [document({ nextReview: today })], 'covered'],
		['one whose review was due yesterday', [document({ nextReview: '2026-11-21' })], 'review overdue'],
		['a draft', [draft], 'not in force'],
		['a draft of a checklist', [{ ...draft, kind: 'checklist' }], 'not in force'],
		['a checklist in force', [checklist], 'checklist only'],
		['a checklist in force, and a draft of an SOP', [checklist, draft], 'checklist only'],
		['a retired SOP', [retired], 'retired only'],
		['a retired SOP and a draft', [retired, draft], 'not in force'],
		['an SOP of which nobody can tell', [unseen], 'not evaluated'],
		['one of which nobody can tell, beside one in force', [unseen, document()], 'covered'],
		['one of which nobody can tell, beside a checklist', [unseen, checklist], 'not evaluated'],
	])('with %s', (_, documents, status) => {
		expect(judgeActivity(payroll, documents, today).status).toBe(status);
	});

	it('is set aside whatever covers it, and says so', () => {
		const row = judgeActivity({ ...payroll, notApplicable: 'A provider pays' }, [document()], today);
		expect(row).toMatchObject({
			status: 'set aside',
			why: ['A provider pays', 'SOP-HR-001 covers hr.payroll all the same'],
		});
	});

	it('tells of an owner whom nobody is, and nothing of what is withheld', () => {
		const row = judgeActivity(payroll, [document({ ownerHeld: 'nobody' })], today);
		expect(row.why).toEqual(['nobody is payroll-manager, who owns SOP-HR-001']);
		const hidden = judgeActivity(payroll, [document({ ownerHeld: 'nobody', isWithheld: true })], today);
		expect(hidden).toMatchObject({ status: 'covered', why: [] });
	});
});

describe('coverage', () => {
	const activities = [
		activity('it.backup', { risk: 'low' }),
		activity('hr.payroll', { risk: 'high' }),
		activity('treasury.cash', { risk: 'medium' }),
		activity('hr.benefits', { risk: 'high' }),
		activity('hr.onboarding'),
	];
	const found = coverageOf(
		activities,
		[document(), document({ ...retired, covers: ['hr.benefits'] })],
		['hr', 'it', 'legal'],
		today,
	);

	it('has gaps first, and of gaps of any kind those that weigh most', () => {
		expect(found.rows.map((row) => [row.activity.id, row.status])).toEqual([
			['hr.benefits', 'retired only'],
			['treasury.cash', 'none'],
			['hr.onboarding', 'none'],
			['it.backup', 'none'],
			['hr.payroll', 'covered'],
		]);
	});

	it('counts by function, those of the user too, and leaves out functions without activities', () => {
		expect(found.functions.map((one) => [one.function, one.share.covered, one.share.done])).toEqual([
			['hr', 1, 3],
			['it', 0, 1],
			['treasury', 0, 1],
		]);
	});
});

describe('the owner of a document', () => {
	const people = {
		format: 1,
		people: [
			{ id: 'ann', roles: [{ role: 'controller', from: '2025-01-01', until: '2026-06-30' }] },
			{ id: 'bob', until: '2026-01-31' },
			{ id: 'eve', organisation: 'Northwind' },
		],
		organisations: [{ name: 'Northwind', until: '2026-03-31' }],
	} as const;

	it.each([
		['controller', '2026-06-30', 'held'],
		['controller', '2026-07-01', 'nobody'],
		['ann', '2026-07-01', 'held'],
		['bob', '2026-01-31', 'held'],
		['bob', '2026-02-01', 'nobody'],
		['eve', '2026-03-31', 'held'],
		['eve', '2026-04-01', 'nobody'],
		['nobody-knows', '2026-01-01', 'nobody'],
		[undefined, '2026-01-01', 'nobody'],
	] as const)('%s on %s', (owner, day, held) => {
		expect(ownerHeld(owner, people, day)).toBe(held);
	});

	it('is not evaluated without a people register', () => {
		expect(ownerHeld('controller', undefined, '2026-01-01')).toBe('not evaluated');
	});
});
