import { linesOf } from '../../control/approval/signature-lines.ts';
import type { ReadDocument } from '../../model/read-document.ts';

/** Who answers for a text, and may review it: whoever section 15 names, and the owner. */
export function answeringRoles(read: ReadDocument): readonly string[] {
	const value: unknown = read.value;
	const owner: unknown =
		typeof value === 'object' && value !== null ? Reflect.get(value, 'owner') : undefined;
	return [...linesOf(value).map(({ role }) => role), ...(typeof owner === 'string' ? [owner] : [])];
}
