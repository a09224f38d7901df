import { learntOfKey } from '../../../control/approval/approval-words.ts';
import type { KnownRecord } from '../../../model/record/known-record.ts';
import { approvalsJudged } from '../../approvals-judged.ts';
import { atRecord } from '../../at-record.ts';
import type { HistoryFacts, PastDocument } from '../../history-subject.ts';
import type { HistoryProblem, HistoryRule } from '../../rule.ts';

export const keyCompromised: HistoryRule = {
	name: 'approval/key-compromised',
	severity: 'warning',
	summary:
		'A record that counts is signed with a key of which the register has said since that it was lost or compromised by then.',
	why: 'Whoever had the key may have signed. The record counts as it was known then, until somebody looks at it and withdraws it.',
	remedy:
		'Ask whom the record names whether they signed. If not, or if nobody can tell: `sop withdraw --record` takes the record back, and somebody signs anew. If they did: correct the day from which the key was in other hands (`revoked`, `from`).',
	points: 'At the signature of the record, or at its person where the commit is signed.',
	clauses: ['cfr-11 11.300(c)', 'cfr-11 11.70'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: signedBefore('2026-01-18'),
		good: signedBefore('2026-01-21'),
	},
	*check(subject) {
		const { history } = subject;
		yield* approvalsJudged(subject, function* ({ past, version, signature }) {
			const { record, who, cause, meaning, person } = signature;
			const learnt = learntOfKey(who, history);
			if (cause !== null || learnt === undefined) return;
			yield atSigner(
				record,
				`This ${meaning} of version ${version.version} of ${past.id} by ${person} counts as ${who.level}, and ${learnt}`,
			);
		});
		for (const past of history.documents) yield* others(past, history);
	},
};

/** The review that the next one counts from, and withdrawals of what nothing has taken the place of. */
function* others({ id, state }: PastDocument, zone: Pick<HistoryFacts, 'zone'>): Generator<HistoryProblem> {
	const review = state.reviews.findLast(({ cause }) => cause === null);
	const reviewed = review && learntOfKey(review.who, zone);
	if (review !== undefined && reviewed !== undefined)
		yield atSigner(
			review.record,
			`This review of ${id} by ${review.record.value.person} counts as ${review.who.level}, and ${reviewed}`,
			'Ask whom the record names whether they signed. If not, review the document again: then that review counts.',
		);
	if (state.inForce !== undefined) return;
	for (const { record, who, cause } of state.approvals?.judgedWithdrawals ?? []) {
		const learnt = learntOfKey(who, zone);
		if (cause !== null || learnt === undefined) continue;
		yield atSigner(
			record,
			`This withdrawal of ${id} by ${record.value.person} counts as ${who.level}, and ${learnt}`,
			'Ask whom the record names whether they signed. If not, have a new version approved: nothing undoes a withdrawal.',
		);
	}
}

function atSigner(record: KnownRecord, message: string, help?: string): HistoryProblem {
	const key = record.value.signature === undefined ? 'person' : 'signature';
	return atRecord(record, key, { message, ...(help === undefined ? {} : { help }) });
}

/** A story in which somebody signs, and their key is said later to be in other hands from a day on. */
function signedBefore(day: string): string {
	const keys = '# file: registers/people.yaml\n{{people with a key';
	return `# commit: 2026-01-05 by max.muster
${keys}}}# commit: 2026-01-20
title: Check of invoices
${keys}}}# record: approvals {person: ann.smith, role: controller, signature: true}
# commit: 2026-02-10 by max.muster
title: Check of invoices
${keys} compromised from ${day}}}`;
}
