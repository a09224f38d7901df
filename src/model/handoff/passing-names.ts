import { enumerate } from '../../diagnostics/enumerate.ts';

/** Of more names than this only the first are told. */
const mostNamed = 3;

/** What is handed over, by its names: `"Posted invoices", "List of payments" and 2 more`. */
export function passingNames(names: readonly string[]): string {
	const told = names.slice(0, mostNamed).map((name) => `"${name}"`);
	const more = names.length - told.length;
	return enumerate(more > 0 ? [...told, `${more} more`] : told, 'and');
}
