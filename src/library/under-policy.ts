import type { Config } from '../model/documents.generated.ts';
import type { BranchPolicy } from './branch-policy.ts';
import type { OpenLibrary } from './open-library.ts';

/** What a config says of the library, and not of how it is judged: this comes from the files, like any text. */
const facts: readonly string[] = [
	'format',
	'library',
	'functions',
	'abbreviations',
	'people',
	'feedback_to',
] satisfies readonly (keyof Config)[];

/** The library, judged by the policy of the commit where a branch began; as it is where there is none. */
export function underPolicy(library: OpenLibrary, policy: BranchPolicy | undefined): OpenLibrary {
	if (policy === undefined) return library;
	const stated = Object.entries(library.config).filter(([key]) => facts.includes(key));
	const judging = Object.entries(policy.config).filter(([key]) => !facts.includes(key));
	return {
		...library,
		// Both parts come from configs that passed their schema, and have no key in common.
		config: Object.fromEntries([...stated, ...judging]) as Config,
		policy: { ...policy, here: library.config },
	};
}
