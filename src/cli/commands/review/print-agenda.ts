import { endWords } from '../../../control/end-words.ts';
import { countOf } from '../../../diagnostics/count-of.ts';
import { readTexts } from '../../../library/history/read-texts.ts';
import { openLibrary } from '../../../library/open-library.ts';
import type { Approval } from '../../../model/documents.generated.ts';
import { rows } from '../../../model/several.ts';
import { dayAt } from '../../../model/zone.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import type { KnownDocument } from '../../history/document-states.ts';
import { findTrail } from '../../history/find-trail.ts';
import { knownDocuments } from '../../history/known-documents.ts';
import { knownExceptions } from '../../history/known-exceptions.ts';
import { knownFeedback } from '../../history/known-feedback.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { reviewOf } from '../list/register-entry.ts';
import { feedbackWords } from './feedback-words.ts';
import { nextReviewWords } from './next-review-words.ts';
import { recordOfAgenda } from './record-of-agenda.ts';

/** Prints what somebody who reviews a document has to look at. Writes nothing. */
export async function printAgenda(context: CommandContext, asked: string): Promise<ExitCode> {
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const record = await recordOfAgenda(context, library);
	const { history, policy } = record;
	const { zone } = policy;
	const id = findTrail(history, asked).key;
	const all = await knownDocuments(record);
	const known = all.find((one) => one.id === id);
	if (known === undefined) throw new Error('a document with a trail is known');
	const { state, summary } = known;
	const { exceptions } = await knownExceptions(record, [known]);
	const { feedback } = await knownFeedback(record, id);
	const reviews = state.reviews ?? [];
	const last = reviews.findLast(({ cause }) => cause === null);
	const since = last?.record.position ?? -1;
	const next = reviewOf(summary, state, policy);
	const { inForce } = state;
	const { versions } = state.timeline;
	// Of a number that changed before it was complete only the last text is of interest.
	const changed = versions.filter(
		(one, index) =>
			one.position > since &&
			(one.complete || !versions.some((other, place) => place > index && other.version === one.version)),
	);
	const lines: (readonly [string, readonly string[]])[] = [
		[
			'In force',
			inForce === undefined
				? ['none']
				: [`${inForce.version} since ${dayAt(inForce.start ?? inForce.known, zone)}`],
		],
		['Stands', [`${state.standing?.version ?? 'nothing'}: ${state.status}: ${state.why.join('; ')}`]],
		[
			'Reviews',
			reviews.length === 0
				? ['none is recorded']
				: reviews.map(
						({ record: { value, known: at }, cause }) =>
							`${dayAt(at, zone)} ${value.person}: ${value.verdict}, ${value.reason}${cause === null ? '' : `; does not count: ${cause}`}`,
					),
		],
		['Next review', [nextReviewWords(next, state)]],
		['Events that call for one', await eventsOf(record, known)],
		[
			last === undefined ? 'Versions' : 'Versions since the last review',
			changed.map((version) => {
				const end =
					version.owns === 'no'
						? 'never in force: its number is that of another text'
						: endWords(version, zone);
				return `${version.version} shown ${dayAt(version.known, zone)}${end === undefined ? '' : `, ${end}`}`;
			}),
		],
		[
			last === undefined ? 'Exceptions' : 'Exceptions since the last review',
			exceptions
				.filter(({ record: { value, position } }) => value.document === id && position > since)
				.map(
					({ record: { value }, cause }) =>
						`${value.exception} from ${value.from} until ${value.until}: ${value.reason}${cause === null ? '' : `; does not count: ${cause}`}`,
				),
		],
		[
			'Feedback',
			feedback
				.filter(({ record: one, standing }) => standing === 'open' || one.position > since)
				.map(feedbackWords),
		],
		[
			'Needed by',
			all
				.filter((one) => one.id !== id && one.summary?.references.some((reference) => reference.id === id))
				.map((one) => `${one.id} ${one.summary?.title ?? ''}`),
		],
	];
	context.print(
		`${id} ${inertText(summary?.title ?? '')}\n${lines
			.map(
				([title, told]) =>
					`\n${title}\n${(told.length === 0 ? ['none'] : told).map((one) => `  ${inertText(one)}\n`).join('')}`,
			)
			.join('')}`,
	);
	context.say(
		`${countOf(reviews.length, 'review')} recorded. sop lint and sop diff ${id} say more; sop review ${id} --verdict … records yours.`,
	);
	return exitCode.clean;
}

/** Events that section 15 names. */
async function eventsOf(
	{ git, history }: OpenRecord,
	{ state: { inForce, standing } }: KnownDocument,
): Promise<readonly string[]> {
	const text = inForce ?? standing;
	if (text === undefined) return [];
	const file = text.path.slice(history.prefix.length);
	for await (const { read } of readTexts(git, [{ file, blob: text.blob }], history.state.filtered)) {
		// What `checked` holds passed the schema, any key of which may be absent.
		const { approval } = (read.checked ?? {}) as { readonly approval?: Approval | null };
		return [...rows(approval?.review?.events)];
	}
	return [];
}
