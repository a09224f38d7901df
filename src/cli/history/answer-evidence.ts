import type { AnswerEvidence } from '../../control/feedback/judged-answer.ts';
import type { Timeline } from '../../model/history/timeline.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import { answerTexts } from './answer-texts.ts';
import type { OpenRecord } from './open-record.ts';
import { signersOf } from './signers-of.ts';

/** What answers among feedback are judged by. Where there is none, nothing is read. */
export async function answerEvidence(
	record: OpenRecord,
	feedback: readonly KnownRecord<'feedback'>[],
	timelineOf: (document: string) => Timeline | undefined,
): Promise<AnswerEvidence> {
	return {
		authorityAt: record.authorityAt,
		whoSigned: await signersOf(
			record,
			// Of suggestions only a signature in them is asked for.
			feedback.filter(({ value }) => value.meaning === 'answer' || value.signature !== undefined),
		),
		...(await answerTexts(record, feedback, timelineOf)),
	};
}
