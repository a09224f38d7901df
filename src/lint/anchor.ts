import type { Path } from '../diagnostics/path.ts';

/** Keys that name an item of a list, in the order to look for them. */
const naming = ['id', 'term', 'name', 'cite', 'version', 'role', 'file', 'url'];

/**
 * A path with list indexes replaced by what names the item: `decisions/tolerance/branches/2/above`.
 * It stays the same when text moves, so baselines, fingerprints and diffs build on it.
 */
export function anchorOf(value: unknown, path: Path): string {
	const parts: string[] = [];
	let here: unknown = value;
	for (const step of path) {
		here = child(here, step);
		const name = typeof step === 'number' ? nameOf(here) : undefined;
		parts.push(name ?? String(step));
	}
	return parts.join('/');
}

function child(value: unknown, step: string | number): unknown {
	if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
	return Reflect.get(value, step);
}

function nameOf(item: unknown): string | undefined {
	for (const key of naming) {
		const name = child(item, key);
		if (typeof name === 'string' && name !== '') return name;
	}
	return undefined;
}
