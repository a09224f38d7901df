import type { AuditedChange } from './audited-change.ts';

/** A setting of the config that is not, at one end of the period, what holds where nothing is set. */
export interface AuditedSetting {
	/** Its place in the config, by keys and dots; an override by its number. */
	readonly setting: string;
	/** Values as text: words as they are, all else as JSON; null where nothing is set, and where there is no default. */
	readonly usual: string | null;
	readonly opening: string | null;
	readonly closing: string | null;
}

/** What a mainline commit of the period did to a config, a baseline or a register. */
export interface PolicyChange extends AuditedChange {
	/** Relative to the library, with `/`. */
	readonly file: string;
	readonly kind: 'config' | 'baseline' | 'register';
	readonly what: 'added' | 'changed' | 'removed';
	/** What it asks less for than before, each a clause; entries that a register lost; undefined where a text is not here. */
	readonly loosens: readonly string[] | undefined;
	/** Changes of which nobody can tell whether they ask for less. */
	readonly unclear: readonly string[];
	/** Unified, with three lines around each change; null where a text is not here. */
	readonly diff: string | null;
	/** Ids of the documents that the file named before or after. */
	readonly of: readonly string[];
}

/** How much the baseline put off at the end of a day. */
export interface BaselineCount {
	/** YYYY-MM-DD. */
	readonly day: string;
	readonly entries: number;
	/** How many findings these cover. */
	readonly findings: number;
}

/** What the library asked of itself over the period: its config, baseline and registers. */
export interface AuditedPolicy {
	readonly settings: readonly AuditedSetting[];
	/** By the order of the mainline, then by file. */
	readonly changes: readonly PolicyChange[];
	/** What the config at the end asks less for than the one at the beginning; undefined where either is missing. */
	readonly loosened: readonly string[] | undefined;
	/** Registers that stood at any time of the period. */
	readonly registers: readonly string[];
	readonly packs: readonly {
		readonly framework: string;
		readonly name: string;
		readonly title: string;
		readonly edition: string;
		readonly version: string;
		readonly date: string;
		readonly status: string;
		readonly digest: string;
		/** Whether the config at the end of the period names it. */
		readonly isNamed: boolean;
	}[];
	/** Before the period, at the end of each quarter in it, and at its end. */
	readonly baselines: readonly BaselineCount[];
}
