import { rows } from '../../../model/several.ts';
import { automationExample } from '../../automation-example.ts';
import type { FileRule } from '../../rule.ts';

export const stageSkipped: FileRule = {
	name: 'automation/stage-skipped',
	severity: 'error',
	summary: 'The stage of an automation says more than the text shows: a stage before it is missing.',
	why: 'Each stage shows what the next one rests on. What was never mapped automates a guess, and what goes live without the result of a pilot is tried out on real work.',
	remedy:
		'Set `stage` back to what has been reached, or write down what is missing: the steps of section 7, or the pilot with its result.',
	points: 'At the stage.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: automationExample(
			'stage: live',
			'owner: finance-systems',
			'monitored: 1 week',
			'retire_when: The bank changes its format',
		),
		good: automationExample('stage: documented'),
	},
	*check({ sop }) {
		const { stage, pilot } = sop?.automation ?? {};
		if (sop === undefined || stage === undefined) return;
		const place = { path: ['automation', 'stage'] };
		if (rows(sop.procedure).length === 0) {
			yield { place, message: `The stage is ${stage}, and section 7 has no step` };
		} else if (stage === 'pilot' && pilot === undefined) {
			yield { place, message: 'The stage is pilot, and no pilot is described' };
		} else if (stage === 'live' && pilot?.result === undefined) {
			yield {
				place,
				message:
					pilot === undefined
						? 'The stage is live, and it never was in a pilot'
						: 'The stage is live, and the pilot has no result',
			};
		}
	},
};
