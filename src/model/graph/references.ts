import type { Path } from '../../diagnostics/path.ts';
import { several } from '../several.ts';

/** A node as a key names it, and where. */
export interface Reference {
	readonly text: string;
	readonly path: Path;
}

/** What a key names, one or several; each text once. */
export function references(
	value: string | readonly string[] | null | undefined,
	path: Path,
): readonly Reference[] {
	if (value === undefined || value === null) return [];
	if (typeof value === 'string') return [{ text: value, path }];
	const found: Reference[] = [];
	several(value).forEach((text, index) => {
		if (typeof text === 'string' && !found.some((one) => one.text === text))
			found.push({ text, path: [...path, index] });
	});
	return found;
}
