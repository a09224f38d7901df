import { openLibrary } from '../../../library/open-library.ts';
import { readDocuments } from '../../../library/read-documents.ts';
import { dayIn } from '../../../model/day-in.ts';
import { digestOf } from '../../../model/digest.ts';
import { type DocumentSummary, summariseDocument } from '../../../model/document-summary.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { printTable } from '../../print-table.ts';

/** Why nothing is said to be in force: history is not read. */
export const notInForceBecause = 'not evaluated: this version of sop does not read history';

/** `sop list`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const library = openLibrary(context.io.files, context.folder, context.text('config'));
	const documents: object[] = [];
	let unreadable = 0;
	for await (const read of readDocuments(context.io.files, library)) {
		const summary = summariseDocument(read);
		if (summary === undefined) {
			unreadable++;
			context.io.stderr.write(
				`${read.file}: ${read.problems[0]?.message ?? 'cannot be read'}. sop lint shows where.\n`,
			);
			continue;
		}
		const document = structuredClone(register(summary, digestOf(read.value)));
		if (isWanted(context, summary, document.standing.status)) documents.push(document);
	}
	documents.sort((a, b) => (String(Reflect.get(a, 'id')) < String(Reflect.get(b, 'id')) ? -1 : 1));
	await printTable(context, {
		name: 'documents',
		head: { asOf: dayIn(context.io.now(), library.config.timezone), known: null },
		columns: [
			{ key: 'id', title: 'Id' },
			{ key: 'title', title: 'Title' },
			{ key: 'function', title: 'Function' },
			{ key: 'version', title: 'Stands' },
			{ key: 'status', title: 'Status' },
			{ key: 'inForceText', title: 'In force' },
			{ key: 'owner', title: 'Owner' },
			// A path is long, and breaks a table that people read.
			...(context.text('format') === 'csv' ? [{ key: 'file', title: 'File' }] : []),
		],
		rows:
			context.text('format') === 'json' ? (documents as Record<string, unknown>[]) : documents.map(flatten),
		none: 'No document.',
	});
	return unreadable > 0 ? exitCode.findings : exitCode.clean;
}

function register(summary: DocumentSummary, digest: string) {
	const { id, kind, title, function: owning, owner, file, version } = summary;
	return {
		id: id ?? null,
		kind,
		title: title ?? null,
		function: owning ?? null,
		owner: owner ?? null,
		file,
		inForce: null,
		standing: { version: version ?? null, digest, status: 'draft', why: [notInForceBecause] },
		nextReview: null,
	};
}

function flatten(document: object): Record<string, unknown> {
	const row = document as ReturnType<typeof register>;
	return { ...row, version: row.standing.version, status: row.standing.status, inForceText: 'not evaluated' };
}

function isWanted(context: CommandContext, summary: DocumentSummary, status: string): boolean {
	const same = (flag: string, value: string | undefined) =>
		context.text(flag) === undefined || context.text(flag)?.toLowerCase() === value?.toLowerCase();
	const needs = context.text('needs')?.toLowerCase();
	return (
		same('function', summary.function) &&
		same('owner', summary.owner) &&
		same('status', status) &&
		(needs === undefined || summary.references.some((reference) => reference.id.toLowerCase() === needs))
	);
}
