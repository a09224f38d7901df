import { recordKindOf } from '../../model/record/record-kind.ts';
import type { OpenRecord } from './open-record.ts';

/** Why what asks for runs of procedures cannot be evaluated, as it follows "not evaluated:". */
export function whyNoRuns({ history }: OpenRecord): string {
	const isThere = history.files.some((file) => recordKindOf(file) === 'runs');
	return isThere ? 'this version of sop does not read runs' : 'no runs recorded';
}
