import { answeringRoles } from '../../control/answering-roles.ts';
import type { AnswerEvidence } from '../../control/feedback/judged-answer.ts';
import { readTexts } from '../../library/history/read-texts.ts';
import { governingAt, type Timeline } from '../../model/history/timeline.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import type { OpenRecord } from './open-record.ts';

/** What texts and the reach of the history tell of answers. Only texts are read of versions that somebody answered by. */
export async function answerTexts(
	record: OpenRecord,
	feedback: readonly KnownRecord<'feedback'>[],
	timelineOf: (document: string) => Timeline | undefined,
): Promise<Pick<AnswerEvidence, 'rolesOf' | 'whyUnseen'>> {
	const { git, history, unseenRegisters } = record;
	const wanted = new Map<string, string>();
	for (const { value, known } of feedback) {
		const timeline = value.meaning === 'answer' ? timelineOf(value.document ?? '') : undefined;
		const version = timeline && governingAt(timeline, known);
		if (version !== undefined) wanted.set(version.blob, version.path.slice(history.prefix.length));
	}
	const roles = new Map<string, readonly string[]>();
	const texts = [...wanted].map(([blob, file]) => ({ blob, file }));
	// A copy, because pieces of a text keep the whole text in memory.
	for await (const { blob, read } of readTexts(git, texts, history.state.filtered))
		roles.set(blob, structuredClone(answeringRoles(read.value)));
	return {
		rolesOf: ({ blob }) => roles.get(blob),
		whyUnseen(position) {
			const { shallow, filtered } = history.state;
			if (shallow && position === 0)
				return `${history.partial ?? 'history cut off'}: what stood before its first commit cannot be seen`;
			return unseenRegisters !== undefined && unseenRegisters <= position
				? `${history.partial ?? (filtered ? 'partial clone' : 'objects are missing from the repository')}: a register or a config is not in this repository`
				: undefined;
		},
	};
}
