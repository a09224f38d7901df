import type { AuditedDocument } from '../../../audit/audit-input.ts';
import type { Redact } from '../../../packet/redact-people.ts';

/** What a packet may hand out of texts. */
export interface Told {
	/** Whether internal notes are left out: comments, which only the source has. */
	readonly asAuditor: boolean;
	/** Whether the packet has a limit of classification at all. */
	readonly isLimited: boolean;
	/** Whether what states no class, registers and config among it, is below that limit. */
	readonly isUsualTold: boolean;
	/** Puts pseudonyms in the place of people; undefined where they are called by their names. */
	readonly redact: Redact | undefined;
}

/** Whether the texts of a document are in the packet. */
export function hasTexts({ isInScope, isWithheld }: AuditedDocument): boolean {
	return isInScope && !isWithheld;
}
