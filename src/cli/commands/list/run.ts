import { openLibrary } from '../../../library/open-library.ts';
import { readDocuments } from '../../../library/read-documents.ts';
import { dayIn } from '../../../model/day-in.ts';
import { summariseDocument } from '../../../model/document-summary.ts';
import { rows } from '../../../model/several.ts';
import { functionsOf } from '../../../scaffold/functions.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { printTable } from '../../print-table.ts';
import { type RegisterEntry, registerEntry, registerRow } from './register-entry.ts';
import { RegisterFilter } from './register-filter.ts';

/** `sop list`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const filter = new RegisterFilter(context);
	const entries: RegisterEntry[] = [];
	let unreadable = 0;
	for await (const read of readDocuments(context.io.files, library)) {
		const summary = summariseDocument(read);
		if (summary?.known !== 'whole') {
			unreadable++;
			if (summary !== undefined) filter.fits(summary, undefined);
			const reason = read.problems[0]?.message ?? 'it holds no keys';
			context.warn(`${read.file} cannot be read, so it is not listed: ${reason}. sop lint shows where.`);
			continue;
		}
		// A copy, because pieces of a text keep the whole text in memory.
		const entry = structuredClone(registerEntry(summary, read.value));
		if (filter.fits(summary, entry)) entries.push(entry);
	}
	const { registers, config } = library;
	filter.refuseUnknown({
		function: functionsOf(config).map(({ id }) => id),
		owner: [...rows(registers.roles?.roles), ...rows(registers.people?.people)].flatMap(({ id }) => id ?? []),
	});
	entries.sort(byId);
	const isCsv = context.text('format') === 'csv';
	await printTable(context, {
		name: 'documents',
		head: { asOf: dayIn(context.io.now(), config.timezone), known: null },
		columns: columns.filter(({ where }) => where !== 'csv' || isCsv),
		rows:
			context.text('format') === 'json' ? entries.map((entry) => ({ ...entry })) : entries.map(registerRow),
		none: 'No document.',
	});
	return unreadable > 0 ? exitCode.findings : exitCode.clean;
}

/** What a table has room for, and what a spreadsheet gets besides. */
const columns = [
	{ key: 'id', title: 'Id', where: 'everywhere' },
	{ key: 'kind', title: 'Kind', where: 'csv' },
	{ key: 'title', title: 'Title', where: 'everywhere' },
	{ key: 'function', title: 'Function', where: 'everywhere' },
	{ key: 'version', title: 'Stands', where: 'everywhere' },
	{ key: 'status', title: 'Status', where: 'everywhere' },
	{ key: 'why', title: 'Why', where: 'csv' },
	{ key: 'inForce', title: 'In force', where: 'everywhere' },
	{ key: 'owner', title: 'Owner', where: 'everywhere' },
	{ key: 'digest', title: 'Digest', where: 'csv' },
	{ key: 'file', title: 'File', where: 'csv' },
] as const;

/** By code unit, the same in every locale; those without an id last. */
function byId(a: RegisterEntry, b: RegisterEntry): number {
	const [left, right] = [a, b].map(({ id, file }) => `${id ?? '\uFFFF'}\n${file}`);
	return (left ?? '') < (right ?? '') ? -1 : 1;
}
