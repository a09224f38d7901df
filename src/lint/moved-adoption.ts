import type { Problem } from '../diagnostics/problem.ts';
import type { HistoryFacts } from './history-subject.ts';

/**
 * A day of adoption that the mainline moved after it had begun, or set after texts had been approved without one: who
 * owned a number, and since when, is then told otherwise than before. Quiet where the day is as it was again.
 */
export function* movedAdoption(
	{ adoptions, mainline }: Pick<HistoryFacts, 'adoptions' | 'mainline'>,
	now: string | undefined,
): Generator<Problem> {
	for (const [index, { adopted }] of adoptions.entries()) {
		const next = adoptions[index + 1];
		if (next === undefined) return;
		// What nobody had worked by yet may still be put off.
		const counted = adopted === undefined ? next.afterApprovals : adopted <= next.day;
		if (!counted || !isAnother(now, adopted)) continue;
		yield {
			place: { path: ['adopted'] },
			message: `${now === undefined ? 'No day of adoption is set' : `What is older than ${now} is not judged`}, where ${mainline} said ${adopted ?? 'no such day'} until ${next.commit.slice(0, 7)} on ${next.day}: who owned a number before is forgotten`,
			help:
				adopted === undefined
					? 'Take `adopted` out again, in a change of its own.'
					: `Set \`adopted\` back to ${adopted}, in a change of its own.`,
		};
		return;
	}
}

/** Whether a day of adoption is later than another, or gone. */
export function isAnother(now: string | undefined, before: string | undefined): boolean {
	return now === undefined ? before !== undefined : now > (before ?? '');
}
