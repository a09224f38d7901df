import type { RecordKind } from '../model/record/record-kind.ts';
import {
	type Validator,
	validateRecordApproval,
	validateRecordException,
	validateRecordFeedback,
	validateRecordReview,
	validateRecordRun,
	validateRecordTraining,
	validateRecordWithdrawal,
} from './record-validators.generated.js';

/** The validators of records, by kind. */
export const recordValidators: Readonly<Record<RecordKind, Validator>> = {
	approvals: validateRecordApproval,
	reviews: validateRecordReview,
	withdrawals: validateRecordWithdrawal,
	exceptions: validateRecordException,
	training: validateRecordTraining,
	feedback: validateRecordFeedback,
	runs: validateRecordRun,
};
