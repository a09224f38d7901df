import { CommandError } from '../../../diagnostics/command-error.ts';
import { countOf } from '../../../diagnostics/count-of.ts';
import { digestOfRead, readTexts } from '../../../library/history/read-texts.ts';
import { type OpenLibrary, openLibrary } from '../../../library/open-library.ts';
import { readDocuments } from '../../../library/read-documents.ts';
import { type Classification, highestClass } from '../../../model/classification.ts';
import { summariseDocument } from '../../../model/document-summary.ts';
import { findWords } from '../../../model/find-words.ts';
import { normal } from '../../../model/history/version.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { Locator } from '../../../source/locator.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { documentStates } from '../../history/document-states.ts';
import { coordinates } from '../../history/moment.ts';
import { type OpenRecord, openRecord } from '../../history/open-record.ts';
import { printTable } from '../../print-table.ts';
import {
	sayWithheld,
	type Withheld,
	type Withholding,
	withheldColumns,
	withheldItem,
	withheldRows,
	withholdingOf,
} from '../../withholding.ts';
import { versionIn } from '../show/show-work.ts';

/** A text that is searched. */
interface Searched {
	readonly read: ReadDocument;
	/** Whether it is in force; null where that is not evaluated, or was not asked. */
	readonly inForce: boolean | null;
	readonly classification: Classification;
}

/** `sop find WORDS`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const words = context.arguments.flatMap((argument) => argument.split(/\s+/)).filter((word) => word !== '');
	if (words.length === 0) throw new CommandError('sop find needs a word', { help: 'Try sop find invoice' });
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const { record, cause } = context.has('work') ? { cause: undefined } : await openRecord(context, library);
	const hits: Record<string, unknown>[] = [];
	const withholding = withholdingOf(
		context,
		record?.policy.classification ?? library.config.defaults?.classification,
	);
	const withheld: Withheld[] = [];
	let unreadable = 0;
	for await (const { read, inForce, classification } of record === undefined
		? standing(context, library, withholding)
		: textsInForce(context, record, withholding)) {
		// Not searched: whether words occur in it is not to be told either.
		if (withholding.withholds(classification)) {
			withheld.push(structuredClone(withheldItem(summariseDocument(read)?.id, digestOfRead(read))));
			continue;
		}
		const broken = read.problems.find((problem) => problem.rule === 'document/syntax');
		if (broken !== undefined) {
			unreadable++;
			context.warn(
				`${read.file} cannot be read, so it was not searched: ${broken.message}. sop lint shows where.`,
			);
			continue;
		}
		hits.push(...structuredClone(hitsIn(read, words, inForce)));
	}
	await printTable(context, {
		name: 'hits',
		head: { words, known: record === undefined ? null : { commit: record.moment.known.id } },
		columns: [
			{ key: 'id', title: 'Id' },
			{ key: 'title', title: 'Title' },
			{ key: 'section', title: 'Section' },
			{ key: 'line', title: 'Line', align: 'right' },
			{ key: 'text', title: 'Text' },
			...(context.text('format') === 'csv'
				? [
						{ key: 'version', title: 'Version' },
						{ key: 'inForce', title: 'In force' },
						{ key: 'file', title: 'File' },
					]
				: []),
			...withheldColumns(withholding),
		],
		rows: [...hits, ...withheldRows(withheld)],
		none: `No document holds all of: ${words.join(' ')}`,
	});
	sayWithheld(context, withheld.length, 'unsearched document');
	if (record !== undefined)
		context.say(`Searched is what is in force ${coordinates(record.moment, record.policy.zone)}.`);
	else if (cause !== undefined)
		context.say(`Searched are the files here. What is in force is not evaluated: ${cause}.`);
	return hits.length > 0 && unreadable === 0 ? exitCode.clean : exitCode.findings;
}

async function* standing(
	context: CommandContext,
	library: OpenLibrary,
	{ classOf, isLimited }: Withholding,
): AsyncGenerator<Searched> {
	for await (const read of readDocuments(context.io.files, library, !isLimited))
		yield { read, inForce: null, classification: classOf(read) };
}

/** Texts in force; of documents for which that cannot be told, the text that stands on the mainline. */
async function* textsInForce(
	context: CommandContext,
	record: OpenRecord,
	{ classOf }: Withholding,
): AsyncGenerator<Searched> {
	const { history, git } = record;
	// A text that was only classified anew, under the same number, is as its file says now.
	const standingClasses = new Map<string, Classification[]>();
	const keyOf = (id: string, version: string | null | undefined) => `${id} ${normal(version ?? '')}`;
	const known = await documentStates(record, history.ids, (id, read) => {
		const key = keyOf(id, versionIn(read.value));
		standingClasses.set(key, [...(standingClasses.get(key) ?? []), classOf(read)]);
	});
	const again = new Map<string, readonly Classification[]>();
	const force = new Map<string, boolean | null>();
	const wanted: { file: string; blob: string; id: string }[] = [];
	let unseen = 0;
	for (const { id, state } of known) {
		const text = state.notEvaluated === null ? state.inForce : state.standing;
		if (state.notEvaluated !== null && text !== undefined) unseen++;
		if (text === undefined) continue;
		force.set(text.blob, state.notEvaluated === null ? true : null);
		again.set(text.blob, standingClasses.get(keyOf(id, text.version)) ?? []);
		wanted.push({ id, blob: text.blob, file: text.path.slice(history.prefix.length) });
	}
	if (unseen > 0)
		context.say(
			`Of ${countOf(unseen, 'document')} the standing text was searched: what is in force is not evaluated.`,
		);
	wanted.sort((a, b) => (a.file < b.file ? -1 : 1));
	for await (const { blob, read } of readTexts(git, wanted, history.state.filtered))
		yield {
			read,
			inForce: force.get(blob) ?? null,
			classification: highestClass([classOf(read), ...(again.get(blob) ?? [])]),
		};
}

function hitsIn(
	read: ReadDocument,
	words: readonly string[],
	inForce: boolean | null,
): Record<string, unknown>[] {
	const found = findWords(read.value, words);
	if (found.length === 0) return [];
	const summary = summariseDocument(read);
	const locator = new Locator(read.text);
	return found.map(({ path, section, text }) => ({
		id: summary?.id ?? null,
		title: summary?.title ?? null,
		version: summary?.version ?? null,
		inForce,
		file: read.file,
		section,
		line: read.text.slice(0, locator.rangeOf({ path }).from).split('\n').length,
		path: path.join('/'),
		text,
	}));
}
