import { join } from 'node:path';
import { groupBy } from '../../../diagnostics/group-by.ts';
import { findFiles, refuseUnreadable } from '../../../library/find-files.ts';
import { digestOfRead } from '../../../library/history/read-texts.ts';
import { type OpenLibrary, openLibrary } from '../../../library/open-library.ts';
import { readFoundFile } from '../../../library/read-document.ts';
import { dayIn } from '../../../model/day-in.ts';
import { type DocumentSummary, emptySummary, summariseDocument } from '../../../model/document-summary.ts';
import { functionsOf } from '../../../model/functions.ts';
import { blobId } from '../../../model/history/blob-id.ts';
import { rows } from '../../../model/several.ts';
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
import { knownEntries } from './known-entries.ts';
import { draftEntry, type RegisterEntry, registerRow } from './register-entry.ts';
import { RegisterFilter } from './register-filter.ts';

/** `sop list`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const { record, cause } = await openRecord(context, library);
	const known = record === undefined ? [] : await knownEntries(record);
	const byId = new Map(known.map((one) => [one.entry.id, one]));
	const byFile = groupBy(known, ({ entry }) => entry.file);
	const isPast = record !== undefined && (record.moment.isPast || !record.moment.isNow);
	const branch = record === undefined ? undefined : await branchHere(record);
	const standings =
		record === undefined || isPast ? undefined : await standingsOf(context, library, record, branch);

	const filter = new RegisterFilter(context);
	const withholding = withholdingOf(
		context,
		record?.policy.classification ?? library.config.defaults?.classification,
	);
	const withheld: Withheld[] = [];
	/** Documents whose file here is classified higher than what is committed. */
	const higherHere = new Set<string>();
	const entries: RegisterEntry[] = [];
	const here = new Map<string, RegisterEntry['here']>();
	let unreadable = 0;
	const found = await findFiles(context.io.files, library.root.path, library.config.ignore ?? []);
	// What was known then has nothing to do with the files of today.
	for (const one of isPast ? [] : found.files) {
		if (one.kind !== 'sop' && one.kind !== 'checklist') continue;
		const bytes = context.io.files.read(join(library.root.path, one.file));
		const width = known[0]?.blobs[0]?.length ?? 40;
		const blob = bytes.ok ? blobId(bytes.bytes, width) : '';
		const same = byFile.get(one.file)?.find(({ blobs }) => blobs.includes(blob))?.entry;
		if (same !== undefined) {
			const { version, digest } = same.standing;
			if (standings?.hasOwnRecords(same.id ?? '') === true)
				here.set(same.id ?? '', { version, digest, ...standings.of(same.id ?? '', blob, digest) });
			continue;
		}
		const read = readFoundFile(context.io.files, library.root.path, one);
		const summary = summariseDocument(read);
		if (withholding.withholds(withholding.classOf(read))) {
			if (byId.has(summary?.id ?? '')) higherHere.add(summary?.id ?? '');
			else withheld.push(structuredClone(withheldItem(summary?.id, digestOfRead(read))));
			continue;
		}
		if (summary?.known !== 'whole') {
			unreadable++;
			if (summary !== undefined) filter.fits(summary, undefined);
			const reason = read.problems[0]?.message ?? 'it holds no keys';
			context.warn(`${read.file} cannot be read, so it is not listed: ${reason}. sop lint shows where.`);
			continue;
		}
		const committed = byId.get(summary.id ?? '');
		const digest = digestOfRead(read);
		if (committed === undefined) {
			const why = cause === undefined ? 'not on the mainline yet' : `not evaluated: ${cause}`;
			// A copy, because pieces of a text keep the whole text in memory.
			const onBranch = branch === undefined ? undefined : standings?.of(summary.id ?? '', blob, digest);
			const entry = structuredClone(draftEntry(summary, read.value, why, cause ?? null, onBranch));
			if (filter.fits(summary, entry)) entries.push(entry);
		} else if (digest !== committed.entry.standing.digest)
			here.set(
				summary.id ?? '',
				structuredClone({
					version: summary.version ?? null,
					digest,
					...(standings?.of(summary.id ?? '', blob, digest) ?? { status: null, why: [] }),
				}),
			);
	}
	if (!isPast) refuseUnreadable(found, !withholding.isLimited);
	for (const { entry, summary, classification } of known) {
		if (withholding.withholds(classification) || higherHere.has(entry.id ?? '')) {
			// Which words of the call it fits is not to be told.
			withheld.push(withheldItem(entry.id, entry.inForce?.digest ?? entry.standing.digest));
			continue;
		}
		const whole = { ...entry, here: here.get(entry.id ?? '') ?? null };
		if (filter.fits(summary ?? nothingKnown(entry), whole)) entries.push(whole);
	}
	const { registers, config } = library;
	filter.refuseUnknown({
		needs: withheld.flatMap(({ id }) => id ?? []),
		function: functionsOf(config).map(({ id }) => id),
		owner: [...rows(registers.roles?.roles), ...rows(registers.people?.people)].flatMap(({ id }) => id ?? []),
	});
	entries.sort(byIdAndFile);
	const isCsv = context.text('format') === 'csv';
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
		columns: [
			...columns.filter(
				({ where }) =>
					where === 'everywhere' ||
					isCsv ||
					(where === 'where it differs' && entries.some((entry) => entry.here !== null)) ||
					(where === 'where there is any' && entries.some(({ feedback }) => feedback > 0)),
			),
			...withheldColumns(withholding),
		],
		rows: [
			...(context.text('format') === 'json'
				? entries.map((entry) => ({ ...entry }))
				: entries.map((entry) => registerRow(entry, zone, branch?.ref === null))),
			...withheldRows(withheld),
		],
		none: 'No document.',
	});
	sayWithheld(context, withheld.length, 'document');
	if (record !== undefined) {
		const on = record.history.ref === undefined ? '' : ` of ${shortRef(record.history.ref.ref)}`;
		context.say(`In force ${coordinates(record.moment, zone)}${on}.`);
		if (branch !== undefined) context.say(branchSentence(branch, record));
		sayWithoutApprovals(context, record.policy);
		sayUnfinished(context, entries);
		if (record.history.partial !== null)
			context.say(`Not all of the past is here: ${record.history.partial}.`);
	}
	return unreadable > 0 ? exitCode.findings : exitCode.clean;
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

/** What a table has room for, and what a spreadsheet gets besides. */
const columns = [
	{ key: 'id', title: 'Id', where: 'everywhere' },
	{ key: 'kind', title: 'Kind', where: 'csv' },
	{ key: 'title', title: 'Title', where: 'everywhere' },
	{ key: 'function', title: 'Function', where: 'everywhere' },
	{ key: 'inForce', title: 'In force', where: 'everywhere' },
	{ key: 'inForceDigest', title: 'Digest in force', where: 'csv' },
	{ key: 'version', title: 'Stands', where: 'everywhere' },
	{ key: 'status', title: 'Status', where: 'everywhere' },
	{ key: 'here', title: 'Here', where: 'where it differs' },
	{ key: 'why', title: 'Why', where: 'csv' },
	{ key: 'whyHere', title: 'Why here', where: 'csv' },
	{ key: 'owner', title: 'Owner', where: 'everywhere' },
	{ key: 'feedback', title: 'Feedback', where: 'where there is any' },
	{ key: 'nextReview', title: 'Next review', where: 'csv' },
	{ key: 'digest', title: 'Digest', where: 'csv' },
	{ key: 'file', title: 'File', where: 'csv' },
] as const;

/** A document that stands nowhere has no summary; its id can still be asked for. */
function nothingKnown({ id, kind }: RegisterEntry): DocumentSummary {
	return { ...emptySummary('', kind), known: 'named', id: id ?? undefined };
}

/** By code unit, the same in every locale; those without an id last. */
function byIdAndFile(a: RegisterEntry, b: RegisterEntry): number {
	const [left, right] = [a, b].map(({ id, file }) => `${id ?? '\uFFFF'}\n${file}`);
	return (left ?? '') < (right ?? '') ? -1 : 1;
}
