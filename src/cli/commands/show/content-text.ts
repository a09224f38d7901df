import { CommandError } from '../../../diagnostics/command-error.ts';
import type { Classification } from '../../../model/classification.ts';
import { canonicalText, digestOf } from '../../../model/digest.ts';
import type { Checklist, Sop } from '../../../model/documents.generated.ts';
import { buildProcedureGraph } from '../../../model/graph/procedure-graph.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { procedureToMermaid } from '../../../render/mermaid/procedure-to-mermaid.ts';
import { documentText } from '../../../report/document-text/document-text.ts';
import { inertLines } from '../../../report/inert-lines.ts';
import { jsonText } from '../../../report/json-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { exitCode } from '../../exit-code.ts';

/**
 * A document in the format that was asked for; `answer` is what JSON says beside the content. All but the exact bytes and
 * the canonical text, which would be others then, bear their class.
 */
export function contentText(
	context: CommandContext,
	read: ReadDocument,
	bytes: Uint8Array,
	answer: Readonly<Record<string, unknown>>,
	classification: Classification,
): string {
	const format = context.text('format') ?? 'pretty';
	// The file with its byte-order mark, where it has one: reading it as a document has dropped that.
	if (format === 'yaml') return asRead(context, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
	const document = contentOf(read);
	switch (format) {
		case 'canonical':
			return asRead(context, canonicalText(read.value));
		case 'json':
			return jsonText({
				format: 1,
				...answer,
				classification,
				digest: digestOf(read.value),
				content: read.value,
			});
		case 'mermaid':
			if (read.kind !== 'sop') {
				throw new CommandError(`${read.file} is a checklist: only an SOP has a procedure to draw`, {
					help: 'Its items are shown by --format pretty.',
				});
			}
			return `%% classification: ${classification}\n${procedureToMermaid(buildProcedureGraph(document), document)}`;
		default:
			return documentText(document, {
				kind: read.kind,
				width: context.width,
				color: context.colorLevel > 0,
				digest: digestOf(read.value),
				classification,
				complete: canonicalText(read.checked) === canonicalText(read.value),
			});
	}
}

/** The content of a document, less what broke its schema. */
function contentOf(read: ReadDocument): Sop & Checklist {
	const broken = read.problems.find((problem) => problem.rule === 'document/syntax');
	if (typeof read.checked === 'object' && read.checked !== null && !Array.isArray(read.checked)) {
		// `checked` passed the schema of its kind.
		return read.checked as Sop & Checklist;
	}
	throw new CommandError(`${read.file} cannot be read: ${broken?.message ?? 'it holds no keys'}`, {
		help: 'sop lint shows where. --format yaml shows the file as it is.',
		exitCode: exitCode.unfinished,
	});
}

/** Exact where a program or a file takes it; on a terminal nothing in it may act. */
function asRead(context: CommandContext, text: string): string {
	return context.io.stdout.isTerminal && !context.has('output') ? inertLines(text) : text;
}
