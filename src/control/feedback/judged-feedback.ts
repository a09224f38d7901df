import { groupBy } from '../../diagnostics/group-by.ts';
import type { ChangeLogClaim } from '../../model/document-summary.ts';
import { isHigher, normal, type Version } from '../../model/history/version.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import { dayAt } from '../../model/zone.ts';
import { authorityOver } from '../approval/authority.ts';
import type { Status } from '../standing-status.ts';
import { type AnswerEvidence, type AnsweredDocument, judgeAnswer } from './judged-answer.ts';

/**
 * What became of a suggestion: `answered` by a version or a word, `closed` with its document. One that is `void` is of another
 * library, or of no document.
 */
export type FeedbackStanding = 'open' | 'answered' | 'declined' | 'withdrawn' | 'closed' | 'void';

/** A suggestion, and what became of it. */
export interface JudgedFeedback {
	readonly record: KnownRecord<'feedback'>;
	readonly standing: FeedbackStanding;
	/** How that follows, as a clause. */
	readonly why: string;
	/** The version that answers it. */
	readonly version: string | undefined;
	/** The record that answers it, where one does. */
	readonly answer: KnownRecord<'feedback'> | undefined;
	/** What else is to be known of it, each as a clause. */
	readonly notes: readonly string[];
	/** The notes among them on answers that do not count. */
	readonly answersInVain: readonly string[];
}

/** A document as far as its feedback is judged by it. */
export interface DocumentOfFeedback extends AnsweredDocument {
	readonly status: Status;
	/** Rows of section 14, of the text in force and of one to come. */
	readonly changes: readonly ChangeLogClaim[];
	/** Ids of steps, decisions, exceptions and items of the text in force; undefined where they are not known. */
	readonly nodes: ReadonlySet<string> | undefined;
}

/** What feedback is judged by. */
export interface FeedbackInput extends AnswerEvidence {
	/** Suggestions and answers, in the order in which the mainline showed them. */
	readonly records: readonly KnownRecord<'feedback'>[];
	readonly documentOf: (id: string) => DocumentOfFeedback | undefined;
	/** The instant asked about, in seconds: what the mainline showed later is not known yet. */
	readonly on: number;
	readonly zone: string;
}

/**
 * What became of each suggestion. A version answers it whose row of the change log names it, once that version has come into
 * force; a record answers it that says declined or done, and whose maker could. Where several records do, the last one
 * counts; one that says accepted leaves it open until a version has it. Whoever made a suggestion, it can be read.
 */
export function judgeFeedback(input: FeedbackInput): readonly JudgedFeedback[] {
	const known = input.records.filter(({ known: at }) => at <= input.on);
	const answers = groupBy(
		known.filter(({ value }) => value.meaning === 'answer'),
		({ value }) => value.answers,
	);
	return known
		.filter(({ value }) => value.meaning === 'feedback')
		.map((record) => {
			const document = input.documentOf(record.value.document ?? '');
			const own = (answers.get(record.file) ?? [])
				.filter((answer) => isAnswerTo(answer, record))
				.map((answer) => ({ answer, cause: document && judgeAnswer(answer, record, document, input) }));
			const last = own.findLastIndex(({ cause }) => cause === undefined);
			const became = judged(record, own[last]?.answer, document, input);
			const inVain = became.standing === 'void' ? [] : answersInVain(own.slice(last + 1));
			return {
				record,
				version: undefined,
				answer: undefined,
				...became,
				why: became.why ?? (inVain.length === 0 ? 'nobody has answered' : 'no answer to it counts'),
				notes: [...notesOf(record, document, input), ...inVain],
				answersInVain: inVain,
			};
		});
}

type Judged = Pick<JudgedFeedback, 'standing'> &
	Partial<Pick<JudgedFeedback, 'version' | 'answer'>> & { readonly why: string | undefined };

function judged(
	record: KnownRecord<'feedback'>,
	answer: KnownRecord<'feedback'> | undefined,
	document: DocumentOfFeedback | undefined,
	{ on, zone, authorityAt }: FeedbackInput,
): Judged {
	if (record.value.library !== authorityAt(record.position).library)
		return { standing: 'void', why: 'it is a record of another library' };
	if (document === undefined)
		return { standing: 'void', why: 'no document of that id ever stood on the mainline' };
	const naming = namingRows(record, document).map((row) => ({ row, version: ownerOf(document, row) }));
	const begun = naming.find(({ version }) => version?.start !== undefined && version.start <= on);
	if (begun?.version?.start !== undefined)
		return {
			standing: 'answered',
			why: `by version ${begun.version.version}, in force since ${dayAt(begun.version.start, zone)}`,
			version: begun.version.version,
		};
	const { verdict, person, text } = answer?.value ?? {};
	const said = answer === undefined ? '' : `by ${person} on ${dayAt(answer.known, zone)}: ${text}`;
	if (verdict === 'withdrawn') return { standing: 'withdrawn', why: said, ...(answer && { answer }) };
	if (verdict === 'declined') return { standing: 'declined', why: said, ...(answer && { answer }) };
	// An answer that says no verdict was taken for one before there were any.
	if (answer !== undefined && verdict !== 'accepted') return { standing: 'answered', why: said, answer };
	if (document.status === 'retired') return { standing: 'closed', why: 'its document is retired' };
	const [coming] = naming;
	if (coming !== undefined)
		return {
			standing: 'open',
			why:
				document.status === 'not evaluated'
					? `version ${coming.row.version} names it; whether that has come into force is not evaluated`
					: `version ${coming.row.version} names it, and has not come into force`,
			...(answer && { answer }),
		};
	return answer === undefined
		? { standing: 'open', why: undefined }
		: { standing: 'open', why: `accepted ${said}; no version has it yet`, answer };
}

/** No answer comes before a suggestion, and none is to that of another document. */
function isAnswerTo(answer: KnownRecord<'feedback'>, record: KnownRecord<'feedback'>): boolean {
	return answer.value.document === record.value.document && answer.position >= record.position;
}

/** What is to be known of answers that do not count, and that none has followed which does. */
function answersInVain(
	answers: readonly { readonly answer: KnownRecord<'feedback'>; readonly cause: string | undefined }[],
): readonly string[] {
	const notes = answers.map(({ answer: { value }, cause = '' }) =>
		cause.startsWith(notEvaluated)
			? `${notEvaluated}whether an answer by ${value.person} counts: ${cause.slice(notEvaluated.length)}`
			: `an answer by ${value.person} does not count: ${cause}`,
	);
	return [...new Set(notes)];
}

const notEvaluated = 'not evaluated: ';

/** The rows that name a suggestion, oldest first: only a later version can answer it. */
function namingRows(
	{ file, value }: KnownRecord<'feedback'>,
	{ changes }: DocumentOfFeedback,
): readonly ChangeLogClaim[] {
	return changes
		.filter(
			({ answers, version }) =>
				version !== undefined && answers.includes(file) && isHigher(version, String(value.version ?? '')),
		)
		.sort((a, b) => (isHigher(a.version ?? '', b.version ?? '') ? 1 : -1));
}

function ownerOf({ timeline }: DocumentOfFeedback, { version }: ChangeLogClaim): Version | undefined {
	return timeline.versions.find(
		(one) => one.complete && one.owns === 'yes' && normal(one.version) === normal(version ?? ''),
	);
}

function notesOf(
	record: KnownRecord<'feedback'>,
	document: DocumentOfFeedback | undefined,
	input: FeedbackInput,
): readonly string[] {
	if (document === undefined) return [];
	const { about, person = '' } = record.value;
	const contradicted = whyContradicted(record, input);
	const isGone = about !== undefined && document.nodes !== undefined && !document.nodes.has(about);
	const rows = namingRows(record, document);
	const isUncredited =
		rows.length > 0 &&
		!rows.some(({ author, contributors }) => [...author, ...contributors].includes(person));
	return [
		...(contradicted === undefined ? [] : [`its signature is not ${person}'s: ${contradicted}`]),
		...(isGone ? [`the text in force has no ${about}`] : []),
		...(isUncredited ? [`the row that answers it does not name ${person} among its contributors`] : []),
	];
}

/** What speaks against whoever a suggestion names. Only a signature in it can. */
function whyContradicted(
	record: KnownRecord<'feedback'>,
	{ authorityAt, whoSigned }: FeedbackInput,
): string | undefined {
	if (record.value.signature === undefined) return undefined;
	const { authority, founding } = authorityOver(authorityAt, record.position);
	const { level, cause } = whoSigned(record, authority, founding);
	return level === 'contradicted' ? (cause ?? 'it is bad') : undefined;
}
