import type { AuditInput } from '../../src/audit/audit-input.ts';
import type { AuditedChange } from '../../src/audit/audited-change.ts';
import type { AuditedFinding, AuditedLint, Silencing } from '../../src/audit/audited-lint.ts';
import { mainlineOf } from '../../src/model/history/mainline.ts';

/** What sections about findings and policy ask of an input; of other parts a test has to say what it needs. */
export function auditInput(parts: Partial<AuditInput> = {}): AuditInput {
	const ids = ['a'.repeat(40), 'b'.repeat(40)];
	const dates = [Date.parse('2025-12-01T12:00:00Z') / 1000, Date.parse('2026-02-01T12:00:00Z') / 1000];
	const input: Partial<AuditInput> = {
		command: 'sop audit --from 2026-01-01 --to 2026-03-31',
		period: {
			from: '2026-01-01',
			to: '2026-03-31',
			start: Date.parse('2026-01-01T00:00:00Z') / 1000,
			end: Date.parse('2026-03-31T23:59:59Z') / 1000,
			zone: 'UTC',
		},
		mainline: mainlineOf(
			{ length: 2, idAt: (at) => ids[at] ?? '', dates: () => dates },
			{ now: { atLeast: 0 } },
		),
		ref: 'refs/heads/main',
		positions: { opening: 0, closing: 1, known: 1 },
		partial: null,
		prefix: '',
		documents: [],
		filesWithoutId: [],
		frameworks: [],
		...parts,
	};
	// The parts that are missing are asked for by other sections only.
	return input as AuditInput;
}

/** A document in scope that stands, as far as those sections look at it. */
export function standing(id: string, more: { readonly isInScope?: boolean } = {}) {
	const document = {
		id,
		isInScope: true,
		trail: { key: id, entries: [] },
		state: { standing: { path: `${id}.sop.yaml`, blob: '' } },
		...more,
	};
	return document as unknown as AuditInput['documents'][number];
}

/** The commit of February, by Max, unsigned. */
export const byMax: AuditedChange = {
	commit: 'b'.repeat(40),
	known: Date.parse('2026-02-01T12:00:00Z') / 1000,
	who: [
		{
			name: 'Max Muster',
			email: 'max@acme.example',
			person: 'max',
			trust: 'claimed',
			cause: 'the commit is not signed',
		},
	],
};

/** A comment that silences a finding. */
export const comment: Silencing = {
	by: 'suppression',
	file: 'SOP-FIN-001.sop.yaml',
	line: 11,
	since: byMax,
	reason: 'the supplier calls it so',
	until: '2026-12-31',
};

/** A finding in a document. */
export function finding(document: string | null, more: Partial<AuditedFinding> = {}): AuditedFinding {
	return {
		rule: 'document/placeholder',
		severity: 'error',
		file: document === null ? 'sop.config.yaml' : `${document}.sop.yaml`,
		document,
		section: 7,
		range: { start: { line: 12, column: 5 }, end: { line: 12, column: 8 } },
		message: 'Words of it stand here',
		why: 'Because.',
		help: 'Mend it.',
		clauses: ['ISO 9001:2015 7.5.2'],
		fix: null,
		anchor: 'procedure/enter',
		excerpt: { firstLine: 10, lines: [] },
		silenced: null,
		of: document === null ? [] : [document],
		...more,
	};
}

/** What the rules of an audit said. */
export function auditedLint(parts: Partial<AuditedLint> = {}): AuditedLint {
	const rule = { summary: 'When.', why: 'Why.', remedy: 'What to do.', fixSafety: null, options: {} };
	const findings = parts.findings ?? [];
	const documents = [...new Set(findings.flatMap(({ document }) => document ?? []))];
	return {
		commit: 'b'.repeat(40),
		asOf: '2026-03-31',
		rules: [
			{ name: 'document/placeholder', severity: 'error', ...rule },
			{ name: 'history/mainline-replaced', severity: 'error', ...rule },
		],
		files: documents.map((id) => ({
			file: `${id}.sop.yaml`,
			kind: 'sop',
			document: id,
			title: 'Words',
			function: 'finance',
			sections: null,
		})),
		notEvaluated: [],
		findings,
		...parts,
	};
}
