import { linesOf } from './approval/signature-lines.ts';

/** Who answers for a text, by its content value, and may review it: whoever section 15 names, and the owner. */
export function answeringRoles(value: unknown): readonly string[] {
	const owner: unknown =
		typeof value === 'object' && value !== null ? Reflect.get(value, 'owner') : undefined;
	return [...linesOf(value).map(({ role }) => role), ...(typeof owner === 'string' ? [owner] : [])];
}
