import { automationExample } from '../../automation-example.ts';
import type { FileRule } from '../../rule.ts';

export const pilotUnbounded: FileRule = {
	name: 'automation/pilot-unbounded',
	severity: 'error',
	summary:
		'A pilot does not say in which one team it is, or from when until when; or it ends before it begins.',
	why: 'A pilot is one process in one team for a time that is known beforehand. One without an end becomes the way things are done, and nobody ever judges it.',
	remedy: 'Write `team`, `from` and `until` of the pilot; `result` when it is over.',
	points: 'At the pilot.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: pilot('  team: Treasury', '  from: 2026-02-01'),
		good: pilot('  team: Treasury', '  from: 2026-02-01', '  until: 2026-02-28'),
	},
	*check({ sop }) {
		const found = sop?.automation?.pilot;
		if (found === undefined) return;
		const { team, from, until } = found;
		const missing = Object.entries({ team, from, until }).flatMap(([key, value]) =>
			value === undefined ? [key] : [],
		);
		if (missing.length > 0) {
			yield {
				place: { path: ['automation', 'pilot'] },
				message: `The pilot has no ${missing.map((key) => `\`${key}\``).join(' and no ')}`,
			};
		}
		if (from !== undefined && until !== undefined && until < from) {
			yield {
				place: { path: ['automation', 'pilot', 'until'] },
				message: `The pilot ends on ${until}, before it begins on ${from}`,
			};
		}
	},
};

function pilot(...lines: readonly string[]): string {
	return automationExample('stage: pilot', 'owner: finance-systems', 'pilot:', ...lines);
}
