import { daysBetween } from '../../../model/calendar-day.ts';
import type { KnownRecord } from '../../../model/record/known-record.ts';
import { dayAt, secondsOf } from '../../../model/zone.ts';
import { atRecord } from '../../at-record.ts';
import { decidingSignatures } from '../../deciding-versions.ts';
import type { HistoryProblem, HistoryRule } from '../../rule.ts';

/** Clocks may differ by so much. */
const clockSlack = 3600;

export const lateRecord: HistoryRule = {
	name: 'approval/late-record',
	severity: 'warning',
	summary:
		'The mainline showed a signature long after the moment that it states; as an error, before that moment.',
	why: 'What a record says of its own time is a claim. A gap is where back-dating hides, and a signature from the future shows that a clock was wrong or the time was typed.',
	remedy:
		'Merge records within a few days after they are signed. A record cannot be changed: say beside it why it is late.',
	points: 'At the time of the record.',
	clauses: ['cfr-11 11.10(e)', 'cfr-11 11.50(a)'],
	silenceable: false,
	options: {
		days: { default: 7, summary: 'how many days may lie between' },
	},
	scope: 'history',
	examples: {
		bad: `# commit: 2026-01-05 by max.muster
# file: registers/people.yaml
{{people}}# commit: 2026-02-20
title: Check of invoices
# file: registers/people.yaml
{{people}}# record: approvals {person: ann.smith, role: controller, at: "2026-02-01T09:00:00Z"}
`,
		good: `# commit: 2026-01-05 by max.muster
# file: registers/people.yaml
{{people}}# commit: 2026-02-20
title: Check of invoices
# file: registers/people.yaml
{{people}}# record: approvals {person: ann.smith, role: controller, at: "2026-02-19T09:00:00Z"}
`,
	},
	*check(subject) {
		const { history } = subject;
		const most = subject.option<number>('days');
		if (history.unseenRecords !== null) yield { notEvaluated: history.unseenRecords };
		if (history.cutOff !== null) return;
		for (const { signature } of decidingSignatures(history.documents, history.on))
			yield* apart(signature.record, history.zone, most);
		for (const { state } of history.documents)
			for (const { record } of state.approvals?.judgedWithdrawals ?? [])
				yield* apart(record, history.zone, most);
	},
};

function* apart(
	record: KnownRecord<'approvals' | 'withdrawals'>,
	zone: string,
	most: number,
): Generator<HistoryProblem> {
	const stated = secondsOf(record.value.at ?? '');
	// A time that no clock shows makes the record void: approval/missing says so.
	if (stated === undefined) return;
	const known = dayAt(record.known, zone);
	if (stated > record.known + clockSlack) {
		yield atRecord(record, 'at', {
			severity: 'error',
			message: `The record says ${record.value.at}, and the mainline showed it before, on ${known}`,
		});
		return;
	}
	// It may have stood there long before the first commit that is here.
	if (record.knownLevel === 'no later than') return;
	const days = daysBetween(dayAt(stated, zone), known) ?? 0;
	if (days <= most) return;
	yield atRecord(record, 'at', {
		message: `The record says ${dayAt(stated, zone)}, and the mainline first showed it on ${known}, ${days} days later`,
	});
}
