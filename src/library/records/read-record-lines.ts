import type { FileKind } from '../../model/file-kind.ts';
import type { ReadDocument, ReadingProblem } from '../../model/read-document.ts';
import { recordKindIn } from '../../model/record/record-kind.ts';
import { readRecordLine } from './read-record.ts';

/** A file of records, one a line: each is held against the schema, and what is wrong stands at its line. */
export function readRecordLines(kind: FileKind, file: string, text: string): ReadDocument {
	const problems: ReadingProblem[] = [];
	const recordKind = recordKindIn(kind);
	let from = 0;
	for (const line of text.split('\n')) {
		const to = from + line.length;
		// The text ends with a line end, after which nothing stands.
		if (recordKind !== undefined && (line !== '' || to < text.length)) {
			const { problem, rule } = readRecordLine(recordKind, line);
			if (rule !== undefined)
				problems.push({
					rule,
					place: { offsets: { from, to } },
					message: problem,
					help: 'What such a line says counts for nothing. Take the file as it was committed (git restore FILE); where it was committed so, record it again.',
				});
		}
		from = to + 1;
	}
	if (text !== '' && !text.endsWith('\n'))
		problems.push({
			rule: 'document/syntax',
			place: { offsets: { from: text.lastIndexOf('\n') + 1, to: text.length } },
			message: 'The last line has no line end',
			help: 'It may be cut off. Take the file as it was committed: git restore FILE.',
		});
	return { kind, file, text, value: null, checked: null, problems, linkedFiles: [] };
}
