import type { Silencing } from '../../../audit/audited-lint.ts';
import type { BroughtChange } from '../policy/change-authors.ts';

/** A silencing whose beginning has been found, not yet who is behind it. */
export type FoundSilencing = Omit<Silencing, 'since'> & { readonly since: BroughtChange | null };
