import { dirname, join } from 'node:path';
import type { Files } from '../../io/io.ts';
import { readRecord } from '../../library/records/read-record.ts';
import type { RecordKind, RecordValues } from '../../model/record/record-kind.ts';
import { recordPath } from '../../model/record/record-path.ts';

/** A record that lies in the working tree. */
export interface RecordHere<Kind extends RecordKind> {
	/** Relative to the library, with `/`. */
	readonly file: string;
	readonly value: RecordValues[Kind];
}

/** The records that lie in the working tree where one such as `like` would, whether committed or not. */
export function recordsHere<Kind extends RecordKind>(
	files: Files,
	root: string,
	kind: Kind,
	like: RecordValues[Kind],
): readonly RecordHere<Kind>[] {
	const folder = dirname(recordPath(kind, like));
	const entries = files.list(join(root, folder));
	if (typeof entries === 'string') return [];
	return entries.flatMap(({ name, kind: what }) => {
		const file = `${folder}/${name}`;
		const bytes = what === 'file' && name.endsWith('.yaml') ? files.read(join(root, file)) : undefined;
		if (bytes === undefined || !bytes.ok) return [];
		const { value } = readRecord(kind, bytes.bytes);
		// It fits the schema of its kind.
		return value === undefined ? [] : [{ file, value: value as RecordValues[Kind] }];
	});
}
