import { createHash } from 'node:crypto';
import type { Finding } from '../diagnostics/finding.ts';

/**
 * Gives each finding a name (64 hex digits) that stays when lines move: a SHA-256 of rule, path and anchor.
 * The second and later findings of one rule at one anchor are told apart by their order.
 */
export function fingerprints(findings: readonly Finding[]): readonly string[] {
	const seen = new Map<string, number>();
	return findings.map(({ rule, file, anchor }) => {
		const place = JSON.stringify([rule, file, anchor]);
		const repeat = seen.get(place) ?? 0;
		seen.set(place, repeat + 1);
		return createHash('sha256').update(`${place} ${repeat}`).digest('hex');
	});
}
