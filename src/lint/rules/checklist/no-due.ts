import { rows } from '../../../model/several.ts';
import { nameOfItem } from '../../item-name.ts';
import type { FileRule } from '../../rule.ts';

export const noDue: FileRule = {
	name: 'checklist/no-due',
	severity: 'error',
	summary: 'Nothing says by when an item must be done: neither the item, nor the schedule, nor `run_due`.',
	why: 'What has no due time is never late, so nobody notices that it was not done.',
	remedy: 'Write `due:` at the item, or `due:` in the schedule for the whole run.',
	points: 'At the item; at the schedule where no item has a due time.',
	clauses: ['soc-2 CC5.3'],
	scope: 'file',
	kinds: ['checklist'],
	examples: {
		bad: 'schedule:\n  rule: FREQ=WEEKLY\nitems:\n  - id: pay\n    do: Pay what is due this week.\n    by: clerk\n    done_when: No open invoice is past its due day.\n    on_exception: ledger-closed\n',
		good: 'schedule:\n  rule: FREQ=WEEKLY\n  due: 2 business days\nitems:\n  - id: pay\n    do: Pay what is due this week.\n    by: clerk\n    done_when: No open invoice is past its due day.\n    on_exception: ledger-closed\n',
	},
	*check({ checklist }) {
		if (checklist === undefined || checklist.schedule?.due !== undefined || checklist.run_due !== undefined)
			return;
		const items = rows(checklist.items);
		if (items.length > 0 && items.every((item) => item.due === undefined)) {
			yield {
				place: { path: ['schedule', 'due'] },
				message: 'Nothing says by when the checklist must be done: no item has a due time, nor has the run',
				help: 'Write `due:` in the schedule, e.g. `due: 5 business days`, or `due:` at each item.',
			};
			return;
		}
		for (const [index, item] of items.entries()) {
			if (item.due !== undefined) continue;
			yield {
				place: { path: ['items', index, 'due'] },
				message: `Nothing says by when ${nameOfItem(item, index)} must be done`,
			};
		}
	},
};
