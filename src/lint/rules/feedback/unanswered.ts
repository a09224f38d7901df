import { judgeFeedback } from '../../../control/feedback/judged-feedback.ts';
import { addDuration } from '../../../model/calendar-day.ts';
import { parseDuration } from '../../../model/duration.ts';
import { dayAt } from '../../../model/zone.ts';
import { atRecord } from '../../at-record.ts';
import type { HistoryRule } from '../../rule.ts';

const remedy =
	'Answer it by a version whose row of section 14 names it under `answers`, or with `sop feedback answer`: say why, also where it is declined.';

export const unanswered: HistoryRule = {
	name: 'feedback/unanswered',
	severity: 'warning',
	summary: 'A suggestion has waited for an answer longer than a review cycle.',
	why: 'Those who work by a procedure see first where it is wrong. Whoever hears nothing stops telling.',
	remedy,
	points: 'At the suggestion.',
	clauses: ['iso-9001 7.5.2 c', 'soc-2 CC5.3'],
	options: {
		after: { default: '1 year', summary: 'how long it may wait where no review cycle is named' },
	},
	scope: 'history',
	examples: {
		bad: story(''),
		good: story(
			'# record: feedback {person: ann.smith, role: controller, meaning: answer, text: It does now, answers: records/feedback/SOP-FIN-900/2025-10-01T100000Z-max.muster.yaml, verdict: done}\n',
		),
	},
	*check(subject) {
		const { history, library } = subject;
		if (history.cutOff !== null && history.feedback.length > 0) {
			// Since when it has been open, and what has answered it, may be said by what is not here.
			yield { notEvaluated: history.cutOff };
			return;
		}
		const usual = subject.option<string>('after');
		const known = new Map(history.documents.map((past) => [past.id, past]));
		const judged = judgeFeedback({
			...history.answerEvidence,
			records: history.feedback,
			on: history.on,
			zone: history.zone,
			documentOf: (id) => {
				const past = known.get(id);
				if (past === undefined) return undefined;
				const { timeline, state, here } = past;
				const { status, notEvaluated } = state;
				return { timeline, status, notEvaluated, changes: here?.changeLog ?? [], nodes: undefined };
			},
		});
		for (const { record, standing, answersInVain } of judged) {
			if (standing !== 'open') continue;
			const { document = '', text = '', person } = record.value;
			const past = known.get(document);
			const cycle = past?.reviewEvery ?? history.policy.review ?? usual;
			const duration = parseDuration(cycle);
			const since = dayAt(record.known, history.zone);
			const last = duration && addDuration(since, duration);
			if (last === undefined || library.today <= last) continue;
			yield atRecord(record, 'text', {
				message: `${person} suggested this on ${since}, more than ${cycle} ago, and it is still open: ${shortened(text)}`,
				...(answersInVain.length === 0 ? {} : { help: `${sentence(answersInVain.join('; '))}. ${remedy}` }),
			});
		}
	},
};

/** As much of a text as a line of a report holds. */
const longest = 80;

function shortened(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

function sentence(clause: string): string {
	return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}`;
}

function story(answer: string): string {
	const sop = `title: Check of invoices
approval:
  signatures:
    - role: controller
      meaning: approval
  review:
    every: 9 months
change_log:
  - version: "1.0"
    date: 2025-10-01
    author: jane.doe
    what: First version
    why: Invoices were paid twice
# file: registers/people.yaml
{{people}}`;
	return `# commit: 2025-10-01
${sop}# record: feedback {person: max.muster, text: The portal exports the balance}
# commit: 2026-06-01
${sop}# record: reviews {person: ann.smith, role: controller, verdict: keep, reason: Nothing has changed}
${answer}`;
}
