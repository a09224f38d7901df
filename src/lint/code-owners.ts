import { type OwnerLine, parseCodeOwners } from '../model/code-owners.ts';
import type { LibraryFacts } from './subject.ts';

/** The file is read once for each run, not once for each of ten thousand documents. */
const parsed = new WeakMap<LibraryFacts, readonly OwnerLine[]>();

/** The lines of CODEOWNERS; undefined where the repository has none. */
export function codeOwnerLines(library: LibraryFacts): readonly OwnerLine[] | undefined {
	if (library.codeOwners === undefined) return undefined;
	const lines = parsed.get(library) ?? parseCodeOwners(library.codeOwners);
	parsed.set(library, lines);
	return lines;
}
