/**
 * Columns from which on a table has no room on paper: each row becomes a block there, and each cell bears the title of its
 * column, which the style prints from `data-label`.
 */
const mostOnPaper = 7;

/** How a table is printed: `className` for the table, and what a cell of a column is labelled with. */
export function onPaper(columns: number): {
	readonly className: 'wide' | undefined;
	readonly label: (title: string) => string | undefined;
} {
	const isWide = columns > mostOnPaper;
	return { className: isWide ? 'wide' : undefined, label: (title) => (isWide ? title : undefined) };
}

/** A word that is longer than this may be broken anywhere, so that it does not run off the paper. */
export function hasLongWord(text: string): boolean {
	return /\S{25}/.test(text);
}
