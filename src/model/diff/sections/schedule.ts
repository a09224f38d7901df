import type { Schedule } from '../../documents.generated.ts';
import { compareFields } from '../compare-fields.ts';
import { dueWords } from '../due-words.ts';
import { type Field, type FieldsOf, relevant } from '../field.ts';
import { named } from '../place.ts';

const fields: FieldsOf<Schedule> = {
	rule: relevant('schedule-changed', 'rule'),
	due: relevant('deadline-changed', 'due time', { words: dueWords }),
};

/** When a checklist is executed. */
export const schedule: Field = {
	label: 'schedule',
	compare: (before, after, place) => compareFields(before, after, named(place, 'schedule'), fields),
};
