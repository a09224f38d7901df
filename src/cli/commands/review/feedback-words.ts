import type { KnownFeedback } from '../../history/known-feedback.ts';

/** A suggestion as a line of an agenda: who, on what, what became of it. */
export function feedbackWords({ record: { value }, standing, why, notes }: KnownFeedback): string {
	const about = value.about === undefined ? '' : ` on ${value.about}`;
	const became = [
		standing === 'open' && why === 'nobody has answered' ? 'open' : `${standing}: ${why}`,
		...notes,
	];
	return `${value.person}${about}: ${value.text} (${became.join('; ')})`;
}
