import type { DocumentState } from '../../../control/document-state.ts';
import type { Policy } from '../../../control/policy.ts';
import type { KnownRecords } from '../../../model/record/known-record.ts';
import { type DerivedStates, deriveStates, type KnownDocument } from '../../history/document-states.ts';
import { policyAt } from '../../history/policy-at.ts';
import type { OpenAudit } from './open-audit.ts';

/**
 * The states at the end of the period by what was known then, of those documents that something was learnt of since, which are all where
 * the config says since how versions count: of all others the answer is the same.
 */
export async function statesThen(
	{ record, positions: { closing, known } }: OpenAudit,
	states: readonly KnownDocument[],
	{ approvals, reviews, withdrawals }: KnownRecords,
	factsOf: DerivedStates['factsOf'],
): Promise<ReadonlyMap<string, DocumentState>> {
	const at = record.history.mainlineUpTo(closing).at(closing);
	if (closing === known || at === undefined) return new Map();
	const recorded = new Set(
		[...approvals, ...reviews, ...withdrawals]
			.filter(({ position }) => position > closing)
			.map(({ value }) => value.document),
	);
	const policy = await policyAt(record, closing);
	const learnt = states.filter(
		({ id, trail }) =>
			!isSamePolicy(policy, record.policy) ||
			recorded.has(id) ||
			trail.entries.some(({ mainline: position }) => (position ?? -1) > closing),
	);
	const moment = { ...record.moment, position: closing, known: at, isPast: true };
	const derived = await deriveStates(
		{ ...record, moment, policy },
		learnt.map(({ id }) => id),
		{ knownFacts: factsOf },
	);
	return new Map(derived.documents.map(({ id, state }) => [id, state]));
}

/** Whether both say the same of how versions count and days begin. */
function isSamePolicy(one: Policy, other: Policy): boolean {
	return (['zone', 'unknownZone', 'approvals', 'adopted', 'trust'] as const).every(
		(key) => one[key] === other[key],
	);
}
