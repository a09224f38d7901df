import { describe, expect, it } from 'vitest';
import { isSurelySooner } from '../../src/model/compare-durations.ts';
import type { Sop } from '../../src/model/documents.generated.ts';
import { parseDuration } from '../../src/model/duration.ts';
import { rows, several } from '../../src/model/several.ts';
import { type ShippedTemplate, shippedActivities, shippedTemplates } from '../support/shipped-templates.ts';

const sops = shippedTemplates.filter(({ kind }) => kind === 'sop');
const checklists = shippedTemplates.filter(({ kind }) => kind === 'checklist');
const named = (templates: readonly ShippedTemplate[]) =>
	templates.map((template): [string, ShippedTemplate] => [template.name, template]);

describe('every activity that ships', () => {
	it.each(shippedActivities.activities.map((activity) => [activity.id, activity] as const))(
		'%s has one SOP and one checklist, owned by the role that usually answers for it',
		(id, { owner }) => {
			const covering = (one: ShippedTemplate) => several(one.document.covers).includes(id);
			const [sop, ...others] = sops.filter(covering);
			expect(others).toEqual([]);
			expect(sop).toMatchObject({ name: id.split('.')[1], document: { owner } });
			expect(checklists.filter(covering).map(({ document }) => document.executes)).toEqual([
				sop?.document.id,
			]);
		},
	);

	it('is all that templates cover', () => {
		const ids = shippedActivities.activities.map(({ id }) => id);
		expect(
			shippedTemplates.flatMap(({ document }) => several(document.covers)).filter((id) => !ids.includes(id)),
		).toEqual([]);
		expect(new Set(shippedTemplates.map(({ document }) => document.id)).size).toBe(shippedTemplates.length);
		expect(new Set(shippedTemplates.map(({ document }) => document.title)).size).toBe(
			shippedTemplates.length,
		);
	});
});

/** Runs of words of all that a template has done, checked and allowed. */
function shingles({ document }: ShippedTemplate, length: number): ReadonlySet<string> {
	const { procedure, items, exceptions, escalation } = document;
	const texts = [rows(procedure), rows(items), rows(exceptions), rows(escalation)].flatMap((all) =>
		all.map((row) => row.do ?? ''),
	);
	return new Set(
		texts.flatMap((text) => {
			const words: readonly string[] = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
			return words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' '));
		}),
	);
}

describe('no two templates share their procedure', () => {
	// 4 words in a row: common phrases of the trade are shorter, and a text with the nouns swapped shares far more.
	const words = new Map(sops.map((template) => [template, shingles(template, 4)] as const));
	const pairs = sops.flatMap((one, at) =>
		sops.slice(at + 1).map((other) => {
			const [a, b] = [words.get(one) ?? new Set<string>(), words.get(other) ?? new Set<string>()];
			const shared = [...a].filter((run) => b.has(run)).length;
			return { pair: `${one.name} and ${other.name}`, share: shared / Math.min(a.size, b.size) };
		}),
	);

	it('by the words of their steps', () => {
		expect(pairs.filter(({ share }) => share > 0.08)).toEqual([]);
		expect(pairs.length).toBeGreaterThan(1000);
	});

	it('by the ids of their steps', () => {
		const ids = (template: ShippedTemplate) =>
			new Set(rows((template.document as Sop).procedure).map(({ id }) => id));
		const alike = sops.flatMap((one, at) =>
			sops.slice(at + 1).flatMap((other) => {
				const [a, b] = [ids(one), ids(other)];
				const shared = [...a].filter((id) => b.has(id)).length;
				return shared > Math.min(a.size, b.size) / 2 ? [`${one.name} and ${other.name}`] : [];
			}),
		);
		expect(alike).toEqual([]);
	});
});

describe.each(named(sops))('the template %s', (_, template) => {
	const document = template.document as Sop;

	it('decides by typed thresholds', () => {
		const decisions = rows(document.decisions);
		const typed = decisions.filter(({ branches }) =>
			rows(branches).every((branch) => branch.if === undefined),
		);
		expect(typed.length).toBeGreaterThanOrEqual(2);
		const forms = typed.flatMap(({ branches }) => rows(branches).flatMap((branch) => Object.entries(branch)));
		const thresholds = forms.filter(
			([key, value]) =>
				/^(?:below|at_least|at_most|above)$/.test(key) ||
				(key === 'test' && /[<>]/.test(JSON.stringify(value))),
		);
		expect(thresholds.length).toBeGreaterThanOrEqual(1);
	});

	it('knows real exceptions, each allowed by somebody until some day', () => {
		const exceptions = rows(document.exceptions);
		expect(exceptions.length).toBeGreaterThanOrEqual(2);
		for (const { id, approved_by, limit, resume, goto } of exceptions) {
			expect(several(approved_by).length).toBeGreaterThan(0);
			expect({
				id,
				limit,
				isTime: limit === 'once' || parseDuration(String(limit)) !== undefined,
			}).toMatchObject({
				isTime: true,
			});
			expect(resume ?? goto).toBeDefined();
		}
	});

	it('escalates within times that rise', () => {
		const levels = rows(document.escalation).map(({ to }) => several(to));
		expect(levels.filter((one) => one.length >= 2).length).toBeGreaterThanOrEqual(1);
		expect(levels.flat().every(({ within }) => within !== undefined)).toBe(true);
	});

	it('says for every step who does it and how one sees that it is done, and for most by when', () => {
		const steps = rows(document.procedure);
		expect(steps.length).toBeGreaterThanOrEqual(6);
		expect(
			steps.filter(
				({ by, together, done_when, follows }) =>
					(by ?? together) === undefined || (done_when ?? follows) === undefined,
			),
		).toEqual([]);
		const timed = steps.filter((step) => step.due ?? step.trigger ?? step.timeout);
		expect(timed.length).toBeGreaterThan(steps.length / 2);
	});

	it('reminds of a step, or leaves it, no later than it is due', () => {
		const late = rows(document.procedure).flatMap(({ id, due, timeout }) => {
			// A day counted from a date of the case cannot be held against one counted from the opening of the step.
			if (typeof due !== 'string' || timeout === undefined) return [];
			const times = several(timeout).flatMap(({ within }) => within ?? []);
			return times.every((within) => isSurelySooner(due, within)) ? [{ id, due, times }] : [];
		});
		expect(late).toEqual([]);
	});

	it('leaves to the user between one and a dozen questions, and proposes the rest', () => {
		const asked = new Set(template.text.replace(/\s+/g, ' ').match(/<[A-Za-z][A-Za-z ]+>/g));
		expect(asked.size).toBeGreaterThanOrEqual(1);
		expect(asked.size).toBeLessThanOrEqual(12);
		expect(template.text.match(/# confirm/g)?.length).toBeGreaterThanOrEqual(3);
	});
});

describe.each(named(checklists))('the template %s', (_, { document }) => {
	it('ticks off work with owners, criteria, times, evidence and a way for exceptions', () => {
		const items = rows(document.items);
		expect(items.length).toBeGreaterThanOrEqual(4);
		for (const item of items) {
			expect(item).toMatchObject({
				by: expect.anything(),
				done_when: expect.anything(),
				due: expect.anything(),
			});
			expect(item.on_exception).toBeDefined();
		}
		expect(items.some(({ evidence }) => several(evidence).length > 0)).toBe(true);
		expect(items.some(({ sla }) => sla !== undefined)).toBe(true);
	});
});
