import { adoptedAt } from '../control/policy.ts';
import type { AuditedDocument, AuditInput } from './audit-input.ts';

/** Position of the first mainline commit that showed a document. */
export function firstShown({ trail }: Pick<AuditedDocument, 'trail'>): number {
	return trail.entries.reduce(
		(first, { mainline }) => (mainline !== null && mainline < first ? mainline : first),
		Number.POSITIVE_INFINITY,
	);
}

/**
 * Whether the mainline first showed a document after the period: it is none of the period then, whatever has become of it.
 * Not where some of the past is not here, as it may have stood before.
 */
export function beganAfter(
	one: Pick<AuditedDocument, 'trail'>,
	{ positions, partial }: Pick<AuditInput, 'positions' | 'partial'>,
): boolean {
	const first = firstShown(one);
	return partial === null && Number.isFinite(first) && first > positions.closing;
}

/** The documents in scope that were there by the end of the period. */
export function documentsOfPeriod(
	input: Pick<AuditInput, 'documents' | 'positions' | 'partial'>,
): readonly AuditedDocument[] {
	return input.documents.filter((one) => one.isInScope && !beganAfter(one, input));
}

/**
 * When the record begins, in seconds: with the first document that the mainline showed, or with the day of adoption where
 * that is later. Undefined where no document ever stood.
 */
export function recordBegins({
	documents,
	mainline,
	policy,
}: Pick<AuditInput, 'documents' | 'mainline' | 'policy'>): number | undefined {
	const first = documents.reduce((least, one) => Math.min(least, firstShown(one)), Number.POSITIVE_INFINITY);
	const begin = Number.isFinite(first) ? mainline.at(first)?.time : undefined;
	return begin === undefined ? undefined : Math.max(begin, adoptedAt(policy) ?? begin);
}
