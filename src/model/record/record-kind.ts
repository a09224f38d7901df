import type {
	ApprovalRecord,
	ExceptionRecord,
	FeedbackRecord,
	ReviewRecord,
	RunRecord,
	TrainingRecord,
	WithdrawalRecord,
} from '../documents.generated.ts';
import type { FileKind, RecordFileKind } from '../file-kind.ts';

/** What a record can hold, by the folder of `records/` that it lies in. */
export interface RecordValues {
	readonly approvals: ApprovalRecord;
	readonly reviews: ReviewRecord;
	readonly withdrawals: WithdrawalRecord;
	readonly exceptions: ExceptionRecord;
	readonly training: TrainingRecord;
	readonly feedback: FeedbackRecord;
	readonly runs: RunRecord;
}

/** The kinds of records, each called as its folder is. */
export type RecordKind = keyof RecordValues;

/** All kinds. */
export const recordKinds: readonly RecordKind[] = [
	'approvals',
	'reviews',
	'withdrawals',
	'exceptions',
	'training',
	'feedback',
	'runs',
];

/**
 * The kind of a record, by its path relative to the library: the folder below `records/`. Trainings and runs are lines
 * of `.jsonl` files that grow, all others YAML files of their own. Undefined for what is no record.
 */
export function recordKindOf(file: string): RecordKind | undefined {
	const [, folder, ending] = /^records\/([a-z]+)\/.+\.(yaml|jsonl)$/s.exec(file) ?? [];
	const kind = recordKinds.find((one) => one === folder);
	if (kind === undefined) return undefined;
	return ending === (kind === 'training' || kind === 'runs' ? 'jsonl' : 'yaml') ? kind : undefined;
}

/** Whether a file of a kind holds a record a line, and not one value. */
export function isInLines(kind: FileKind): boolean {
	return kind === 'record-training' || kind === 'record-run';
}

/** What the files of each kind of records are called, as their schemas are. */
export const recordFileKindOfEach: Readonly<Record<RecordKind, Exclude<RecordFileKind, 'record-stray'>>> = {
	approvals: 'record-approval',
	reviews: 'record-review',
	withdrawals: 'record-withdrawal',
	exceptions: 'record-exception',
	training: 'record-training',
	feedback: 'record-feedback',
	runs: 'record-run',
};

/**
 * What a file below `records/` is to whoever reads it: a record of some kind, or a stray one. Undefined for what lies
 * elsewhere, and for what no record is meant by: files that begin with a dot, and README files.
 */
export function recordFileKindOf(file: string): RecordFileKind | undefined {
	const kind = recordKindOf(file);
	if (kind !== undefined) return recordFileKindOfEach[kind];
	return /^records\/(?:[\s\S]+\/)?(?!\.|README\b)[^/]+$/i.test(file) ? 'record-stray' : undefined;
}

/** The kind of the records in a file; undefined where it holds none. */
export function recordKindIn(kind: string): RecordKind | undefined {
	return recordKinds.find((one) => recordFileKindOfEach[one] === kind);
}
