import { join } from 'node:path';
import type { Files } from '../../../io/io.ts';
import type { PlannedFile } from '../../../scaffold/planned-file.ts';

/** All files below a folder of the package, as text, by their paths relative to it. */
export function readPackageFiles(files: Files, folder: string, below = ''): readonly PlannedFile[] {
	const entries = files.list(join(folder, below));
	if (typeof entries === 'string') throw new Error(`${join(folder, below)} cannot be listed (${entries})`);
	return entries.flatMap(({ name, kind }): readonly PlannedFile[] => {
		const path = below === '' ? name : `${below}/${name}`;
		if (kind === 'directory') return readPackageFiles(files, folder, path);
		const read = files.read(join(folder, path));
		if (!read.ok) throw new Error(`${path} cannot be read (${read.code})`);
		return [{ path, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(read.bytes) }];
	});
}
