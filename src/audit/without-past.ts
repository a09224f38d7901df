import type { Check } from './check.ts';
import type { Section } from './section.ts';

/**
 * Sections of a repository that lacks some of its past: nothing that was cut off may be shown as good, and nobody can
 * tell what it would have changed. So no check holds; what does not hold does not all the same. Null: nothing is cut off.
 */
export function withoutPast(sections: readonly Section[], partial: string | null): readonly Section[] {
	if (partial === null) return sections;
	const open = (check: Check): Check =>
		check.result !== 'holds'
			? check
			: {
					...check,
					result: 'not evaluated',
					cause: `not all of the past is here: ${partial}`,
					cure: 'Fetch the whole history with all texts, and make the packet again.',
				};
	return sections.map((section) => ({ ...section, checks: section.checks.map(open) }));
}
