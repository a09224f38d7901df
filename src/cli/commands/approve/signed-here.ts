import { join } from 'node:path';
import type { Files } from '../../../io/io.ts';
import { readRecord } from '../../../library/records/read-record.ts';
import type { ApprovalRecord } from '../../../model/documents.generated.ts';
import { recordPath } from '../../../model/record/record-path.ts';

/** The approvals of one content that lie in the working tree, whether committed or not. */
export function signedHere(files: Files, root: string, of: ApprovalRecord): readonly ApprovalRecord[] {
	const folder = recordPath('approvals', of).split('/').slice(0, -1).join('/');
	const entries = files.list(join(root, folder));
	if (typeof entries === 'string') return [];
	return entries.flatMap(({ name, kind }) => {
		const bytes =
			kind === 'file' && name.endsWith('.yaml') ? files.read(join(root, folder, name)) : undefined;
		if (bytes === undefined || !bytes.ok) return [];
		const { value } = readRecord('approvals', bytes.bytes);
		// It fits the schema of approvals.
		return value === undefined ? [] : [value as ApprovalRecord];
	});
}
