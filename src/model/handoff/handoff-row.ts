/** What holds of a handoff: `not evaluated` where something that decides it cannot be seen. */
export type HandoffResult = 'holds' | 'does not hold' | 'not evaluated';

/** Somebody or something at one end of a handoff. `unknown`: neither the document nor the registers know the name. */
export interface Party {
	readonly kind: 'document' | 'role' | 'tool' | 'outside' | 'unknown';
	/** As the document writes it; of a document its id. */
	readonly name: string;
	/** Of a document that may be told; null otherwise. */
	readonly title: string | null;
}

/** One thing that passes from one end to another. */
export interface HandoffRow {
	readonly result: HandoffResult;
	/** Why it does not hold, or cannot be told: one cause or more, each as a clause. */
	readonly why: readonly string[];
	readonly from: Party;
	/** Null where nobody is named. */
	readonly to: Party | null;
	/** What is passed, as people call it. */
	readonly what: string;
	/** The document that says so, and where: an output, an input, or a step that hands over itself. */
	readonly document: string;
	readonly kind: 'output' | 'input' | 'step';
	readonly id: string | null;
	readonly protocol: string | null;
	readonly data: readonly string[];
	readonly acceptedWhen: string | null;
	/** The input of the receiver that takes it, by its name; null where none does, or none has to. */
	readonly receivedAs: string | null;
	/** The steps that give it, and those that take it, where the documents say so. */
	readonly givenBy: readonly string[];
	readonly takenBy: readonly string[];
	/** The tools that those steps use, by the names that documents call them. */
	readonly givenWith: readonly string[];
	readonly takenWith: readonly string[];
}
