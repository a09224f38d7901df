import type { Problem } from '../../../diagnostics/problem.ts';
import { loosenings } from '../../../lint/loosenings.ts';
import { rules } from '../../../lint/rules.generated.ts';
import { unclearChanges } from '../../../lint/unclear-changes.ts';
import type { Config } from '../../../model/documents.generated.ts';

/** What a config asks less for than the one before it, and what nobody can tell of; each a clause. */
export function loosenedBy(
	before: Config,
	now: Config,
): { readonly loosens: readonly string[]; readonly unclear: readonly string[] } {
	const severities = Object.fromEntries(rules.map(({ name, severity }) => [name, severity]));
	const change = { before, now, mainline: 'the config before', severities };
	const wordsOf = (problems: Iterable<Problem>) => [...problems].map(({ message }) => message);
	return { loosens: wordsOf(loosenings(change)), unclear: wordsOf(unclearChanges(change)) };
}
