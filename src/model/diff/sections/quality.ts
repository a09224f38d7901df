import type { QualityCheckpoint } from '../../documents.generated.ts';
import { rowsField } from '../compare-section.ts';
import { type FieldsOf, relevant } from '../field.ts';
import { ownText } from '../plain-object.ts';
import { alwaysRelevant, neverRelevant, textOf } from '../row-kind.ts';

const sentences = { prose: true, oneOrSeveral: true, between: '; ' } as const;

const fields: FieldsOf<QualityCheckpoint, 'id'> = {
	at: relevant('checkpoint-changed', 'steps'),
	every: relevant('checkpoint-changed', 'interval'),
	check: relevant('checkpoint-changed', 'check', { prose: true }),
	by: relevant('checkpoint-role-changed', 'checker', { oneOrSeveral: true, between: ' or ' }),
	accept: relevant('acceptance-changed', 'acceptance criterion', sentences),
	evidence: relevant('evidence-changed', 'evidence', sentences),
};

/** Section 9. */
export const quality = rowsField('quality checkpoints', {
	noun: 'checkpoint',
	name: (row) => ownText(row, 'id') ?? ownText(row, 'check'),
	keys: [textOf('id'), textOf('check')],
	added: alwaysRelevant('checkpoint-added'),
	removed: alwaysRelevant('checkpoint-removed'),
	renamed: { ...neverRelevant('checkpoint-renamed'), key: 'id', telling: ['check'] },
	fields,
	summary: (row) => ownText(row, 'check') ?? '',
});
