import { contentKey } from '../../../control/approval/document-approvals.ts';
import type { DocumentState } from '../../../control/document-state.ts';
import type { Files } from '../../../io/io.ts';
import type { ApprovalRecord } from '../../../model/documents.generated.ts';
import { type RecordHere, recordsHere } from '../../records/records-here.ts';

/** The approvals of one content that lie in the working tree, whether committed or not. */
export interface SignedHere {
	/** Those that count, or will once the mainline shows them. */
	readonly counting: readonly RecordHere<'approvals'>[];
	/** Those that the mainline shows, and that do not count or were withdrawn: their line is still to be signed. */
	readonly void: readonly RecordHere<'approvals'>[];
}

/** Tells the approvals of a content that lie here apart: by what the mainline makes of those that it shows. */
export function signedHere(
	files: Files,
	root: string,
	subject: Required<Pick<ApprovalRecord, 'document' | 'digest'>> & { readonly version: string },
	blob: string,
	{ approvals }: DocumentState,
): SignedHere {
	const here = recordsHere(files, root, 'approvals', subject).filter(
		({ value }) => value.digest === subject.digest,
	);
	const judged = approvals?.completions.get(contentKey({ ...subject, blob }))?.signatures ?? [];
	const isVoid = new Set(
		judged
			.filter(({ cause, withdrawn }) => cause !== null || withdrawn !== null)
			.map(({ record }) => record.file),
	);
	return {
		counting: here.filter(({ file }) => !isVoid.has(file)),
		void: here.filter(({ file }) => isVoid.has(file)),
	};
}
