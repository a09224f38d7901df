import type { Result } from '../../audit/result.ts';

/** One question about a packet, answered. */
export interface VerifyCheck {
	/** `family/statement`. */
	readonly name: string;
	readonly result: Result;
	/** What was found, as a clause without a full stop; paths and names in it are not made inert. */
	readonly detail: string;
	/** Files that it is about where it does not hold, by code unit. */
	readonly files: readonly string[];
}

/** A check that holds. */
export function holds(name: string, detail: string): VerifyCheck {
	return { name, result: 'holds', detail, files: [] };
}

/** A check that does not hold, with the files that break it. */
export function doesNotHold(name: string, detail: string, files: readonly string[] = []): VerifyCheck {
	return { name, result: 'does not hold', detail, files };
}

/** A check that could not be made, with its cause. */
export function notEvaluated(name: string, cause: string): VerifyCheck {
	return { name, result: 'not evaluated', detail: cause, files: [] };
}

/** The first few of many, and how many more there are. */
export function someOf(names: readonly string[], most = 3): string {
	const more = names.length - most;
	return more > 0 ? `${names.slice(0, most).join(', ')} and ${more} more` : names.join(', ');
}
