import { createHash } from 'node:crypto';
import type { AuditedText } from '../../../audit/audited-text.ts';
import { digestOfRead, readTexts, type WantedText } from '../../../library/history/read-texts.ts';
import type { Classification } from '../../../model/classification.ts';
import { emptySummary, summariseDocument } from '../../../model/document-summary.ts';
import type { Checklist, Sop } from '../../../model/documents.generated.ts';
import { exceptionApprovers } from '../../../model/exception-approvers.ts';
import { obligationsOf } from '../../../model/obligations.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { rows } from '../../../model/several.ts';
import type { OpenHistory } from '../../history/open-history.ts';
import { classOfRead } from '../../withholding.ts';
import type { SharedCopies } from './shared-copies.ts';

/**
 * What a packet needs of some texts, by object id; none for those that are not in this repository. `onText` is given each
 * of them.
 */
export async function auditedTexts(
	{ git, history }: OpenHistory,
	wanted: readonly WantedText[],
	usual: Classification,
	copies: SharedCopies,
	onText: (blob: string, read: ReadDocument) => void,
): Promise<ReadonlyMap<string, AuditedText>> {
	const texts = new Map<string, AuditedText>();
	for await (const { blob, read, bytes } of readTexts(git, wanted, history.state.filtered)) {
		texts.set(blob, auditedText(blob, read, bytes, usual, copies));
		onText(blob, read);
	}
	return texts;
}

/** What a packet needs of one text that was read. */
export function auditedText(
	blob: string,
	read: ReadDocument,
	bytes: Uint8Array,
	usual: Classification,
	{ copy, copyEach }: SharedCopies,
): AuditedText {
	// `checked` passed the schema of its kind, and any key of it may be absent.
	const document = (typeof read.checked === 'object' && read.checked !== null ? read.checked : {}) as Sop &
		Checklist;
	const kind = read.kind === 'checklist' ? 'checklist' : 'sop';
	const digest = digestOfRead(read);
	return {
		blob,
		digest,
		sourceSha256: createHash('sha256').update(bytes).digest('hex'),
		summary: copyEach(
			summariseDocument(read) ?? { ...emptySummary(read.file, kind), known: 'named', id: undefined },
		),
		changeLog: copy(rows(document.change_log)),
		satisfies: copy(rows(document.satisfies)),
		signatureLines: copy(rows(document.approval?.signatures)),
		exceptions: copy(exceptionApprovers(document)),
		retention: copy(document.retention),
		classification: classOfRead(read, usual),
		obligations: copyEach(obligationsOf(read)),
	};
}
