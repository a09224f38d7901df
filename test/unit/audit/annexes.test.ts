import { describe, expect, it } from 'vitest';
import type { Section } from '../../../src/audit/section.ts';
import { controlMatrix } from '../../../src/audit/sections/control-matrix.ts';
import { executedSamples } from '../../../src/audit/sections/executed-samples.ts';
import { integrity } from '../../../src/audit/sections/integrity.ts';
import { lateKnowledge } from '../../../src/audit/sections/late-knowledge.ts';
import { limits } from '../../../src/audit/sections/limits.ts';
import { metrics } from '../../../src/audit/sections/metrics.ts';
import { notEvaluatedChecks } from '../../../src/audit/sections/not-evaluated.ts';
import { obsolete } from '../../../src/audit/sections/obsolete.ts';
import { requestsSection } from '../../../src/audit/sections/requests.ts';
import { at, auditedInput, documentOf, recordOf, textOf, versionOf } from '../../support/audited.ts';
import { smallSop } from '../../support/temporary-library.ts';

const canary = 'kestrel';
const text = textOf(
	`${smallSop.replace(/references:\n {2}not_applicable: .*\n/, `references:\n  - id: SOP-FIN-901\n    how: ${canary}\n`)}satisfies:\n  - control: ${canary}\n    how: ${canary}\n  - control: FIN-C1\n`,
	`sops/${canary}.sop.yaml`,
);
const ended = versionOf('1.0', '2026-01-02', { end: at('2026-02-01'), endedBy: 'retirement', path: canary });
const current = versionOf('2.0', '2026-02-01', { path: canary, effective: '2026-01-01' });
const documents = [
	documentOf('SOP-FIN-100', {
		title: canary,
		text,
		versions: [
			{ version: ended, text },
			{ version: current, text },
		],
		isWithheld: true,
	}),
	documentOf('CHK-FIN-100', {
		kind: 'checklist',
		title: canary,
		text,
		versions: [{ version: current, text }],
	}),
	documentOf('SOP-FIN-901'),
];
const anew = documents.map((document, index) =>
	index === 0
		? { ...document, stateThen: { ...document.state, inForce: undefined, why: [canary] } }
		: document,
);
const late = recordOf(
	'approvals',
	'2026-02-01',
	{ document: 'SOP-FIN-100', person: canary, at: '2026-01-02T09:00:00Z' },
	{ file: canary },
);
const input = auditedInput({
	documents: anew,
	controls: { controls: [{ id: 'FIN-C1', key: true, clauses: ['CC5.3'] }, { id: 'FIN-C2' }] },
	config: { frameworks: ['soc-2'] },
	records: { approvals: [late] },
	dates: [at('2025-12-01'), at('2026-02-10'), at('2026-01-10'), at('2026-03-01')],
});
const first = [
	obsolete(input),
	executedSamples(input),
	integrity(input, {
		objectFormat: 'sha1',
		head: 'f'.repeat(40),
		begin: null,
		isShallow: false,
		isPartial: false,
		lostRecords: [{ file: canary, document: 'SOP-FIN-100', what: 'removed', position: 1, back: 2 }],
		fsck: { ran: true, problems: [] },
		predecessor: null,
	}),
	metrics(input),
	controlMatrix(input),
	lateKnowledge(input),
	limits(input),
];
const sections: readonly Section[] = [
	...first,
	requestsSection(
		[{ id: '1', text: 'Approvals', owner: null, due: null, section: null, status: null, line: 2 }],
		first,
	),
	notEvaluatedChecks(first),
];
const lists = sections.flatMap((section) => section.lists);

describe('each section', () => {
	it('has rows in every list, so that what follows proves something', () => {
		expect(lists.filter(({ rows }) => rows.length === 0).map(({ name }) => name)).toEqual([]);
	});

	it('has lists and checks of names that stand once in a packet', () => {
		for (const names of [
			lists.map(({ name }) => name),
			sections.flatMap(({ checks }) => checks.map(({ name }) => name)),
		]) {
			expect(new Set(names).size).toBe(names.length);
			for (const name of names) expect(name).toMatch(/^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/);
		}
	});

	it.each(lists.map((list) => [list.name, list] as const))(
		'%s has a column for each cell, and says what it holds',
		(_, list) => {
			const keys = list.columns.map(({ key }) => key);
			for (const { about, title } of list.columns) {
				expect(about).toMatch(/\S.*[^.]$/);
				expect(title).not.toBe('');
			}
			for (const { cells } of list.rows) expect(Object.keys(cells).sort()).toEqual([...keys].sort());
			expect(list.key.filter((key) => !keys.includes(key))).toEqual([]);
		},
	);

	it('has no words of a document but in cells and items that name it, and none in what is released', () => {
		for (const { checks, lists: own, notes, question } of sections) {
			expect(
				JSON.stringify([notes, question, checks.map(({ name, asks, cure }) => [name, asks, cure])]),
			).not.toContain(canary);
			for (const { items } of checks)
				for (const item of items) if (JSON.stringify(item).includes(canary)) expect(item.of).toHaveLength(1);
			for (const { columns, rows, reperform, title, about, source } of own) {
				expect(JSON.stringify([reperform, title, about, source])).not.toContain(canary);
				for (const { of, cells } of rows) {
					if (JSON.stringify(cells).includes(canary)) expect(of.length).toBeGreaterThan(0);
					for (const { key, released } of columns)
						if (released) expect(JSON.stringify(cells[key])).not.toContain(canary);
				}
			}
		}
	});
});
