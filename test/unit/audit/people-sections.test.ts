import { describe, expect, it } from 'vitest';
import type { AuditInput } from '../../../src/audit/audit-input.ts';
import type { Section } from '../../../src/audit/section.ts';
import { access } from '../../../src/audit/sections/access.ts';
import { distribution } from '../../../src/audit/sections/distribution.ts';
import { exceptionsLog } from '../../../src/audit/sections/exceptions-log.ts';
import { periodicReview } from '../../../src/audit/sections/periodic-review.ts';
import { training } from '../../../src/audit/sections/training.ts';
import { auditInput, personIn } from '../../support/audit-input.ts';

const sections: readonly ((input: AuditInput) => Section)[] = [
	training,
	periodicReview,
	distribution,
	access,
	exceptionsLog,
];

/** Stands in every text that a document or record may hold. */
const canary = 'Canary';
const signed = { person: canary, role: `${canary}-role` };
const says = {
	title: canary,
	training: [{ for: [`${canary}-role`], what: canary, how: `${canary} lesson`, every: '1 year' }],
	exceptions: [{ id: canary, when: canary, do: canary, approved_by: `${canary}-role`, limit: canary }],
	approval: {
		signatures: [{ role: `${canary}-role` }, { role: `${canary}-other` }],
		review: { every: '1 year', events: [canary] },
	},
} as const;
const input = auditInput({
	documents: [{ versions: [{ version: '1.0', on: '2025-01-10', says }] }],
	registers: [
		{
			on: '2025-01-01',
			people: [
				personIn(canary, `${canary}-role`, {
					roles: [{ role: `${canary}-role` }, { role: `${canary}-other` }],
				}),
			],
			roles: [{ id: `${canary}-role`, name: canary }],
		},
	],
	records: {
		training: [
			{ ...signed, on: '2026-01-20', what: canary, how: canary, trainer: `${canary}-trainer` },
			{ ...signed, on: '2026-01-21', what: canary, who: 'claimed' },
		],
		reviews: [
			{ ...signed, on: '2026-02-20', verdict: 'keep', reason: canary, event: canary },
			{ ...signed, on: '2026-02-21', verdict: 'keep', reason: canary, role: canary },
		],
		feedback: [
			{ ...signed, on: '2026-02-20', meaning: 'feedback', text: canary, about: canary },
			{ ...signed, on: '2026-02-21', meaning: 'answer', text: canary, answers: canary, verdict: 'declined' },
		],
		exceptions: [
			{
				...signed,
				on: '2026-02-20',
				exception: canary,
				reason: canary,
				cause: canary,
				impact: canary,
				from: '2026-02-01',
				until: '2026-03-01',
				corrective_action: { do: canary, owner: canary, due: '2026-03-02' },
				replaces: `records/exceptions/${canary}.yaml`,
			},
		],
	},
});

describe.each(sections.map((section) => [section(input).id, section] as const))('%s', (_, section) => {
	const { lists, checks, notes, question } = section(input);

	it('says of each column what it is, and fills all of them in each row', () => {
		for (const { columns, rows, key } of lists) {
			const keys = columns.map((column) => column.key);
			expect(new Set(keys).size).toBe(keys.length);
			expect(columns.every(({ about, title }) => about !== '' && title !== '')).toBe(true);
			expect(keys).toEqual(expect.arrayContaining([...key]));
			for (const row of rows) expect(Object.keys(row.cells).sort()).toEqual([...keys].sort());
		}
	});

	it('has rows in each of its lists, so that what is said of them is tried', () => {
		expect(lists.filter(({ rows }) => rows.length === 0)).toEqual([]);
	});

	it('releases nothing that somebody wrote, and says of each row what it is drawn from', () => {
		for (const { columns, rows } of lists) {
			const released = columns.filter((column) => column.released).map(({ key }) => key);
			for (const { cells, of } of rows) {
				expect(JSON.stringify(released.map((key) => cells[key]))).not.toContain(canary);
				if (JSON.stringify(cells).includes(canary) && section !== access) expect(of).not.toEqual([]);
			}
		}
		expect(
			JSON.stringify([notes, question, checks.map(({ asks, name, cure }) => [asks, name, cure])]),
		).not.toContain(canary);
		for (const { items } of checks)
			for (const { key, detail, of } of items)
				if (section !== access && `${key}${detail}`.includes(canary)) expect(of).not.toEqual([]);
	});

	it('is the same for the same input', () => {
		expect(JSON.stringify(section(input))).toBe(JSON.stringify(section(input)));
	});

	it('gives cause and cure of whatever it could not evaluate, and asks nothing of an empty library', () => {
		const empty = section(auditInput());
		for (const check of [...checks, ...empty.checks])
			if (check.result === 'not evaluated') expect(check.cause).not.toBeNull();
		for (const check of empty.checks) expect(check.result).toBe('not evaluated');
	});
});
