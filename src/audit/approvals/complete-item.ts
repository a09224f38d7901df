import type { CheckItem } from '../check.ts';
import type { InForce } from '../in-force-in-period.ts';
import { versionKey } from '../places.ts';

import { completionOf } from './signed-version.ts';

/** Why nothing can be said of approvals where nobody had to give any. */
const withoutApprovals = 'library without approvals: nobody had to sign this version';

/** Whether a version in force has all signatures that it needs. */
export function completeItem(one: InForce): CheckItem {
	const completion = completionOf(one);
	const item = { key: versionKey(one.document, one.version), of: [one.document.id] };
	if (one.document.state.notEvaluated !== null)
		return { ...item, result: 'not evaluated', detail: one.document.state.notEvaluated };
	if (completion === undefined) return { ...item, result: 'not evaluated', detail: withoutApprovals };
	if (!completion.isNeeded && completion.position === undefined)
		return { ...item, result: 'not evaluated', detail: 'it came before anybody had to approve' };
	if (completion.lost !== null && completion.lost !== undefined)
		return { ...item, result: 'does not hold', detail: 'a signature that it leaned on was withdrawn' };
	return completion.position === undefined
		? {
				...item,
				result: 'does not hold',
				detail: `open: ${completion.open.map(({ role, meaning }) => `${meaning} by ${role}`).join(', ')}`,
			}
		: { ...item, result: 'holds', detail: '' };
}
