import type { CannotEvaluate } from '../diagnostics/problem.ts';
import { type DecidingSignature, decidingSignatures } from './deciding-versions.ts';
import type { HistorySubject } from './history-subject.ts';
import type { HistoryProblem } from './rule.ts';

/**
 * Runs a check over every signature that decides something today; not evaluated where some records or texts are not here.
 * In a library that has none it says nothing.
 */
export function* approvalsJudged(
	{ history }: HistorySubject,
	check: (one: DecidingSignature) => Iterable<HistoryProblem | CannotEvaluate>,
): Generator<HistoryProblem | CannotEvaluate> {
	const { unseenRecords, cutOff, documents, on } = history;
	if (unseenRecords !== null) yield { notEvaluated: unseenRecords };
	if (cutOff !== null) return;
	const said = new Set<string>();
	for (const signature of decidingSignatures(documents, on)) {
		for (const problem of check(signature)) {
			// What cannot be told of a hundred signatures for one reason is said once.
			if ('notEvaluated' in problem && said.has(problem.notEvaluated)) continue;
			if ('notEvaluated' in problem) said.add(problem.notEvaluated);
			yield problem;
		}
	}
}
