/** Whether a record that was judged counts, as far as that can be told: nothing speaks against it. */
export function mayCount({ cause }: { readonly cause: string | null }): boolean {
	return cause === null || cause.startsWith('not evaluated: ');
}
