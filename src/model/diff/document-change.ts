import type { Path } from '../../diagnostics/path.ts';
import type { SectionNumber } from '../sections.ts';
import type { ChangeKind } from './change-kinds.ts';

/** One thing that differs between two contents of a document. */
export interface DocumentChange {
	readonly kind: ChangeKind;
	/** The section it belongs to; null for the header, and for the items of a checklist, which has no numbered sections for them. */
	readonly section: SectionNumber | null;
	/** Where it stands in the later content; of what only the earlier one has (`after` is left out), where it stood there. */
	readonly path: Path;
	/** The id, or else the name, of the step, role, decision … that it is about; null where it is about the document. */
	readonly subject: string | null;
	/** What stood there, in words; left out where nothing did. Exactly the document's text: not inert. */
	readonly before?: string;
	/** What stands there now. */
	readonly after?: string;
	/**
	 * Whether it touches how the control works, so that somebody with authority must look at it and not only at its
	 * wording (PCAOB AS 2201.56 asks for changes in a control since it was tested; 21 CFR 11.10(k)(2) for change control of documents).
	 *
	 * It does where it changes who does, checks, approves or answers; what is done and when that counts as done; limits,
	 * tolerances, conditions and where they lead; times and schedules; evidence, retention and access; exceptions and
	 * their approvers; scope, controls, regulations, activities, training and classification; the day it comes into force;
	 * steps that come, go or move; a row of the change log that was there before.
	 *
	 * It does not where it changes only the words around that: title, purpose, definitions, reasons, standard times, names
	 * and titles, references that pin nothing, a new row of the change log, ids, notation and `x-` keys. Nor where
	 * a text differs in its spelling only (`spellingOnly`). What the tool has no words for counts as relevant.
	 */
	readonly controlRelevant: boolean;
	/** The change as one sentence without a full stop: `Step match: doer preparer → controller`. Begins with a word of ours. */
	readonly words: string;
}
