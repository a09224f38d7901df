import { CsvError, parse } from 'csv-parse/sync';
import type { AuditorRequest, RequestProblem } from '../../../audit/pbc/auditor-request.ts';
import { requestsFrom } from '../../../audit/pbc/requests-from.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { decodeText } from '../../../source/decode-text.ts';

/** Larger files are no list that somebody answers. */
const largestList = 5 * 1024 * 1024;

/** Problems told at once; the others are counted. */
const mostTold = 10;

/**
 * The requests of a CSV file: UTF-8 with or without a byte-order mark, cells separated by commas, semicolons or tabs, the
 * first line naming the columns. Throws a `CommandError` that names each line with something wrong.
 */
export function readRequests(bytes: Uint8Array, name: string): readonly AuditorRequest[] {
	if (bytes.length > largestList)
		throw new CommandError(`${name} is too large for a list of requests: ${bytes.length} bytes`, {
			help: `Give a list of at most ${largestList} bytes, with the columns id, request, owner and due alone.`,
		});
	const decoded = decodeText(bytes);
	if (!decoded.ok) throw new CommandError(`${name}: ${decoded.message}`, { help: decoded.help });
	const [header, ...rows] = recordsOf(decoded.text, name);
	if (header === undefined)
		throw refusal(name, [{ line: 1, message: 'There is no header: the file is empty' }]);
	const read = requestsFrom({ header, rows });
	if (!read.ok) throw refusal(name, read.problems);
	return read.requests;
}

interface Line {
	readonly line: number;
	readonly cells: readonly string[];
}

/** What csv-parse gives with `info`: `lines` is the last line of the record, counted from 1. */
interface WithPlace {
	readonly record: readonly string[];
	readonly info: { readonly lines: number };
}

function recordsOf(text: string, name: string): readonly Line[] {
	// Excel writes its separator into a line of its own.
	const [stated = '', separator] = /^sep=([,;\t|])\r?\n/i.exec(text) ?? [];
	const before = stated === '' ? 0 : 1;
	const body = text.slice(stated.length);
	try {
		const records: unknown = parse(body, {
			delimiter: separator ?? separatorOf(body),
			info: true,
			relax_column_count: true,
			record_delimiter: ['\r\n', '\n', '\r'],
		});
		// With `info` each record stands beside its place; the types of the package leave that out.
		return (records as readonly WithPlace[]).flatMap(({ record, info }) => {
			const cells = [...record];
			if (cells.every((cell) => cell.trim() === '')) return [];
			// A record ends on its last line; a quoted cell may stand on several.
			const breaks = cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
			return [{ line: info.lines - breaks + before, cells }];
		});
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const line = typeof error['lines'] === 'number' ? error['lines'] + before : 1;
		throw refusal(name, [{ line, message: `The line is no CSV: ${asWords(error)}` }]);
	}
}

/** Which separator the header has most of, outside quotes; a comma where it has none. */
function separatorOf(text: string): string {
	const header = /^(?:"[^"]*"|[^"\r\n])*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? '';
	const count = (one: string) => header.split(one).length - 1;
	return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

function asWords({ code }: CsvError): string {
	switch (code) {
		case 'CSV_QUOTE_NOT_CLOSED':
			return 'a quote is opened and never closed';
		case 'CSV_INVALID_CLOSING_QUOTE':
		case 'INVALID_OPENING_QUOTE':
			return 'a quote stands in the middle of a cell; write it twice, and put the cell in quotes';
		default:
			return 'its cells cannot be told apart';
	}
}

function refusal(name: string, problems: readonly RequestProblem[]): CommandError {
	const told = problems.slice(0, mostTold).map(({ line, message }) => `${name}:${line}: ${message}`);
	const more = problems.length - told.length;
	return new CommandError([...told, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n'), {
		help: 'A list of requests is a CSV file whose first line names its columns: id, request, owner, due, and if need be section and status.',
	});
}
