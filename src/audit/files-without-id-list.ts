import type { AuditInput } from './audit-input.ts';
import type { CheckItem } from './check.ts';
import { listOf, type PacketList } from './packet-list.ts';

/** The files of documents that are in no list of documents, as nobody can tell of which document they are. */
export function filesWithoutIdList({ filesWithoutId, ref, mainline, positions }: AuditInput): PacketList {
	return listOf({
		name: 'files-without-id',
		title: 'Files without a usable id',
		about:
			'one file that is called as those of documents are and stood at the end of the period, in the whole library, and is the text of no document of the master list',
		key: ['file', 'object'],
		source: `the tree of commit ${mainline.at(positions.closing)?.id ?? ''} of ${ref}`,
		reperform: [],
		columns: [
			{ key: 'file', title: 'File', about: 'relative to the library' },
			{
				key: 'object',
				title: 'Object',
				about: 'the object id of what stands there',
				released: true,
				onlyInFiles: true,
			},
			{
				key: 'why',
				title: 'Why',
				about: 'why nobody can tell which document it is',
				released: true,
				total: 'values',
			},
		],
		rows: filesWithoutId.map(({ file, object, why }) => ({ of: [file], cells: { file, object, why } })),
	});
}

/** An item of a check for each: what bears no id can be accounted for by nobody. */
export function itemsWithoutId({ filesWithoutId }: AuditInput): readonly CheckItem[] {
	return filesWithoutId.map(({ file, why }) => ({
		key: file,
		of: [file],
		result: 'not evaluated',
		detail: `nobody can tell which document it is: ${why}`,
	}));
}
