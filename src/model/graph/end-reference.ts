/** Of `end reconciled` the outcome, of plain `end` null; undefined for what names no end. */
export function endOutcome(reference: string): string | null | undefined {
	if (!reference.startsWith('end')) return undefined;
	const rest = reference.slice(3);
	const outcome = rest.trim();
	if (outcome === '') return null;
	// `end-of-day` is the id of a node.
	return rest.trimStart() === rest ? undefined : outcome;
}
