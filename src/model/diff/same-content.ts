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

/** Whether two contents have the same digest: `contentKey` of both is one text. */
export function sameContent(before: unknown, after: unknown): boolean {
	if (before === after) return true;
	if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
		return contentKey(before) === contentKey(after);
	if (Array.isArray(before) || Array.isArray(after)) {
		if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return false;
		return before.every((one, index) => sameContent(one, after[index]));
	}
	const others = new Map(Object.entries(after).filter(([, child]) => child !== undefined));
	const own = Object.entries(before).filter(([, child]) => child !== undefined);
	return (
		own.length === others.size &&
		own.every(([key, child]) => others.has(key) && sameContent(child, others.get(key)))
	);
}
