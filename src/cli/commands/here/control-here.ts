import type { Policy } from '../../../control/policy.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { countOf } from '../../../diagnostics/count-of.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { dayAt } from '../../../model/zone.ts';
import type { CommandContext } from '../../command-context.ts';
import { withoutApprovals } from '../../history/approvals-words.ts';
import { branchHere, branchSentence } from '../../history/branch-here.ts';
import { knownDocuments, type SummarisedDocument } from '../../history/known-documents.ts';
import { coordinates } from '../../history/moment.ts';
import { openRecord, type RecordOrCause } from '../../history/open-record.ts';
import { reviewOf } from '../list/register-entry.ts';

/** What bare `sop` says of what is in force and what falls due. */
export interface ControlHere {
	/** What is checked out, where that is not the mainline; null where it is. */
	readonly branch: string | null;
	readonly inForce: string;
	readonly due: string;
	readonly isDue: boolean;
	/** Which texts wait for signatures. */
	readonly approvals: string;
	/** The first document that somebody has to sign; null where none waits. */
	readonly toSign: string | null;
}

/** Counts what is in force and what is overdue; says why where git cannot tell. */
export async function controlHere(context: CommandContext, library: OpenLibrary): Promise<ControlHere> {
	const { record, cause } = await openRecord(context, library).catch((error: unknown): RecordOrCause => {
		// A damaged repository is no reason not to say where the user is.
		if (error instanceof CommandError) return { cause: error.message };
		throw error;
	});
	if (record === undefined) {
		const unknown = `not evaluated: ${cause}`;
		return { branch: null, inForce: unknown, due: unknown, isDue: false, approvals: unknown, toSign: null };
	}
	const { policy, moment } = record;
	const today = dayAt(moment.on, policy.zone);
	const known = await knownDocuments(record);
	const unseen = known.find(({ state }) => state.notEvaluated !== null);
	const inForce = known.filter(({ state }) => state.inForce !== undefined);
	const others = ['suspended', 'missing'].flatMap((status) => {
		const count = known.filter(({ state }) => state.status === status).length;
		return count === 0 ? [] : [`${count} ${status}`];
	});
	const overdue = inForce.filter(({ state, summary }) => {
		const review = reviewOf(summary, state, policy);
		return review !== undefined && review.day < today;
	}).length;
	const counts = [`${inForce.length} of ${countOf(known.length, 'document')}`, ...others].join(', ');
	const branch = await branchHere(record);
	return {
		branch: branch === undefined ? null : branchSentence(branch, record),
		inForce: unseen === undefined ? `${counts} ${coordinates(moment, policy.zone)}` : notEvaluated(unseen),
		due:
			unseen === undefined
				? overdue === 0
					? 'no review is overdue'
					: `${countOf(overdue, 'review')} overdue`
				: notEvaluated(unseen),
		isDue: overdue > 0,
		...approvalsHere(known, policy),
	};
}

function approvalsHere(
	known: readonly SummarisedDocument[],
	policy: Policy,
): Pick<ControlHere, 'approvals' | 'toSign'> {
	if (policy.approvals === 'none')
		return { approvals: `${withoutApprovals}: nobody has to approve what counts`, toSign: null };
	// What nobody can tell of one document may have been signed, so nothing is counted and nobody is asked to sign.
	const unseen = known.find(({ state: { status } }) => status === 'not evaluated');
	if (unseen !== undefined) return { approvals: notEvaluated(unseen), toSign: null };
	const waiting = known.filter(({ state: { status } }) => status === 'draft' || status === 'in review');
	const [first] = waiting;
	if (first === undefined) return { approvals: 'nothing waits for signatures', toSign: null };
	const named = waiting.slice(0, 3).map(({ id, state: { status } }) => `${id} (${status})`);
	const more = waiting.length > named.length ? ` and ${waiting.length - named.length} more` : '';
	const waits = waiting.length === 1 ? 'waits' : 'wait';
	return {
		approvals: `${countOf(waiting.length, 'document')} ${waits} for signatures: ${named.join(', ')}${more}`,
		toSign: first.id,
	};
}

function notEvaluated({ state }: SummarisedDocument): string {
	return `not evaluated: ${state.notEvaluated ?? state.why.join('; ')}`;
}
