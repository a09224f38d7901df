import type {
	ApprovalRecord,
	ExceptionRecord,
	FeedbackRecord,
	ReviewRecord,
	RunRecord,
	TrainingRecord,
	WithdrawalRecord,
} from '../documents.generated.ts';

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
	const [, folder, ending] = /^records\/([a-z]+)\/[^]+\.(yaml|jsonl)$/.exec(file) ?? [];
	const kind = recordKinds.find((one) => one === folder);
	if (kind === undefined) return undefined;
	return ending === (kind === 'training' || kind === 'runs' ? 'jsonl' : 'yaml') ? kind : undefined;
}
