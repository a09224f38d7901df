import type { RecordKind } from '../model/record/record-kind.ts';
import { recordValidators } from './record-validators.ts';

/** The first way in which a value does not fit the schema of its kind of record; undefined where it fits. */
export function recordProblem(kind: RecordKind, value: unknown): string | undefined {
	const validate = recordValidators[kind];
	if (validate(value)) return undefined;
	const [error] = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
	if (error === undefined) return 'It does not fit the schema';
	const { missingProperty: missing, additionalProperty: unknown, allowedValues } = error.params;
	const key = error.instancePath.slice(1).replaceAll('/', '.') || 'the record';
	if (typeof missing === 'string') return `${missing} is missing`;
	if (typeof unknown === 'string') return `${unknown} is no key of such a record`;
	if (Array.isArray(allowedValues)) return `${key} has to be one of: ${allowedValues.join(', ')}`;
	return `${key} ${error.message ?? 'does not fit the schema'}`;
}
