import type { Automation } from '../../documents.generated.ts';
import { mappingField } from '../compare-fields.ts';
import { type FieldsOf, relevant, wording } from '../field.ts';

const kind = 'automation-changed';
const plan = (label: string) => mappingField(wording(kind, label), {});

/** What works already, and who answers for it, is part of the control; plans and counts are not. */
const fields: FieldsOf<Automation> = {
	stage: relevant(kind, 'stage'),
	owner: relevant(kind, 'owner'),
	volume: plan('volume'),
	time_sensitive: wording(kind, 'sensitive to time'),
	input: wording(kind, 'input'),
	structured: wording(kind, 'structured input'),
	mapping: plan('mapping'),
	build: plan('build'),
	pilot: plan('pilot'),
	mode: relevant(kind, 'mode'),
	monitored: relevant(kind, 'monitoring'),
	retire_when: relevant(kind, 'end of the manual way', { prose: true }),
};

export const automation = mappingField(relevant(kind, 'automation'), fields);
