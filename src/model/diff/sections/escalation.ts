import type { Escalation, EscalationLevel } from '../../documents.generated.ts';
import { rowsField } from '../compare-section.ts';
import { type FieldsOf, relevant } from '../field.ts';
import { own, ownText } from '../plain-object.ts';
import { alwaysRelevant, neverRelevant, textOf } from '../row-kind.ts';
import { valueWords } from '../value-words.ts';

const levelFields: FieldsOf<EscalationLevel, 'role'> = {
	within: relevant('deadline-changed', 'time'),
};

/** Who is told, one after the other: the order is part of it. */
const levels = rowsField('levels', {
	noun: 'level',
	name: (row) => ownText(row, 'role'),
	keys: [textOf('role')],
	added: alwaysRelevant('escalation-level-added'),
	removed: alwaysRelevant('escalation-level-removed'),
	moved: alwaysRelevant('escalation-level-moved'),
	fields: levelFields,
	summary: (row) => `within ${valueWords(own(row, 'within') ?? 'no time')}`,
});

const fields: FieldsOf<Escalation, 'id'> = {
	at: relevant('escalation-changed', 'steps'),
	when: relevant('escalation-changed', 'cause', { prose: true }),
	do: relevant('escalation-changed', 'action', { prose: true }),
	to: levels,
	resume: relevant('escalation-changed', 'way back'),
	goto: relevant('escalation-changed', 'target'),
};

/** Section 10. */
export const escalation = rowsField('escalation', {
	noun: 'escalation',
	name: (row) => ownText(row, 'id'),
	keys: [textOf('id'), textOf('when')],
	added: alwaysRelevant('escalation-added'),
	removed: alwaysRelevant('escalation-removed'),
	renamed: { ...neverRelevant('escalation-renamed'), key: 'id', telling: ['when', 'do'] },
	fields,
	summary: (row) => ownText(row, 'when') ?? '',
});
