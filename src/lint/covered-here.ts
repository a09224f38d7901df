import type { Path } from '../diagnostics/path.ts';
import { several } from '../model/several.ts';
import type { FileSubject } from './subject.ts';

/**
 * The activities that a document covers, each once, with its path. None for one in archive/: what is retired is no longer
 * changed, and covers nothing.
 */
export function* coveredHere({
	document,
	file,
}: FileSubject): Generator<{ readonly activity: string; readonly path: Path }> {
	if (document === undefined || file.startsWith('archive/')) return;
	const seen = new Set<string>();
	for (const [index, activity] of several(document.covers).entries()) {
		if (typeof activity !== 'string' || seen.has(activity)) continue;
		seen.add(activity);
		yield { activity, path: Array.isArray(document.covers) ? ['covers', index] : ['covers'] };
	}
}
