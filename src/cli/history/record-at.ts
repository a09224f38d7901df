import { historyUpTo } from '../../library/history/history-up-to.ts';
import { dayAt } from '../../model/zone.ts';
import type { OpenRecord } from './open-record.ts';
import { policyAt } from './policy-at.ts';

/**
 * The record as it was when the mainline commit at a position was its newest, at an instant (seconds): nothing that later
 * commits brought counts. Throws a `RangeError` where the mainline has no such commit.
 */
export async function recordAt(record: OpenRecord, position: number, on: number): Promise<OpenRecord> {
	const history = historyUpTo(record.history, position);
	const known = history.mainline.at(position);
	if (known === undefined) throw new RangeError(`The mainline has no commit at position ${position}`);
	const policy = await policyAt({ git: record.git, history }, position);
	const moment = { on, onText: dayAt(on, policy.zone), isNow: false, position, known, isPast: true };
	return { ...record, history, moment, policy };
}
