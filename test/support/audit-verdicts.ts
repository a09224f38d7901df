import type { HistoryRepository } from './history-repository.ts';

/** A check of `sop audit --check`, as a program gets it. */
export interface Verdict {
	readonly section: string;
	readonly check: string;
	readonly result: string;
	readonly looked: number;
	readonly holds: number;
	readonly notEvaluated: number;
	readonly cause: string | null;
	readonly cure: string | null;
	readonly items: readonly { readonly key: string; readonly result: string; readonly detail: string }[];
}

/** What `sop audit --check` says of a period, check by check. */
export function verdictsOf(
	repository: HistoryRepository,
	[from, to]: readonly [from: string, to: string],
	...words: readonly string[]
): ReadonlyMap<string, Verdict> {
	const call = ['audit', '--from', from, '--to', to, '--check', '--format', 'json', ...words];
	const { stdout, stderr } = repository.sop(...call);
	if (stdout === '') throw new Error(stderr);
	const { checks }: { readonly checks: readonly Verdict[] } = JSON.parse(stdout);
	return new Map(checks.map((one) => [one.check, one]));
}
