import { liveExample } from '../../automation-example.ts';
import type { FileRule } from '../../rule.ts';

export const noMonitoring: FileRule = {
	name: 'automation/no-monitoring',
	severity: 'warning',
	summary: 'Nobody is said to watch the exceptions of an automation that is live.',
	why: 'A robot meets what nobody foresaw and goes on, or stops without a word. What it could not do waits until somebody looks.',
	remedy:
		'Write `monitored:` under `automation`: how often somebody looks at what it could not do, e.g. `1 week`.',
	points: 'At `automation`.',
	clauses: ['soc-2 CC5.3'],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: liveExample('retire_when: The bank changes its format'),
		good: liveExample('retire_when: The bank changes its format', 'monitored: 1 week'),
	},
	*check({ sop }) {
		const { stage, monitored } = sop?.automation ?? {};
		if (stage === 'live' && monitored === undefined)
			yield {
				place: { path: ['automation', 'monitored'] },
				message: 'The automation is live, and nobody watches its exceptions',
			};
	},
};
