import type { AuthorityAt } from '../control/approval/authority.ts';
import type { DocumentState } from '../control/document-state.ts';
import type { AnswerEvidence } from '../control/feedback/judged-answer.ts';
import type { Policy } from '../control/policy.ts';
import type { WhoSigned } from '../control/who-signed.ts';
import type { Classification } from '../model/classification.ts';
import type { Config } from '../model/documents.generated.ts';
import type { Mainline } from '../model/history/mainline.ts';
import type { Trail } from '../model/history/trail.ts';
import type { Version } from '../model/history/version.ts';
import type { KnownRecord, KnownRecords } from '../model/record/known-record.ts';
import type { Registers } from '../model/registers.ts';
import type { TrainingRow } from '../model/training/training-row.ts';
import type { AuditedLint } from './audited-lint.ts';
import type { AuditedPolicy } from './audited-policy.ts';
import type { AuditedText } from './audited-text.ts';
import type { Period } from './period.ts';

/** One version of a document, with its text where that is needed and here. */
export interface AuditedVersion {
	readonly version: Version;
	/** Undefined where the text is not in this repository, or is of no version that the period touches. */
	readonly text: AuditedText | undefined;
}

/** A document that ever stood on the mainline. */
export interface AuditedDocument {
	readonly id: string;
	readonly kind: 'sop' | 'checklist';
	/** Of the newest text that could be read. */
	readonly title: string | null;
	readonly function: string | null;
	readonly owner: string | null;
	/** The text in force at the end of the period; where none is, the one that stands. */
	readonly text: AuditedText | undefined;
	readonly trail: Trail;
	/** At the end of the period, by all that is known. */
	readonly state: DocumentState;
	/** At the end of the period, by what was known then; the same object where nothing was learnt since. */
	readonly stateThen: DocumentState;
	/** Versions in force at any time of the period, or first shown in it, oldest first. */
	readonly versions: readonly AuditedVersion[];
	/** The highest class of all texts that the packet draws words from; `restricted` where one cannot be read. */
	readonly classification: Classification;
	/** Whether nothing but its id, digests and results may be told. */
	readonly isWithheld: boolean;
	/** Whether the packet was asked to be about it. */
	readonly isInScope: boolean;
}

/** A file that is called as those of documents are, and is the text of none. */
export interface FileWithoutId {
	/** Relative to the library. */
	readonly file: string;
	/** Object id of what stands there. */
	readonly object: string;
	/** Why it is none, as a clause without words of the file. */
	readonly why: string;
}

/** All that a packet is made from: a plain value, the same for the same repository and call. */
export interface AuditInput {
	/** The call, as an auditor would type it again. */
	readonly command: string;
	readonly period: Period;
	/** The mainline as known, and where it stood. */
	readonly mainline: Mainline;
	readonly ref: string;
	/** The last commit before the period began (-1: the mainline begins later), the last one in it, and the last one known. */
	readonly positions: { readonly opening: number; readonly closing: number; readonly known: number };
	/** Why not all of the past is here; null where it is. */
	readonly partial: string | null;
	/** What goes before a path of the library in the repository: empty, or ending in `/`. */
	readonly prefix: string;
	readonly config: Config;
	/** Of the newest commit known. */
	readonly policy: Policy;
	/** Every id that ever stood on the mainline, by id. */
	readonly documents: readonly AuditedDocument[];
	/** Files at the end of the period that would be documents, had they an id: they are in no other list. */
	readonly filesWithoutId: readonly FileWithoutId[];
	/** As known at the beginning and at the end of the period. */
	readonly registers: { readonly opening: Registers; readonly closing: Registers };
	readonly authorityAt: AuthorityAt;
	/** Every record that the mainline ever showed by the end of what is known. */
	readonly records: KnownRecords;
	/** Who made a record, by the register that stood before the mainline showed it. */
	readonly whoSigned: (record: KnownRecord) => WhoSigned;
	/** What answers to feedback are judged by, beside that. */
	readonly answerTexts: Pick<AnswerEvidence, 'rolesOf' | 'whyUnseen'>;
	/** Who must be trained on what at the end of the period, and is. */
	readonly trainings: { readonly rows: readonly TrainingRow[]; readonly unread: readonly string[] };
	/** Clause packs that the packet is about; empty for all that the config names. */
	readonly frameworks: readonly string[];
	/**
	 * What the rules of the audit say of the texts at the end of the period; undefined where these are not all here, or
	 * the config there cannot be put together.
	 */
	readonly lint?: AuditedLint | undefined;
	/** What the library asked of itself over the period; undefined where nobody has looked. */
	readonly ownPolicy?: AuditedPolicy | undefined;
}
