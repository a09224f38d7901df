import type { CheckItem } from '../check.ts';
import type { InForce } from '../in-force-in-period.ts';
import { versionKey } from '../places.ts';

import { completionOf } from './signed-version.ts';

/** Whether each approver and reviewer of a version is somebody else than who wrote it. */
export function segregationItems(one: InForce): readonly CheckItem[] {
	const signatures = (completionOf(one)?.signatures ?? []).filter(
		({ meaning }) => meaning === 'approval' || meaning === 'review',
	);
	return signatures.map(({ record, cause, why, notEvaluated }) => {
		const isOwn = why === 'author';
		const isUnknown = notEvaluated.length > 0 || why === 'not evaluated';
		return {
			key: `${versionKey(one.document, one.version)} ${record.file}`,
			of: [one.document.id],
			result: isOwn ? 'does not hold' : isUnknown ? 'not evaluated' : 'holds',
			detail: isOwn ? `${cause}; it does not count` : isUnknown ? (notEvaluated[0] ?? cause ?? '') : '',
		};
	});
}
