import type { HistoryFacts, LostRecord } from './history-subject.ts';
import type { HistoryProblem } from './rule.ts';

/** A problem for each record to which the mainline did one of these things and that is not back, at its place. */
export function* lostRecordProblems(
	{ lostRecords }: HistoryFacts,
	what: LostRecord['what'],
): Generator<HistoryProblem> {
	for (const { file, what: done, commit, day, isBack } of lostRecords) {
		if (done !== what || isBack) continue;
		yield {
			file,
			gone: file,
			place: { path: [] },
			message: `${file} was ${what} by ${commit.slice(0, 7)} on ${day}`,
		};
	}
}
