import { activitiesOf } from '../../../model/activity.ts';
import { activitiesExample } from '../../activities-example.ts';
import { coveredHere } from '../../covered-here.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const setAside: FileRule = {
	name: 'coverage/set-aside',
	severity: 'warning',
	summary: 'A document covers an activity that the register sets aside as not done here.',
	why: 'One of the two is wrong. Either the work is done and nobody counts it, or a procedure is kept for work that nobody does.',
	remedy:
		'Take `not_applicable` out of registers/activities.yaml where the work is done; else take the activity out of `covers`, or retire the document.',
	points: 'At the activity, in the document.',
	clauses: ['iso-9001 7.5.1'],
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: activitiesExample({ notApplicable: 'A provider pays for us' }),
		good: activitiesExample({}),
	},
	*check(subject) {
		// That the register cannot be read, coverage/unknown-activity says.
		const activities = activitiesOf(subject.library.registers.activities);
		for (const { activity, path } of coveredHere(subject)) {
			const reason = activities.find(({ id }) => id === activity)?.notApplicable;
			if (reason === undefined) continue;
			yield { place: { path }, message: `The register sets ${activity} aside: ${reason}` };
		}
	},
};
