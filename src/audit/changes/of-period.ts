import type { TrailEntry } from '../../model/history/trail.ts';
import type { AuditInput } from '../audit-input.ts';

/** Whether a commit of a document is one of the mainline in the period. */
export function isOfPeriod({ mainline }: TrailEntry, { positions }: AuditInput): boolean {
	return mainline !== null && mainline > positions.opening && mainline <= positions.closing;
}
