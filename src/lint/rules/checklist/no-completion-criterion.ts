import { rows, several } from '../../../model/several.ts';
import { nameOfItem } from '../../item-name.ts';
import type { FileRule } from '../../rule.ts';

export const noCompletionCriterion: FileRule = {
	name: 'checklist/no-completion-criterion',
	severity: 'error',
	summary: 'An item does not say how one can tell that it is done.',
	why: 'Two people tick such an item at different points, and the tick proves nothing to a third.',
	remedy: 'Write `done_when:` with something that can be seen or counted.',
	points: 'At the item.',
	clauses: ['soc-2 CC5.3'],
	scope: 'file',
	kinds: ['checklist'],
	examples: {
		bad: example(''),
		good: example('    done_when: No open invoice is past its due day.\n'),
	},
	*check({ checklist }) {
		for (const [index, item] of rows(checklist?.items).entries()) {
			if (several(item.done_when).length > 0) continue;
			yield {
				place: { path: ['items', index, 'done_when'] },
				message: `Nothing says when ${nameOfItem(item, index)} is done`,
			};
		}
	},
};

function example(criterion: string): string {
	return [
		'items:',
		'  - id: pay',
		'    do: Pay what is due this week.',
		'    by: clerk',
		`${criterion}    due: 2 business days`,
		'    on_exception: ledger-closed',
		'    reviewed_by: controller',
	].join('\n');
}
