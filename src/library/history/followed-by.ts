import { fileKindOf } from '../../model/file-kind.ts';

/**
 * How the past of a file is followed, by its path in the repository: a document by its own id, wherever it stands; a
 * register, record, config or baseline by its path. Undefined for all others, and outside the library.
 */
export function followedBy(path: string, prefix: string): 'id' | 'path' | undefined {
	if (!path.startsWith(prefix)) return undefined;
	const file = path.slice(prefix.length);
	const kind = fileKindOf(file);
	if (kind === 'sop' || kind === 'checklist') return 'id';
	return kind !== undefined || file.startsWith('records/') || file === '.sop-baseline.json'
		? 'path'
		: undefined;
}
