/**
 * One text for one content: as the canonical form behind the digest, order of keys and keys without a value do not
 * count. Never throws, whatever was read.
 */
export function contentKey(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(contentKey).join(',')}]`;
	if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
	const parts = Object.entries(value)
		.filter(([, child]) => child !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, child]) => `${JSON.stringify(key)}:${contentKey(child)}`);
	return `{${parts.join(',')}}`;
}

/** Whether two contents have the same digest. */
export function sameContent(before: unknown, after: unknown): boolean {
	return before === after || contentKey(before) === contentKey(after);
}
