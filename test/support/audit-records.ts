import type { WhoLevel, WhoSigned } from '../../src/control/who-signed.ts';
import { blobId } from '../../src/model/history/blob-id.ts';
import type { KnownRecord, KnownRecords, RecordPlace } from '../../src/model/record/known-record.ts';
import type { RecordKind, RecordValues } from '../../src/model/record/record-kind.ts';
import { recordPath } from '../../src/model/record/record-path.ts';
import { instantText } from '../../src/model/zone.ts';
import { type AuditDays, commitName } from './audit-days.ts';
import { someId, type WrittenLibrary, type WrittenRecord } from './audit-library.ts';
import { writtenText } from './audit-texts.ts';
import { libraryId } from './record-context.ts';

/** The records of a library in a few words, each at its own path, and who made them. */
export function writtenRecords(
	{ records = {}, documents = [], broken = [] }: WrittenLibrary,
	days: AuditDays,
): { readonly records: KnownRecords; readonly whoSigned: (record: KnownRecord) => WhoSigned } {
	const levels = new Map<KnownRecord, WhoLevel>();
	const lines = new Map<string, number>();
	const placeOf = (file: string, on: string, content: string): Omit<RecordPlace, 'line'> => {
		const position = days.positionOf(on);
		return {
			file,
			blob: blobId(Buffer.from(content), 40),
			commit: commitName(position),
			position,
			known: days.instantOf(on),
			knownLevel: 'mainline-clock',
			madeBy: commitName(position),
			stands: true,
		};
	};
	/** What stood of a document when the mainline showed a record. */
	const subjectOf = (document: string, on: string) => {
		const found = documents.find(({ id = someId }) => id === document);
		const version = found?.versions.findLast((one) => days.instantOf(one.on) <= days.instantOf(on));
		return found === undefined || version === undefined
			? {}
			: { version: version.version, digest: writtenText(found, version).digest };
	};
	const recordOf = <Kind extends RecordKind>(kind: Kind, written: WrittenRecord<Kind>): KnownRecord<Kind> => {
		const { on, who, trainedOn, ...given } = written;
		const { document = someId } = given;
		const value = {
			format: 1,
			library: libraryId,
			document,
			...subjectOf(document, on),
			at: instantText(days.instantOf(on)),
			...(trainedOn === undefined ? {} : { on: trainedOn }),
			...given,
			// The rest of what the test has written is a value of that kind.
		} as unknown as RecordValues[Kind];
		const file = recordPath(kind, value);
		const line = (lines.get(file) ?? 0) + 1;
		lines.set(file, line);
		const place = placeOf(file, on, JSON.stringify(value));
		const record = { ...place, line: file.endsWith('.jsonl') ? line : undefined, kind, value };
		if (who !== undefined) levels.set(record, who);
		return record;
	};
	const known = <Kind extends RecordKind>(kind: Kind): readonly KnownRecord<Kind>[] => {
		const written: readonly WrittenRecord<Kind>[] = records[kind] ?? [];
		return written.map((one) => recordOf(kind, one)).sort((a, b) => a.position - b.position);
	};
	return {
		records: {
			approvals: known('approvals'),
			reviews: known('reviews'),
			withdrawals: known('withdrawals'),
			exceptions: known('exceptions'),
			training: known('training'),
			feedback: known('feedback'),
			runs: known('runs'),
			broken: broken.map(({ on, ...one }) => ({ ...placeOf(one.file, on, one.problem), ...one })),
			missing: [],
			missingFrom: undefined,
		},
		whoSigned: (record) => whoAt(levels.get(record) ?? 'record-signed'),
	};
}

function whoAt(level: WhoLevel): WhoSigned {
	const causes = {
		'record-signed': null,
		'commit-signed': null,
		claimed: 'neither the record nor the commit that brought it is signed',
		contradicted: 'its signature is bad',
	};
	return { level, cause: causes[level], fingerprint: null };
}
