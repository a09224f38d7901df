import type { Classification } from '../model/classification.ts';
import type { DocumentSummary } from '../model/document-summary.ts';
import type { ChangeLogRow, Satisfaction, SignatureLine } from '../model/documents.generated.ts';
import type { ExceptionApprovers } from '../model/exception-approvers.ts';
import type { Obligations } from '../model/obligations.ts';

/** What a packet needs of one text of a document; the text itself stays in git until it is written. */
export interface AuditedText {
	readonly blob: string;
	/** Null where the text cannot be read as one value. */
	readonly digest: string | null;
	/** SHA-256 of its bytes, in hexadecimal digits: what `git show COMMIT:PATH | sha256sum` prints. */
	readonly sourceSha256: string;
	readonly summary: DocumentSummary;
	/** Rows of section 14, as written, newest first. */
	readonly changeLog: readonly ChangeLogRow[];
	/** Controls and clauses that it says it answers. */
	readonly satisfies: readonly Satisfaction[];
	/** Lines of section 15. */
	readonly signatureLines: readonly SignatureLine[];
	/** Exceptions of section 11, and who may allow each. */
	readonly exceptions: readonly ExceptionApprovers[];
	readonly retention: string | undefined;
	readonly classification: Classification;
	/** What it asks people to know. */
	readonly obligations: Obligations;
}
