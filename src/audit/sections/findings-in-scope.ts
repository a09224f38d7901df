import type { AuditInput } from '../audit-input.ts';
import type { AuditedFinding, AuditedLint } from '../audited-lint.ts';

/** The findings that a packet of this scope tells. */
export function toldIn({ documents }: AuditInput, lint: AuditedLint): readonly AuditedFinding[] {
	const left = new Set(documents.flatMap(({ id, isInScope }) => (isInScope ? [] : [id])));
	return lint.findings.filter(({ document, of }) =>
		document === null ? of.length === 0 || of.some((id) => !left.has(id)) : !left.has(document),
	);
}

/** The checks that were not made of what a packet of this scope tells. */
export function openIn({ documents }: AuditInput, lint: AuditedLint): AuditedLint['notEvaluated'] {
	const left = new Set(documents.flatMap(({ id, isInScope }) => (isInScope ? [] : [id])));
	return lint.notEvaluated.filter(({ document }) => document === null || !left.has(document));
}
