import { digestOf } from '../model/digest.ts';
import type { KnownRecord } from '../model/record/known-record.ts';
import type { JudgedWithdrawal } from './approval/judged-withdrawal.ts';

/**
 * Says when the mainline showed that a training is withdrawn, in seconds; undefined of one that is not. A copy of a
 * record elsewhere is no other.
 */
export function withdrawnTrainings(
	withdrawals: readonly JudgedWithdrawal[],
): (training: KnownRecord<'training'>) => number | undefined {
	const ends = new Map<string, number>();
	for (const { cause, record } of withdrawals) {
		const { withdraws, line_digest: line } = record.value;
		if (cause !== null || withdraws !== 'record' || line === undefined) continue;
		ends.set(line, Math.min(record.known, ends.get(line) ?? record.known));
	}
	// Hardly any library withdraws one: then none needs a digest.
	return ({ value }) => (ends.size === 0 ? undefined : ends.get(digestOf(value)));
}
