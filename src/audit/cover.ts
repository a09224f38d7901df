import type { Check } from './check.ts';
import type { Period } from './period.ts';
import type { Reperformance } from './reperformance.ts';
import { type Result, resultOf } from './result.ts';
import type { Section } from './section.ts';

/** One section in the table of the cover. */
export interface CoveredSection {
	readonly id: string;
	readonly title: string;
	/** Path of its page in the packet. */
	readonly page: string;
	/** Over all its checks; null where it has none and only tells. */
	readonly result: Result | null;
	/** How many of its checks gave what. */
	readonly counts: { readonly holds: number; readonly doesNotHold: number; readonly notEvaluated: number };
	/** How many rows its lists have together. */
	readonly rows: number;
}

/** What stands on the cover of a packet. Never words of documents. */
export interface Cover {
	/** The name under which the reader knows whose library it is; null where nobody said. */
	readonly entity: string | null;
	/** The id of the library; null where its config has none. */
	readonly library: string | null;
	readonly period: Period;
	/** Clause packs that the packet is about: those it was asked for, else those that the config names. */
	readonly frameworks: readonly string[];
	/** Functions and ids that the packet was asked to be about, each as a clause; empty where it is about all. */
	readonly scope: readonly string[];
	/** The call, as an auditor would type it again. */
	readonly command: string;
	readonly ref: string;
	/** The last commit known and its mainline time, as an instant: "data as of". Null where there is none. */
	readonly head: { readonly commit: string; readonly at: string } | null;
	/** Name and version: `sop 0.1.0`. */
	readonly tool: string;
	readonly documents: {
		/** Every id that ever stood on the mainline. */
		readonly population: number;
		/** Of these, those that began after the period. */
		readonly later: number;
		/** Files at the end of the period that would be documents, had they a usable id: none of the population. */
		readonly filesWithoutId: number;
		readonly inScope: number;
		/** In scope, but with nothing told but id, digests and results. */
		readonly withheld: number;
	};
	/** What the packet says nothing of, and why. */
	readonly notCovered: readonly { readonly area: string; readonly why: string }[];
	/** In which way it samples, as sentences. */
	readonly sampling: string;
	readonly sections: readonly CoveredSection[];
	/** The packet before this one, by its hash and head; null for the first of its chain. */
	readonly previous: { readonly manifestSha256: string; readonly head: string } | null;
	/** Figures that a reader can get at by hand. */
	readonly reperform: readonly Reperformance[];
	/** What is withheld or redacted, each a sentence; empty where nothing is. */
	readonly withheld: readonly string[];
	/** Why not all of the past is here; null where it is. */
	readonly partial: string | null;
}

/** What a packet says of sampling: it draws none itself (ISO 19011 6.5.1 asks a report to say that auditing samples). */
export function samplingStatement(isScoped: boolean): string {
	const whole = isScoped
		? 'This packet lists whole populations of what it was asked to be about, and no others: within that no item was sampled.'
		: 'This packet lists whole populations: no item was sampled or left out by choice.';
	return `${whole} Whoever audits from it will draw samples, so conclusions from these carry the risk that what was not drawn differs. The command sop sample draws from the lists of this packet with a seed that is written down.`;
}

/** A section as the cover shows it; `page` is the path of its page in the packet. */
export function coveredSection({ id, title, checks, lists }: Section, page: string): CoveredSection {
	const count = (result: Result) => checks.filter((one: Check) => one.result === result).length;
	return {
		id,
		title,
		page,
		result: checks.length === 0 ? null : resultOf(checks.map((one) => one.result)),
		counts: {
			holds: count('holds'),
			doesNotHold: count('does not hold'),
			notEvaluated: count('not evaluated'),
		},
		rows: lists.reduce((sum, list) => sum + list.rows.length, 0),
	};
}
