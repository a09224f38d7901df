import { countOf } from '../../../diagnostics/count-of.ts';
import { groupBy } from '../../../diagnostics/group-by.ts';
import { type OpenLibrary, openLibrary } from '../../../library/open-library.ts';
import { dayIn } from '../../../model/day-in.ts';
import { type DocumentSummary, emptySummary } from '../../../model/document-summary.ts';
import { functionsOf } from '../../../model/functions.ts';
import { rows } from '../../../model/several.ts';
import { inertText } from '../../../report/inert-text.ts';
import { shortRef } from '../../../report/short-ref.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { sayWithoutApprovals } from '../../history/approvals-words.ts';
import { type BranchHere, branchHere, branchRecord, branchSentence } from '../../history/branch-here.ts';
import { coordinates } from '../../history/moment.ts';
import { type OpenRecord, openRecord } from '../../history/open-record.ts';
import { type StandingsHere, standingsHere } from '../../history/standing-here.ts';
import { printTable } from '../../print-table.ts';
import {
	sayWithheld,
	type Withheld,
	withheldColumns,
	withheldItem,
	withheldRows,
	withholdingOf,
} from '../../withholding.ts';
import { filesHere, noFilesHere } from './files-here.ts';
import { knownEntries } from './known-entries.ts';
import { registerColumns } from './register-columns.ts';
import { type RegisterEntry, registerRow } from './register-entry.ts';
import { RegisterFilter } from './register-filter.ts';

/** `sop list`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const { registers, config } = library;
	const { record, cause } = await openRecord(context, library);
	const known = record === undefined ? [] : await knownEntries(record);
	const isPast = record !== undefined && (record.moment.isPast || !record.moment.isNow);
	const branch = record === undefined ? undefined : await branchHere(record);
	const withholding = withholdingOf(
		context,
		record?.policy.classification ?? config.defaults?.classification,
	);
	const standings =
		record === undefined || isPast ? undefined : await standingsOf(context, library, record, branch);
	const isOnBranch = branch !== undefined;
	const here = isPast
		? noFilesHere
		: await filesHere(context, library, { known, standings, isOnBranch, cause, withholding });

	const filter = new RegisterFilter(context);
	for (const { summary } of here.unreadable) if (summary !== undefined) filter.fits(summary, undefined);
	const entries = here.drafts
		.filter(({ summary, entry }) => filter.fits(summary, entry))
		.map(({ entry }) => entry);
	const withheld: Withheld[] = [...here.withheld];
	for (const { entry, summary, classification } of known) {
		const id = entry.id ?? '';
		if (withholding.withholds(classification) || here.classifiedHigher.has(id)) {
			// Which words of the call it fits is not to be told.
			withheld.push(withheldItem(entry.id, entry.inForce?.digest ?? entry.standing.digest));
			continue;
		}
		const whole = { ...entry, here: here.differing.get(id) ?? null };
		if (filter.fits(summary ?? nothingKnown(entry), whole)) entries.push(whole);
	}
	filter.refuseUnknown({
		needs: withheld.flatMap(({ id }) => id ?? []),
		function: functionsOf(config).map(({ id }) => id),
		owner: [...rows(registers.roles?.roles), ...rows(registers.people?.people)].flatMap(({ id }) => id ?? []),
	});
	entries.sort(byIdAndFile);

	const format = context.text('format');
	const shared = format === 'json' || format === 'csv' ? new Map<string, number>() : sharedCauses(entries);
	const zone = record?.policy.zone ?? config.timezone ?? 'UTC';
	await printTable(context, {
		name: 'documents',
		head: {
			asOf: record?.moment.onText ?? dayIn(context.io.now(), config.timezone),
			known:
				record === undefined
					? null
					: { commit: record.moment.known.id, ref: record.history.ref?.ref ?? null },
			branch: branch ?? null,
			partial: record?.history.partial ?? null,
			approvals: record?.policy.approvals ?? null,
		},
		columns: [...registerColumns(entries, format === 'csv'), ...withheldColumns(withholding)],
		rows: [
			...(format === 'json'
				? entries.map((entry) => ({ ...entry }))
				: entries.map((entry) => registerRow(entry, zone, branch?.ref === null, (why) => shared.has(why)))),
			...withheldRows(withheld),
		],
		none: 'No document.',
	});
	sayWithheld(context, withheld.length, 'document');
	for (const [why, count] of shared)
		context.say(`Of ${countOf(count, 'document')} what is in force is not evaluated: ${inertText(why)}.`);
	if (record !== undefined) sayWhatHolds(context, record, branch, entries);
	return here.unreadable.length > 0 ? exitCode.findings : exitCode.clean;
}

/** Why it cannot be told of several documents what is in force, each cause with how many they are. */
function sharedCauses(entries: readonly RegisterEntry[]): ReadonlyMap<string, number> {
	const causes = groupBy(
		entries.flatMap(({ notEvaluated }) => notEvaluated ?? []),
		(why) => why,
	);
	return new Map([...causes].flatMap(([why, { length }]) => (length > 1 ? [[why, length]] : [])));
}

/** Says by which branch and day the lines hold, and what they do not tell. */
function sayWhatHolds(
	context: CommandContext,
	record: OpenRecord,
	branch: BranchHere | undefined,
	entries: readonly RegisterEntry[],
): void {
	const { moment, history, policy } = record;
	const on = history.ref === undefined ? '' : ` of ${shortRef(history.ref.ref)}`;
	context.say(`In force ${coordinates(moment, policy.zone)}${on}.`);
	if (branch !== undefined) context.say(branchSentence(branch, record));
	sayWithoutApprovals(context, policy);
	sayUnfinished(context, entries);
	if (history.partial !== null) context.say(`Not all of the past is here: ${history.partial}.`);
}

/** So many documents are named. */
const mostNamed = 5;

/** Warns of what people work by and what still lacks words. */
function sayUnfinished(context: CommandContext, entries: readonly RegisterEntry[]): void {
	const unfinished = entries.filter(({ inForce }) => (inForce?.placeholders ?? 0) > 0);
	if (unfinished.length === 0) return;
	const named = unfinished
		.slice(0, mostNamed)
		.map(({ id, inForce }) => `${id} ${inForce?.version} (${inForce?.placeholders})`);
	const more = unfinished.length > mostNamed ? ` and ${unfinished.length - mostNamed} more` : '';
	context.warn(
		`In force with placeholders that still wait for their words: ${named.join(', ')}${more}. sop lint shows them.`,
	);
}

/** How texts of the working tree stand, by the branch that is checked out where that is not the mainline. */
async function standingsOf(
	context: CommandContext,
	library: OpenLibrary,
	record: OpenRecord,
	branch: BranchHere | undefined,
): Promise<StandingsHere> {
	const beside = branch && (await branchRecord(context, library, record, branch));
	return standingsHere(record, branch && beside && { branch, record: beside });
}

/** A document that stands nowhere has no summary; its id can still be asked for. */
function nothingKnown({ id, kind }: RegisterEntry): DocumentSummary {
	return { ...emptySummary('', kind), known: 'named', id: id ?? undefined };
}

/** By code unit, the same in every locale; those without an id last. */
function byIdAndFile(a: RegisterEntry, b: RegisterEntry): number {
	const [left, right] = [a, b].map(({ id, file }) => `${id ?? '\uFFFF'}\n${file}`);
	return (left ?? '') < (right ?? '') ? -1 : 1;
}
