import type { ExceptionAnswer, OutcomeAnswer } from './answers.ts';

/** A role as a scaffold names it. */
export interface DraftRole {
	readonly id: string;
	/** Nobody chose it: it is marked to be confirmed. */
	readonly proposed: boolean;
}

/** All that the text of a new document is made of. */
export interface Draft {
	readonly id: string;
	readonly title: string;
	readonly function: string;
	/** Who answers for it: a role, or a person of the register. */
	readonly owner: DraftRole;
	/** Who does it. */
	readonly performer: DraftRole;
	/** Who approves: the owner, or a role in the place of a person. */
	readonly approver: DraftRole;
	/** Id of the author, where known. */
	readonly author: string | undefined;
	/** Today, YYYY-MM-DD. */
	readonly date: string;
	/** Path from the document to its JSON Schema, where the library has one. */
	readonly schema: string | undefined;
	/** How long versions are kept and how often it is reviewed; undefined where the config says so. */
	readonly retention: string | undefined;
	readonly review: string;
	/** The SOP that a checklist carries out. */
	readonly executes: DraftRole | undefined;
	readonly purpose: string | undefined;
	/** Why it is written. */
	readonly reason: string | undefined;
	readonly outcomes: readonly OutcomeAnswer[];
	readonly exceptions: readonly ExceptionAnswer[];
}
