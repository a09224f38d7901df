import { CommandError } from '../../../diagnostics/command-error.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { readDocuments } from '../../../library/read-documents.ts';
import { canonicalText, digestOf } from '../../../model/digest.ts';
import { summariseDocument } from '../../../model/document-summary.ts';
import type { Checklist, Sop } from '../../../model/documents.generated.ts';
import { buildProcedureGraph } from '../../../model/graph/procedure-graph.ts';
import { nearest } from '../../../model/nearest.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { procedureToMermaid } from '../../../render/mermaid/procedure-to-mermaid.ts';
import { documentText } from '../../../report/document-text.ts';
import { jsonText } from '../../../report/json-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';

/** `sop show ID[@work]`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const [written = ''] = context.arguments;
	const { id, version } = parse(written);
	const read = await find(context, id);
	if (version !== undefined && version !== 'work') {
		throw new CommandError(
			`Version ${version} of ${id} cannot be shown: this version of sop does not read history`,
			{
				help: `sop show ${id} shows the document as it stands.`,
				exitCode: 3,
			},
		);
	}
	const broken = read.problems.find((problem) => problem.rule === 'document/syntax');
	const format = context.text('format') ?? 'pretty';
	if (broken !== undefined && format !== 'yaml') {
		throw new CommandError(`${read.file} cannot be read: ${broken.message}`, {
			help: 'sop lint shows where.',
			exitCode: 3,
		});
	}
	if (version === undefined) {
		context.say(
			`${id}: the text as it stands. Whether it is in force is not evaluated: this version of sop does not read history.`,
		);
	} else {
		context.say(
			`${id}: the file as it stands on disk, ${read.file}. It is not evidence of what is in force.`,
		);
	}
	context.print(textIn(format, read, context.width));
	return exitCode.clean;
}

function textIn(format: string, read: ReadDocument, width: number): string {
	switch (format) {
		case 'yaml':
			return read.text;
		case 'canonical':
			return canonicalText(read.value);
		case 'json':
			return jsonText({ format: 1, file: read.file, digest: digestOf(read.value), content: read.value });
		case 'mermaid': {
			if (read.kind !== 'sop') throw new CommandError('Only an SOP has a procedure to draw');
			// `checked` passed the schema of an SOP.
			const sop = read.checked as Sop;
			return procedureToMermaid(buildProcedureGraph(sop), sop);
		}
		default:
			// `checked` passed the schema of its kind.
			return documentText(read.checked as Sop & Checklist, { width, digest: digestOf(read.value) });
	}
}

function parse(written: string): { id: string; version: string | undefined } {
	const at = written.indexOf('@');
	return at === -1
		? { id: written, version: undefined }
		: { id: written.slice(0, at), version: written.slice(at + 1) };
}

async function find(context: CommandContext, id: string): Promise<ReadDocument> {
	const library = openLibrary(context.io.files, context.folder, context.text('config'));
	const ids: string[] = [];
	for await (const read of readDocuments(context.io.files, library)) {
		const here = summariseDocument(read)?.id ?? idInBrokenText(read.text);
		if (here === undefined) continue;
		if (here.toLowerCase() === id.toLowerCase()) return read;
		ids.push(here);
	}
	const near = nearest(id, ids);
	throw new CommandError(`There is no document ${id} in the library at ${library.root.path}`, {
		help: near === undefined ? 'sop list shows all documents.' : `Did you mean ${near}?`,
	});
}

function idInBrokenText(text: string): string | undefined {
	return /^id:[ \t]+["']?([^\s"'#]+)/m.exec(text)?.[1];
}
