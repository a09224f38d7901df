import type { Finding } from '../diagnostics/finding.ts';

/** One kind of finding that a team has put off: named by ids, never by line. */
export interface BaselineEntry {
	readonly rule: string;
	/** Id of the document; its path where it has none. */
	readonly document: string;
	/** Path by the names of nodes, e.g. `decisions/tolerance/branches/2/above`. */
	readonly place: string;
	/** How many findings of this rule at this place it covers. */
	readonly count: number;
}

/** An entry that covers more findings than there are. */
export interface StaleEntry extends BaselineEntry {
	/** Its place in the list of the baseline. */
	readonly index: number;
	/** How many findings it still covers. */
	readonly left: number;
}

/** The file `.sop-baseline.json`. */
export interface Baseline {
	readonly format: 1;
	readonly entries: readonly BaselineEntry[];
}

/** An entry of a baseline that covers more than it did. */
export interface NewEntry extends BaselineEntry {
	/** Its place in the list of the baseline. */
	readonly index: number;
	/** How many findings more it would cover. */
	readonly more: number;
}

/** A finding that an entry of the baseline covers. */
export interface CoveredFinding {
	readonly finding: Finding;
	readonly entry: BaselineEntry;
	/** The place of the entry in the list of the baseline. */
	readonly index: number;
	/** Which of the findings of one kind at one place it is, from 1. */
	readonly nth: number;
}

export const baselineFileName = '.sop-baseline.json';

/** The entry a finding falls under, less its count. */
export function baselineKey(finding: Finding): string {
	return JSON.stringify([finding.rule, finding.document ?? finding.file, finding.anchor]);
}

function entryKey(entry: BaselineEntry): string {
	return JSON.stringify([entry.rule, entry.document, entry.place]);
}

/** The findings a baseline leaves over, those it covers, and what it no longer needs. */
export function applyBaseline(
	baseline: Baseline,
	findings: readonly Finding[],
	silenceable: (rule: string) => boolean,
): { readonly left: Finding[]; readonly covered: readonly CoveredFinding[]; readonly stale: StaleEntry[] } {
	const allowance = new Map<string, number>();
	// A merge of two branches may have left an entry twice.
	for (const entry of baseline.entries)
		allowance.set(entryKey(entry), (allowance.get(entryKey(entry)) ?? 0) + entry.count);
	const places = new Map(baseline.entries.map((entry, index) => [entryKey(entry), { entry, index }]));
	const seen = new Map<string, number>();
	const covered: CoveredFinding[] = [];
	const left = findings.filter((finding) => {
		const key = baselineKey(finding);
		const allowed = allowance.get(key) ?? 0;
		const place = places.get(key);
		if (allowed === 0 || place === undefined || !silenceable(finding.rule)) return true;
		allowance.set(key, allowed - 1);
		const nth = (seen.get(key) ?? 0) + 1;
		seen.set(key, nth);
		covered.push({ finding, ...place, nth });
		return false;
	});
	const stale = baseline.entries.flatMap((entry, index) => {
		const unneeded = Math.min(entry.count, allowance.get(entryKey(entry)) ?? 0);
		allowance.set(entryKey(entry), (allowance.get(entryKey(entry)) ?? 0) - unneeded);
		return unneeded > 0 ? [{ ...entry, index, left: entry.count - unneeded }] : [];
	});
	return { left, covered, stale };
}

/** The baseline that would cover these findings, sorted, so that it diffs well. */
export function baselineOf(findings: readonly Finding[]): Baseline {
	const counts = new Map<string, BaselineEntry>();
	for (const finding of findings) {
		const key = baselineKey(finding);
		const count = (counts.get(key)?.count ?? 0) + 1;
		counts.set(key, {
			rule: finding.rule,
			document: finding.document ?? finding.file,
			place: finding.anchor,
			count,
		});
	}
	const entries = [...counts].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, entry]) => entry);
	return { format: 1, entries };
}

/**
 * What of a baseline an older one covered too, entry by entry, and what it would cover besides. An entry that is new
 * stays in its place and covers nothing.
 */
export function narrowBaseline(
	baseline: Baseline,
	older: Baseline,
): { readonly narrowed: Baseline; readonly newEntries: readonly NewEntry[] } {
	const allowance = new Map<string, number>();
	for (const entry of older.entries)
		allowance.set(entryKey(entry), (allowance.get(entryKey(entry)) ?? 0) + entry.count);
	const newEntries: NewEntry[] = [];
	const entries = baseline.entries.map((entry, index) => {
		const left = allowance.get(entryKey(entry)) ?? 0;
		const count = Math.min(entry.count, left);
		allowance.set(entryKey(entry), left - count);
		if (count < entry.count) newEntries.push({ ...entry, index, more: entry.count - count });
		return { ...entry, count };
	});
	return { narrowed: { format: 1, entries }, newEntries };
}

/** What is left of a baseline when only entries that still match are kept: it never grows. */
export function pruneBaseline(baseline: Baseline, findings: readonly Finding[]): Baseline {
	const now = new Map(baselineOf(findings).entries.map((entry) => [entryKey(entry), entry.count]));
	const entries = baseline.entries
		.map((entry) => {
			const count = Math.min(entry.count, now.get(entryKey(entry)) ?? 0);
			now.set(entryKey(entry), (now.get(entryKey(entry)) ?? 0) - count);
			return { ...entry, count };
		})
		.filter((entry) => entry.count > 0);
	return { format: 1, entries };
}
