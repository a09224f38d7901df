import type { Step } from '../../documents.generated.ts';
import { rowsField } from '../compare-section.ts';
import { onlyIfWords } from '../condition-words.ts';
import { dueWords } from '../due-words.ts';
import { type FieldsOf, relevant, wording } from '../field.ts';
import { own, ownText } from '../plain-object.ts';
import { alwaysRelevant, neverRelevant, says, textOf } from '../row-kind.ts';
import { valueWords } from '../value-words.ts';
import { handoff } from './handoff.ts';
import { timeouts } from './timeouts.ts';

const sentences = { prose: true, oneOrSeveral: true, between: '; ' } as const;

const fields: FieldsOf<Step, 'id'> = {
	do: relevant('step-instruction-changed', 'instruction', { prose: true }),
	why: wording('step-reason-changed', 'reason', { prose: true }),
	by: relevant('step-role-changed', 'doer', { oneOrSeveral: true, between: ' or ' }),
	together: relevant('step-role-changed', 'doers together', { between: ' and ' }),
	automated: relevant('step-automation-changed', 'done by a system'),
	trigger: relevant('step-trigger-changed', 'trigger', sentences),
	only_if: relevant('step-condition-changed', 'condition', { words: onlyIfWords }),
	waits_for: relevant('step-flow-changed', 'waits for'),
	follows: relevant('step-flow-changed', 'procedure to carry out'),
	for_each: relevant('step-flow-changed', 'repeated for each'),
	uses: relevant('step-tools-changed', 'tools used'),
	needs: relevant('step-data-changed', 'data needed'),
	gives: relevant('step-data-changed', 'data given'),
	done_when: relevant('step-criterion-changed', 'criterion for done', sentences),
	takes: wording('step-time-changed', 'standard time'),
	due: relevant('deadline-changed', 'due time', { words: dueWords }),
	timeout: timeouts,
	handoff,
	next: relevant('step-flow-changed', 'next', { oneOrSeveral: true }),
};

/** Section 7. The order of the steps is the way they are taken, so a step that moves is told by itself. */
export const procedure = rowsField('procedure', {
	noun: 'step',
	name: (row) => ownText(row, 'id'),
	keys: [textOf('id'), textOf('do')],
	added: alwaysRelevant('step-added'),
	removed: alwaysRelevant('step-removed'),
	moved: alwaysRelevant('step-moved'),
	renamed: { ...neverRelevant('step-renamed'), key: 'id', telling: ['do'] },
	fields,
	summary: stepSummary,
});

/** What is done, and by whom. */
export function stepSummary(step: unknown): string {
	const doers = says(step, 'by')
		? valueWords(own(step, 'by'), ' or ')
		: valueWords(own(step, 'together') ?? [], ' and ');
	const by = says(step, 'by', 'together') ? `by ${doers}` : '';
	return [ownText(step, 'do') ?? '', by].filter((part) => part !== '').join(' – ');
}
