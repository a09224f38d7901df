import { liveExample } from '../../automation-example.ts';
import type { FileRule } from '../../rule.ts';

export const noRetirement: FileRule = {
	name: 'automation/no-retirement',
	severity: 'warning',
	summary: 'Nothing says when the rules of an automation that is live are taken out of use.',
	why: 'A rule that nobody retires goes on deciding after what it was made for has changed. People notice an odd case; a robot does not.',
	remedy: 'Write `retire_when:` under `automation`: the event after which its rules no longer hold.',
	points: 'At `automation`.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: liveExample('monitored: 1 week'),
		good: liveExample('monitored: 1 week', 'retire_when: The bank changes its format'),
	},
	*check({ sop }) {
		const { stage, retire_when: end } = sop?.automation ?? {};
		if (stage === 'live' && end === undefined)
			yield {
				place: { path: ['automation', 'retire_when'] },
				message: 'The automation is live, and nothing says when its rules are retired',
			};
	},
};
