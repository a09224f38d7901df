import { automationExample } from '../../automation-example.ts';
import type { FileRule } from '../../rule.ts';

export const noOwner: FileRule = {
	name: 'automation/no-owner',
	severity: 'error',
	summary: 'An automation that is in a pilot or live has no owner.',
	why: 'When a robot stops, or goes on doing the wrong thing, somebody has to be there who may change it. The owner of the procedure seldom can.',
	remedy: 'Write `owner:` under `automation`, with the role or person who answers for it.',
	points: 'At `automation`.',
	clauses: ['soc-2 CC5.3'],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: automationExample(
			'stage: pilot',
			'pilot:',
			'  team: Treasury',
			'  from: 2026-02-01',
			'  until: 2026-02-28',
		),
		good: automationExample(
			'stage: pilot',
			'owner: finance-systems',
			'pilot:',
			'  team: Treasury',
			'  from: 2026-02-01',
			'  until: 2026-02-28',
		),
	},
	*check({ sop }) {
		const { stage, owner } = sop?.automation ?? {};
		if ((stage === 'pilot' || stage === 'live') && owner === undefined)
			yield {
				place: { path: ['automation', 'owner'] },
				message: `Nobody owns the automation, and its stage is ${stage}`,
			};
	},
};
