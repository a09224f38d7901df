import { exceptionsOfWeek, weekAround } from '../../../control/exceptions-of-week.ts';
import { allowedExceptions, standingExceptions } from '../../../control/standing-exceptions.ts';
import type { Finding } from '../../../diagnostics/finding.ts';
import { groupBy } from '../../../diagnostics/group-by.ts';
import { findFiles } from '../../../library/find-files.ts';
import { type OpenLibrary, openLibrary } from '../../../library/open-library.ts';
import { findFunction, functionsOf } from '../../../model/functions.ts';
import type { KnownRecord } from '../../../model/record/known-record.ts';
import { dayAt } from '../../../model/zone.ts';
import { type AgendaPart, type AgendaTopic, agendaMarkdown, agendaText } from '../../../report/agenda.ts';
import { jsonText } from '../../../report/json-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { knownDocuments, type SummarisedDocument } from '../../history/known-documents.ts';
import { knownExceptions } from '../../history/known-exceptions.ts';
import { type KnownFeedback, knownFeedback } from '../../history/known-feedback.ts';
import { coordinates } from '../../history/moment.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { knownConfig } from '../../history/policy-at.ts';
import { knownWord } from '../../known-word.ts';
import { sayWithheld, withheldItem, withholdingOf } from '../../withholding.ts';
import { lintAll } from '../here/lint-all.ts';
import { reviewOf } from '../list/register-entry.ts';
import { feedbackWords } from './feedback-words.ts';
import { nextReviewWords } from './next-review-words.ts';
import { recordOfAgenda } from './record-of-agenda.ts';

/** The agendas over many documents. */
export type AgendaKind = 'weekly' | 'quarterly';

const noRuns = 'no runs recorded';

/** What an agenda is put together from. */
interface Gathered {
	readonly record: OpenRecord;
	readonly library: OpenLibrary;
	/** The documents that may be told, and that the call asks for. */
	readonly documents: readonly SummarisedDocument[];
	readonly feedback: readonly KnownFeedback[];
	/** All records of exceptions of these documents that somebody allowed who may. */
	readonly exceptions: readonly KnownRecord<'exceptions'>[];
	/** The id of the library, as its config has it. */
	readonly id: string | undefined;
	readonly today: string;
}

/** Prints what a weekly or a quarterly meeting has to look at, over all documents, a function, or one. Writes nothing. */
export async function printLibraryAgenda(
	context: CommandContext,
	kind: AgendaKind,
	asked: string | undefined,
): Promise<ExitCode> {
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const record = await recordOfAgenda(context, library);
	const { history, moment, policy } = record;
	const all = (await knownDocuments(record)).filter(({ state }) => state.status !== 'retired');
	const withholding = withholdingOf(context, policy.classification);
	const withheld = all.filter(({ classification }) => withholding.withholds(classification));
	const documents = chosen(
		context,
		library,
		all.filter((one) => !withheld.includes(one)),
		asked,
	);
	const ids = new Set(documents.map(({ id }) => id));
	const { exceptions } = await knownExceptions(record, documents);
	const gathered: Gathered = {
		record,
		library,
		documents,
		feedback: (await knownFeedback(record)).feedback.filter(({ document }) => ids.has(document)),
		exceptions: allowedExceptions(exceptions).filter(({ value }) => ids.has(value.document ?? '')),
		id: (await knownConfig(record, moment.position)).library,
		today: dayAt(moment.on, policy.zone),
	};
	const parts = kind === 'weekly' ? weekly(gathered) : await quarterly(context, gathered);
	const heading = `${kind === 'weekly' ? 'Exceptions of the week' : 'Review of the quarter'}, ${gathered.today}`;
	const items = withheld.map(({ id, state }) => withheldItem(id, state.inForce?.digest));
	switch (context.text('format')) {
		case 'json':
			context.print(
				jsonText({
					format: 1,
					agenda: kind,
					asOf: moment.onText,
					known: { commit: moment.known.id, ref: history.ref?.ref ?? null },
					parts,
					withheld: items,
				}),
			);
			break;
		case 'markdown':
			context.print(agendaMarkdown({ heading, parts }));
			break;
		default:
			context.print(agendaText({ heading, parts }));
	}
	sayWithheld(context, withheld.length, 'document');
	context.say(`Put together ${coordinates(moment, policy.zone)}.`);
	return exitCode.clean;
}

function chosen(
	context: CommandContext,
	library: OpenLibrary,
	documents: readonly SummarisedDocument[],
	asked: string | undefined,
): readonly SummarisedDocument[] {
	const word = context.text('function');
	const of =
		word === undefined ? undefined : findFunction(word, functionsOf(library.config)).id.toLowerCase();
	const ids = documents.map(({ id }) => id);
	const id =
		asked === undefined ? undefined : knownWord(asked, 'document', ids, 'sop list shows all documents.');
	return documents.filter(
		(one) =>
			(id === undefined || one.id === id) &&
			(of === undefined || one.summary?.function?.toLowerCase() === of),
	);
}

function weekly({ record, feedback, exceptions, id, today }: Gathered): readonly AgendaPart[] {
	const { moment, policy } = record;
	const week = weekAround(today);
	const found = exceptionsOfWeek(
		{ records: exceptions, library: id, on: moment.on, zone: policy.zone },
		week,
	);
	const newFeedback = feedback.filter(({ record: { known } }) => dayAt(known, policy.zone) >= week.from);
	return [
		{
			document: null,
			title: null,
			owner: null,
			topics: [
				topic(`Allowed since ${week.from}`, found.allowed.map(exceptionWords)),
				topic(`Over by ${week.until}`, found.ending.map(exceptionWords)),
				topic(
					`Corrective actions that are late, or due by ${week.until}`,
					found.actions.map(({ record: one, due }) => actionWords(one, due, today)),
				),
				topic('Without a corrective action', found.withoutAction.map(exceptionWords)),
				topic(
					`Suggested since ${week.from}`,
					newFeedback.map((one) => `${one.document} ${feedbackWords(one)}`),
				),
				topic('Steps done outside the rule', [], noRuns),
			],
		},
	];
}

async function quarterly(context: CommandContext, gathered: Gathered): Promise<readonly AgendaPart[]> {
	const { record, library, documents, feedback, exceptions, id, today } = gathered;
	const { policy, moment } = record;
	// What the files of today say is no news of another moment.
	const isNow = moment.isNow && !moment.isPast;
	const findings = isNow
		? await findingsHere(context, library, today)
		: new Map<string, readonly Finding[]>();
	const standing = groupBy(
		standingExceptions(
			exceptions.filter(({ known }) => known <= moment.on),
			id,
		),
		({ value }) => value.document,
	);
	return documents.map((one): AgendaPart => {
		const { summary, state } = one;
		const review = reviewOf(summary, state, policy);
		const since = (state.reviews ?? []).findLast(({ cause }) => cause === null)?.record.position ?? -1;
		const own = feedback.filter(({ document, standing: stands }) => document === one.id && stands === 'open');
		return {
			document: one.id,
			title: summary?.title ?? null,
			owner: summary?.owner ?? null,
			topics: [
				topic('Next review', [nextReviewWords(review, state)]),
				topic('Open feedback', own.map(feedbackWords)),
				topic(
					'Exceptions since the last review',
					(standing.get(one.id) ?? []).filter(({ position }) => position > since).map(exceptionWords),
				),
				topic(
					'Findings in the files here',
					(findings.get(one.id) ?? []).map(
						({ severity, rule, message }) => `${severity} ${rule}: ${message}`,
					),
					isNow ? null : 'the files here are those of today',
				),
				topic('Metrics', [], noRuns),
			],
		};
	});
}

async function findingsHere(
	context: CommandContext,
	library: OpenLibrary,
	today: string,
): Promise<ReadonlyMap<string, readonly Finding[]>> {
	const { files } = await findFiles(context.io.files, library.root.path, library.config.ignore ?? []);
	const { findings } = await lintAll(context, library, files, today);
	const ofDocuments = findings.flatMap((one) =>
		one.document === null ? [] : [{ ...one, id: one.document }],
	);
	return groupBy(ofDocuments, ({ id }) => id);
}

function topic(name: string, items: readonly string[], notEvaluated: string | null = null): AgendaTopic {
	return { topic: name, items, notEvaluated };
}

function exceptionWords({ value }: KnownRecord<'exceptions'>): string {
	const { document, exception, from, until, person, reason } = value;
	return `${document} ${exception} from ${from} until ${until}, allowed by ${person}: ${reason}`;
}

function actionWords({ value }: KnownRecord<'exceptions'>, due: string, today: string): string {
	const { document, exception, corrective_action: action } = value;
	const by = action?.owner === undefined ? '' : `, by ${action.owner}`;
	return `${document} ${exception}: ${action?.do ?? ''}${by}, ${due < today ? `late since ${due}` : `due ${due}`}`;
}
