import { type JudgedFeedback, judgeFeedback } from '../../control/feedback/judged-feedback.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import type { AuditInput } from '../audit-input.ts';
import { countOfShown } from '../count-records.ts';
import { type Column, listOf, type PacketList, type Row } from '../packet-list.ts';
import { scopeOf } from '../scope.ts';
import { drawnFrom, makerColumns, placeColumns, recordCells } from './record-cells.ts';

const columns: readonly Column[] = [
	...placeColumns,
	...makerColumns,
	{
		key: 'meaning',
		title: 'Meaning',
		about: 'feedback: a suggestion; answer: what somebody said to one',
		released: true,
		total: 'values',
	},
	{ key: 'about', title: 'Step', about: 'the step, decision, exception or item that it is about' },
	{ key: 'text', title: 'Text', about: 'what was suggested, or answered' },
	{
		key: 'standing',
		title: 'At the end',
		about:
			'of a suggestion: how it stood on the last day of the period, as known then: open, answered, declined, withdrawn, closed (its document is retired), or void',
		released: true,
		total: 'values',
	},
	{ key: 'why', title: 'Why', about: 'how that follows' },
	{ key: 'answeredBy', title: 'Answered by', about: 'the version that answers it', released: true },
	{ key: 'answers', title: 'Answers', about: 'of an answer: the path of the suggestion' },
	{
		key: 'verdict',
		title: 'Verdict',
		about: 'of an answer: what it says becomes of the suggestion',
		released: true,
		total: 'values',
	},
];

/** What people suggested by the end of the period, and what was answered. */
export function feedbackList(input: AuditInput): PacketList {
	const { period, records } = input;
	const scope = scopeOf(input);
	const shown = records.feedback.filter(
		({ value, known }) => known <= period.end && scope.has(value.document),
	);
	const judged = new Map(judgedThen(input, shown).map((one) => [one.record, one]));
	return listOf({
		name: 'feedback',
		title: 'Feedback',
		about:
			'a suggestion on a document, or an answer to one, that the mainline showed by the end of the period',
		columns,
		key: ['file'],
		rows: shown.map((record) => rowOf(input, record, judged.get(record))),
		source:
			'the files of records/feedback that the mainline showed, and section 14 of the texts in force at the end of the period',
		reperform: countOfShown(input, 'feedback', 'by the end of the period'),
		population: 'per event',
	});
}

function judgedThen(
	input: AuditInput,
	records: readonly KnownRecord<'feedback'>[],
): readonly JudgedFeedback[] {
	const { period, authorityAt, whoSigned, answerTexts } = input;
	const scope = scopeOf(input);
	return judgeFeedback({
		...answerTexts,
		authorityAt,
		whoSigned,
		records,
		on: period.end,
		zone: period.zone,
		documentOf: (id) => {
			const document = scope.find(id);
			if (document === undefined) return undefined;
			const { timeline, status, notEvaluated } = document.stateThen;
			const changes = document.text?.summary.changeLog ?? [];
			return { timeline, status, notEvaluated, changes, nodes: undefined };
		},
	});
}

function rowOf(
	{ period, whoSigned }: AuditInput,
	record: KnownRecord<'feedback'>,
	judged: JudgedFeedback | undefined,
): Row {
	const { meaning, about, text, answers, verdict } = record.value;
	return {
		of: drawnFrom(record),
		cells: {
			...recordCells(record, whoSigned(record), period),
			meaning: meaning ?? null,
			about: about ?? null,
			text: text ?? null,
			standing: judged?.standing ?? null,
			why: judged === undefined ? null : [judged.why, ...judged.notes].join('; '),
			answeredBy: judged?.version ?? null,
			answers: answers ?? null,
			verdict: verdict ?? null,
		},
	};
}
