import type { TrailEntry } from './trail.ts';
import { normal } from './version.ts';

/**
 * Texts whose digest decides something about a document: several under one number may be one content in two layouts.
 * All others are told apart by their number.
 */
export function rivalTexts(entries: readonly TrailEntry[]): readonly string[] {
	const byNumber = new Map<string, Set<string>>();
	for (const { mainline, after } of entries) {
		if (mainline === null) continue;
		for (const { version, blob } of after) {
			if (version === undefined) continue;
			const known = byNumber.get(normal(version));
			if (known) known.add(blob);
			else byNumber.set(normal(version), new Set([blob]));
		}
	}
	return [...byNumber.values()].filter((blobs) => blobs.size > 1).flatMap((blobs) => [...blobs]);
}
