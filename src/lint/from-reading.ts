import type { Problem } from '../diagnostics/problem.ts';
import { type FileKind, type RecordFileKind, recordFileKinds, registerKinds } from '../model/file-kind.ts';
import type { FileSubject } from './subject.ts';

/** For rules about the text of any file that people write. */
export const everyKind: readonly FileKind[] = ['sop', 'checklist', ...registerKinds, 'config'];

/** For rules about what a record holds. */
export const recordFiles: readonly RecordFileKind[] = recordFileKinds.filter(
	(kind) => kind !== 'record-stray',
);

/** For rules about the text or the form of any file, records included. */
export const everyKindAndRecords: readonly FileKind[] = [...everyKind, ...recordFiles];

/** For rules about SOPs and checklists alike. */
export const documentKinds: readonly FileKind[] = ['sop', 'checklist'];

/** What reading or the schema has already found, for the rule that reports it. */
export function fromReading(subject: FileSubject, rule: string): readonly Problem[] {
	return subject.problems.filter((problem) => problem.rule === rule);
}
