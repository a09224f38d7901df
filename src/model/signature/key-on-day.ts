import type { SigningKey } from '../documents.generated.ts';

/** Whether a key of the people register is in use on a day (YYYY-MM-DD): from its first day to its last, and not revoked. */
export function isInUse({ from, until, revoked }: SigningKey, day: string): boolean {
	if (revoked !== undefined && (revoked.from ?? '') <= day) return false;
	return (from === undefined || from <= day) && (until === undefined || day <= until);
}
