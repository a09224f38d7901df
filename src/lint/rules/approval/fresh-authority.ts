import { roleSince } from '../../../control/role-since.ts';
import { daysBetween } from '../../../model/calendar-day.ts';
import { dayAt, secondsOf } from '../../../model/zone.ts';
import { approvalsJudged } from '../../approvals-judged.ts';
import { atRecord } from '../../at-record.ts';
import type { HistoryRule } from '../../rule.ts';

export const freshAuthority: HistoryRule = {
	name: 'approval/fresh-authority',
	severity: 'warning',
	summary:
		'The entry of the register that a signature leans on is only days old, or was written by the signer or an author of the text.',
	why: 'Whoever may write the register can give themselves, or somebody at hand, the right to approve. It counts, and an auditor wants to see it.',
	remedy:
		'Let somebody else keep the register, and enter roles when people take them up, not when a signature is needed.',
	points: 'At the role of the record.',
	clauses: ['cfr-11 11.10(g)', 'coso 10'],
	silenceable: false,
	options: {
		days: { default: 7, summary: 'how many days an entry has to be older than the signature' },
	},
	scope: 'history',
	examples: {
		bad: `# commit: 2026-01-18 by max.muster
# file: registers/people.yaml
{{people}}# commit: 2026-01-20
title: Check of invoices
# file: registers/people.yaml
{{people}}# record: approvals {person: ann.smith, role: controller}
`,
		good: `# commit: 2026-01-05 by max.muster
# file: registers/people.yaml
{{people}}# commit: 2026-01-20
title: Check of invoices
# file: registers/people.yaml
{{people}}# record: approvals {person: ann.smith, role: controller}
`,
	},
	*check(subject) {
		const { history } = subject;
		const least = subject.option<number>('days');
		yield* approvalsJudged(subject, function* ({ past, version, signature }) {
			const { record, acts, person, cause } = signature;
			if (cause !== null || acts.acts === 'no' || record.value.paper !== undefined) return;
			const role = acts.acts === 'as delegate' ? acts.by : signature.role;
			const known = dayAt(record.known, history.zone);
			// A signature that counts says a time that there is.
			const days = [dayAt(secondsOf(record.value.at ?? '') ?? record.known, history.zone), known];
			// A register that came with the record, where none stood before, is judged as it came.
			const since =
				roleSince(history, person, role, days, record.position - 1) ??
				roleSince(history, person, role, days, record.position);
			if (since === undefined) return;
			const entered = dayAt(since.known, history.zone);
			const entry = `The people register has ${person} as ${role} since ${entered}`;
			if ((daysBetween(entered, known) ?? 0) < least) {
				const age = daysBetween(entered, known) ?? 0;
				yield atRecord(record, 'role', {
					message: `${entry}, ${age === 0 ? 'the day of' : age === 1 ? 'one day before' : `${age} days before`} this signature`,
				});
				return;
			}
			const authors = history.authorsOf(past, version).people;
			const writer = since.writers.find((one) => one === person || authors.has(one));
			if (writer === undefined) return;
			yield atRecord(record, 'role', {
				message: `${entry}, by ${writer === person ? 'their own hand' : `the hand of ${writer}, who wrote the text`}`,
			});
		});
	},
};
