import type { WhoSigned } from '../../control/who-signed.ts';
import type { CheckItem } from '../check.ts';

/** What would cure that a record is only claimed. */
export const identityCure =
	'Register a key for each person who makes records, entered by somebody else, and sign records with it (--sign).';

/** Whether a signature proves who made a record; where only a push does, that proves nobody. */
export function identityResult({ level, cause }: WhoSigned): Pick<CheckItem, 'result' | 'detail'> {
	switch (level) {
		case 'record-signed':
		case 'commit-signed':
			return { result: 'holds', detail: '' };
		case 'claimed':
			return {
				result: 'not evaluated',
				detail: `identity rests on push access${cause === null ? '' : `: ${cause}`}`,
			};
		case 'contradicted':
			return { result: 'does not hold', detail: cause ?? 'its signature is bad' };
	}
}

/** What a cause says: one that begins with `not evaluated: ` says that nobody can tell. */
export function causeResult(cause: string | null): Pick<CheckItem, 'result' | 'detail'> {
	if (cause === null) return { result: 'holds', detail: '' };
	const unseen = 'not evaluated: ';
	return cause.startsWith(unseen)
		? { result: 'not evaluated', detail: cause.slice(unseen.length) }
		: { result: 'does not hold', detail: cause };
}
