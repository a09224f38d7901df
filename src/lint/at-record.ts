import type { RecordPlace } from '../model/record/known-record.ts';
import type { HistoryProblem } from './rule.ts';

/** A problem of a record, at one of its keys; where its file once stood, if it is gone. */
export function atRecord(
	{ file, stands }: RecordPlace,
	key: string | undefined,
	problem: Pick<HistoryProblem, 'message' | 'help' | 'severity'>,
): HistoryProblem {
	return {
		file,
		place: { path: key === undefined ? [] : [key] },
		...problem,
		...(stands ? {} : { gone: file }),
	};
}
