import { activitiesOf } from '../../../model/activity.ts';
import { nearest } from '../../../model/nearest.ts';
import { whyRegisterUnread } from '../../../model/registers.ts';
import { activitiesExample } from '../../activities-example.ts';
import { coveredHere } from '../../covered-here.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const unknownActivity: FileRule = {
	name: 'coverage/unknown-activity',
	severity: 'error',
	summary: '`covers` names an activity that the register of activities does not have.',
	why: 'Coverage leads from each activity to the procedure for it. A name that nobody knows leads nowhere, and the activity that was meant looks as if nobody had written it down.',
	remedy: 'Add the activity to registers/activities.yaml, or write its id as it stands there.',
	points: 'At the activity.',
	clauses: ['iso-9001 7.5.1'],
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: activitiesExample({ covers: 'finance.acounts-payable' }),
		good: activitiesExample({ covers: 'finance.accounts-payable' }),
	},
	*check(subject) {
		const { registers } = subject.library;
		const covered = [...coveredHere(subject)];
		const unread = whyRegisterUnread(registers, 'activities');
		if (covered.length > 0 && unread !== undefined) yield { notEvaluated: unread };
		// As long as the register lists nothing, a document may name any activity.
		const known = activitiesOf(registers.activities).map(({ id }) => id);
		if (known.length === 0) return;
		for (const { activity, path } of covered) {
			if (known.includes(activity)) continue;
			const near = nearest(activity, known);
			yield {
				place: { path },
				message: `No activity of the register is called "${activity}"`,
				...(near === undefined ? {} : { help: `Did you mean ${near}?` }),
			};
		}
	},
};
