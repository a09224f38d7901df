import { checkRule } from '../../../model/recurrence/check-rule.ts';
import type { FileRule } from '../../rule.ts';

export const invalidSchedule: FileRule = {
	name: 'checklist/invalid-schedule',
	severity: 'error',
	summary: 'The schedule is no recurrence rule (RFC 5545), names no day that ever comes, or has no rule.',
	why: 'A schedule that cannot be read never falls due: nobody is reminded, and a missed run is not noticed.',
	remedy:
		'Write e.g. `rule: FREQ=MONTHLY`, `rule: FREQ=WEEKLY;BYDAY=MO` or `rule: FREQ=MONTHLY;BYMONTHDAY=-1`.',
	points: 'At the part of the rule that is wrong.',
	clauses: ['soc-2 CC5.3'],
	scope: 'file',
	kinds: ['checklist'],
	examples: {
		bad: ['schedule:', '  rule: FREQ=MONTHLY;BYDAY=MONDAY', '  due: 2 business days'].join('\n'),
		good: ['schedule:', '  rule: FREQ=MONTHLY;BYDAY=1MO', '  due: 2 business days'].join('\n'),
	},
	*check({ checklist }) {
		const schedule = checklist?.schedule;
		if (schedule === undefined) return;
		const path = ['schedule', 'rule'];
		if (schedule.rule === undefined) {
			yield { place: { path }, message: 'The schedule does not say how often: it has no rule' };
			return;
		}
		const problem = checkRule(schedule.rule);
		if (problem !== undefined)
			yield { place: { path, within: problem.at }, message: problem.message, help: problem.help };
	},
};
