import { rows } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';

export const noTimeLimit: FileRule = {
	name: 'escalation/no-time-limit',
	severity: 'error',
	summary: 'A level of an escalation has no time, or an escalation has no level.',
	why: 'Without a time nobody knows when silence is a failure: one person calls after ten minutes, another never.',
	remedy: 'Write `within` for each level: the time in which it must have been told and have answered.',
	points: 'At the level; at the escalation that has none.',
	clauses: ['soc-2 CC5.3'],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: levelWith(''),
		good: levelWith('        within: 4 hours\n'),
	},
	*check({ sop }) {
		for (const [index, escalation] of rows(sop?.escalation).entries()) {
			const name = escalation.id ?? index + 1;
			const levels = rows(escalation.to);
			if (levels.length === 0) {
				yield {
					place: { path: ['escalation', index, 'to'] },
					message: `The escalation ${name} tells nobody, and has no time`,
					help: 'Write `to:` with one row a level, each with `role` and `within`.',
				};
			}
			for (const [at, level] of levels.entries()) {
				if (level.within !== undefined) continue;
				yield {
					place: { path: ['escalation', index, 'to', at, 'within'] },
					message: `The escalation ${name} gives ${level.role ?? `its level ${at + 1}`} no time`,
					help: 'Write `within:`, e.g. `within: 4 hours`.',
				};
			}
		}
	},
};

function levelWith(within: string): string {
	return `escalation:
  - id: system-down
    at:
      - enter
    when: The payment system does not answer.
    do: Tell the controller.
    to:
      - role: controller
${within}`;
}
