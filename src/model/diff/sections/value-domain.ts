import type { CapturedValue } from '../../documents.generated.ts';
import { type PlainField, relevant } from '../field.ts';

/** What values an input, an output or a captured value can have: it bounds what decisions must cover. */
export const valueDomain: Readonly<Record<Exclude<keyof CapturedValue, 'id' | 'name'>, PlainField>> = {
	type: relevant('value-domain-changed', 'type', { absent: 'text' }),
	many: relevant('value-domain-changed', 'several values'),
	unit: relevant('value-domain-changed', 'unit'),
	min: relevant('value-domain-changed', 'smallest value'),
	max: relevant('value-domain-changed', 'greatest value'),
	values: relevant('value-domain-changed', 'allowed values'),
};
