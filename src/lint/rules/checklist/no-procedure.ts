import { rows } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';

export const noProcedure: FileRule = {
	name: 'checklist/no-procedure',
	severity: 'warning',
	summary: 'A checklist says of no SOP that it executes it, nor does any of its items follow one.',
	why: 'A checklist tells what to tick, not how to do it: without its SOP everybody does it in a way of their own.',
	remedy:
		'Write `executes:` with the id of the SOP that the checklist carries out, or `follows:` at its items.',
	points: 'At the top of the checklist.',
	clauses: ['soc-2 CC5.3', 'iso-27001 A.5.37'],
	scope: 'file',
	kinds: ['checklist'],
	examples: { bad: '# checklist\n# without executes\n', good: '# checklist\nexecutes: SOP-FIN-900\n' },
	*check({ checklist }) {
		if (checklist === undefined || checklist.executes !== undefined) return;
		const items = rows(checklist.items);
		if (items.length === 0 || items.some((item) => item.follows !== undefined)) return;
		yield { place: { path: ['executes'] }, message: 'The checklist names no SOP that says how it is done' };
	},
};
