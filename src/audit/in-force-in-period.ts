import { neverInForce } from '../model/history/version.ts';
import type { AuditedDocument, AuditedVersion, AuditInput } from './audit-input.ts';
import { overlaps } from './period.ts';

/** A version that was in force at any time of the period, with its document. */
export interface InForce extends AuditedVersion {
	readonly document: AuditedDocument;
}

/** The versions of the documents in scope that were in force at any time of the period. */
export function inForceInPeriod({
	documents,
	period,
}: Pick<AuditInput, 'documents' | 'period'>): readonly InForce[] {
	return documents
		.filter(({ isInScope }) => isInScope)
		.flatMap((document) =>
			document.versions
				.filter(
					({ version }) =>
						version.start !== undefined &&
						!neverInForce(version) &&
						overlaps(period, version.start, version.end),
				)
				.map((one) => ({ ...one, document })),
		);
}
