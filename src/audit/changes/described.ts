import type { AuditedDocument, AuditedVersion } from '../audit-input.ts';
import type { CheckItem } from '../check.ts';
import { versionKey } from '../places.ts';

import { rowOf } from './change-log-row.ts';

/** Whether the change log says what was changed by a version, or why. */
export function described(
	{ document, version, text }: AuditedVersion & { readonly document: AuditedDocument },
	key: 'what' | 'why',
): CheckItem {
	const item = { key: versionKey(document, version), of: [document.id] };
	if (text === undefined || text.digest === null)
		return { ...item, result: 'not evaluated', detail: 'its text is not here, or cannot be read' };
	const row = rowOf(text.changeLog, version.version);
	if (row === undefined)
		return { ...item, result: 'does not hold', detail: 'no row of the change log is of this version' };
	return row[key] === undefined || row[key] === ''
		? {
				...item,
				result: 'does not hold',
				detail: `its row of the change log does not say ${key === 'what' ? 'what was changed' : 'why'}`,
			}
		: { ...item, result: 'holds', detail: '' };
}
