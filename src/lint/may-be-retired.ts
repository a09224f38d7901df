import type { PastDocument } from './history-subject.ts';

/** Whether a document is retired, or a record says so of which nobody can tell whether it counts. */
export function mayBeRetired({ state: { status, approvals } }: PastDocument): boolean {
	const said = approvals?.judgedWithdrawals.some(({ record: { value } }) => value.withdraws === 'document');
	return status === 'retired' || (status === 'not evaluated' && said === true);
}
