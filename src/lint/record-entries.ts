import type { Place } from '../diagnostics/problem.ts';
import type { RecordKind, RecordValues } from '../model/record/record-kind.ts';
import { isInLines, recordKindIn } from '../model/record/record-kind.ts';
import type { FileSubject } from './subject.ts';

/** A record of a file, and where it stands in it. */
export interface RecordEntry {
	readonly kind: RecordKind;
	readonly value: RecordValues[RecordKind];
	/** The place of one of its keys; of the whole line in a file of lines. */
	readonly at: (key?: string) => Place;
}

/** The records of a file that fit their schema. */
export function* recordEntries({ kind, text, checked, problems }: FileSubject): Generator<RecordEntry> {
	const recordKind = recordKindIn(kind);
	if (recordKind === undefined) return;
	if (!isInLines(kind)) {
		// What has problems counts for nothing, and those are told.
		if (problems.length > 0 || typeof checked !== 'object' || checked === null) return;
		yield { kind: recordKind, value: checked, at: (key) => ({ path: key === undefined ? [] : [key] }) };
		return;
	}
	const broken = new Set(problems.flatMap(({ place }) => ('offsets' in place ? [place.offsets.from] : [])));
	let from = 0;
	for (const line of text.split('\n')) {
		const offsets = { from, to: from + line.length };
		from = offsets.to + 1;
		if (line === '' || broken.has(offsets.from)) continue;
		// It has been read as JSON that fits the schema.
		const value = JSON.parse(line) as RecordValues[RecordKind];
		yield { kind: recordKind, value, at: () => ({ offsets }) };
	}
}
