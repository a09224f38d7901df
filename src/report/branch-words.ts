import { shortRef } from './short-ref.ts';

/** More names than these are only counted. */
const mostNamed = 3;

/** Branches as a sentence names them: `the branch a`, `the branches a, b`; `no branch` where there is none. */
export function branchWords(refs: readonly string[]): string {
	const names = refs.map(shortRef);
	if (names.length === 0) return 'no branch';
	const named = names.slice(0, mostNamed).join(', ');
	const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
	return `the branch${names.length === 1 ? '' : 'es'} ${named}${more}`;
}
