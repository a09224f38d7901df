import { join } from 'node:path';
import type { Files } from '../io/io.ts';
import type { FileKind } from '../model/file-kind.ts';
import type { ReadDocument } from '../model/read-document.ts';
import { isInLines } from '../model/record/record-kind.ts';
import { checkDocument } from '../schema/check-document.ts';
import { decodeText, largestFile } from '../source/decode-text.ts';
import { readYaml } from '../source/read-yaml.ts';
import type { FoundFile } from './find-files.ts';
import { linkedFilesOf } from './linked-files.ts';
import { readRecordLines } from './records/read-record-lines.ts';

/** Reads one found file from disk; whatever stands in the way becomes a problem of it. */
export function readFoundFile(files: Files, root: string, found: FoundFile): ReadDocument {
	const path = join(root, found.file);
	if (found.kind === 'record-stray') return readDocument(found.kind, found.file, new Uint8Array());
	if (found.refused !== undefined)
		return unreadable(found.kind, found.file, found.refused, 'Mend or remove it.');
	const bytes = found.size ?? files.facts(files.realPath(path) ?? path)?.size ?? 0;
	if (bytes > largestFile) {
		const size = `${Math.round(bytes / 1024 / 1024)} MB`;
		return unreadable(
			found.kind,
			found.file,
			`The file is ${size} large; documents are under 10 MB`,
			'Move pictures and data into attachments/.',
		);
	}
	const read = files.read(path);
	if (!read.ok)
		return unreadable(
			found.kind,
			found.file,
			`The file cannot be read (${read.code})`,
			'Check its permissions.',
		);
	const document = readDocument(found.kind, found.file, read.bytes);
	return { ...document, linkedFiles: linkedFilesOf(files, root, document) };
}

/**
 * Bytes to a document: decoded, parsed, held against the schema of its kind. Files it links are not looked at. `parse` gives
 * what `readYaml` gives.
 */
export function readDocument(
	kind: FileKind,
	file: string,
	bytes: Uint8Array,
	parse: typeof readYaml = readYaml,
): ReadDocument {
	// Of what is no record nothing is read: it may be anything.
	if (kind === 'record-stray')
		return { kind, file, text: '', value: null, checked: null, problems: [], linkedFiles: [] };
	const decoded = decodeText(bytes);
	if (!decoded.ok) return unreadable(kind, file, decoded.message, decoded.help);
	if (isInLines(kind)) return readRecordLines(kind, file, decoded.text);
	const { value, problems } = parse(decoded.text);
	const reading = problems.map(({ rule, message, help, offsets }) => ({
		rule,
		message,
		help,
		place: { offsets },
	}));
	const broken = value === undefined || problems.some((problem) => problem.rule === 'document/syntax');
	const { problems: defects, checked } = broken
		? { problems: [], checked: undefined }
		: checkDocument(kind, value);
	return {
		kind,
		file,
		text: decoded.text,
		value,
		checked,
		problems: [...reading, ...defects],
		linkedFiles: [],
	};
}

function unreadable(kind: FileKind, file: string, message: string, help: string): ReadDocument {
	const problem = { rule: 'document/syntax', message, help, place: { offsets: { from: 0, to: 0 } } };
	return { kind, file, text: '', value: undefined, checked: undefined, problems: [problem], linkedFiles: [] };
}
