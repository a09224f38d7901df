import { onceFor } from '../model/once-for.ts';
import type { AuditedDocument, AuditInput } from './audit-input.ts';

/** The documents that a packet is about. */
export interface Scope {
	readonly documents: readonly AuditedDocument[];
	/** A document of any id that ever stood, in the packet's scope or not. */
	readonly find: (id: string | undefined) => AuditedDocument | undefined;
	/** Whether something that names this document is told of: what names none that ever stood is, where all are. */
	readonly has: (id: string | undefined) => boolean;
}

/** The scope of a packet; one packet is asked for it by every section. */
export const scopeOf = onceFor(({ documents }: AuditInput): Scope => {
	const byId = new Map(documents.map((one) => [one.id, one]));
	const inScope = documents.filter((one) => one.isInScope);
	const isWhole = inScope.length === documents.length;
	return {
		documents: inScope,
		find: (id) => byId.get(id ?? ''),
		has: (id) => byId.get(id ?? '')?.isInScope ?? isWhole,
	};
});
