import type { OpenHistory } from './open-history.ts';

/**
 * Why nobody can tell whether a record counts: who could sign, who wrote a text and what was withdrawn is said by commits that
 * a shallow clone lacks. Undefined where history is whole.
 */
export function whyUncertain({ history }: OpenHistory): string | undefined {
	return history.state.shallow ? (history.partial ?? 'history cut off') : undefined;
}
