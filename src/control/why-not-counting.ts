import type { JudgedSignature } from './approval/judged-signature.ts';

/** Why a signature does not count, as far as somebody else has to act on it. */
export type NotCounting = 'not evaluated' | 'author' | 'unauthorised' | 'other';

/** Sorts the cause for which a signature does not count; undefined where it does. */
export function whyNotCounting({ cause, acts, person }: JudgedSignature): NotCounting | undefined {
	if (cause === null) return undefined;
	if (cause.startsWith('not evaluated: ')) return 'not evaluated';
	if (acts.acts === 'no' && cause === acts.cause) return 'unauthorised';
	return cause.startsWith(`${person} wrote the text`) ? 'author' : 'other';
}
