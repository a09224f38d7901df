import type { ChangeLogRow } from '../../documents.generated.ts';
import { rowsField } from '../compare-section.ts';
import { type FieldsOf, relevant } from '../field.ts';
import { ownText } from '../plain-object.ts';
import { alwaysRelevant, neverRelevant, textOf } from '../row-kind.ts';

const sentence = { prose: true } as const;

const fields: FieldsOf<ChangeLogRow> = {
	version: relevant('change-log-row-changed', 'version'),
	date: relevant('change-log-row-changed', 'date'),
	author: relevant('change-log-row-changed', 'author', { oneOrSeveral: true }),
	contributors: relevant('change-log-row-changed', 'contributors', { oneOrSeveral: true }),
	what: relevant('change-log-row-changed', 'what changed', sentence),
	why: relevant('change-log-row-changed', 'reason', sentence),
	affects: relevant('change-log-row-changed', 'documents affected'),
	answers: relevant('change-log-row-changed', 'feedback answered', { oneOrSeveral: true }),
	retrain: relevant('change-log-row-changed', 'training again'),
};

/**
 * Section 14. A new row only tells of other changes. A row that was there before is a record: what it said must not be
 * obscured (21 CFR 11.10(e)).
 */
export const changeLog = rowsField('change log', {
	noun: 'change log row',
	name: (row) => ownText(row, 'version'),
	keys: [textOf('version'), textOf('what')],
	added: neverRelevant('change-log-row-added'),
	removed: alwaysRelevant('change-log-row-removed'),
	fields,
	summary: (row) => ownText(row, 'what') ?? '',
});
