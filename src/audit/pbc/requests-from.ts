import type { AuditorRequest, RequestProblem, RequestTable } from './auditor-request.ts';
import { columnNames, type RequestColumn, requestColumns } from './request-columns.ts';

/** The requests of a table, or all that is wrong with it, by line. */
export type ReadRequests =
	| { readonly ok: true; readonly requests: readonly AuditorRequest[] }
	| { readonly ok: false; readonly problems: readonly RequestProblem[] };

/** Reads requests out of a table by the names of its columns. An id stands once; each row has one, and says what is asked for. */
export function requestsFrom({ header, rows }: RequestTable): ReadRequests {
	const columns = requestColumns(header.cells);
	const problems = [...headerProblems(columns, header.line)];
	if (problems.length > 0) return { ok: false, problems };
	const requests: AuditorRequest[] = [];
	const lines = new Map<string, number>();
	for (const { line, cells } of rows) {
		const of = (column: RequestColumn) => {
			const index = columns.get(column);
			return index === undefined ? '' : (cells[index] ?? '').trim();
		};
		if (cells.length > header.cells.length) {
			problems.push({
				line,
				message: `There are ${cells.length} cells, and the header has ${header.cells.length}: a text with a separator in it needs quotes`,
			});
			continue;
		}
		const id = of('id');
		const text = [of('title'), of('text')].filter((part) => part !== '').join(': ');
		const before = lines.get(id);
		if (id === '') problems.push({ line, message: 'The request has no id' });
		else if (before !== undefined)
			problems.push({ line, message: `The id ${id} stands on line ${before} already` });
		else lines.set(id, line);
		if (text === '') problems.push({ line, message: 'It does not say what is asked for' });
		requests.push({
			id,
			text,
			owner: of('owner') || null,
			due: of('due') || null,
			section: of('section') || null,
			status: of('status') || null,
			line,
		});
	}
	if (requests.length === 0 && problems.length === 0)
		problems.push({ line: header.line, message: 'There is no request below the header' });
	return problems.length > 0 ? { ok: false, problems } : { ok: true, requests };
}

function* headerProblems(
	columns: ReadonlyMap<RequestColumn, number>,
	line: number,
): Generator<RequestProblem> {
	if (columns.size === 0) {
		yield {
			line,
			message: 'There is no header: the first line has to name the columns, such as id,request,owner,due',
		};
		return;
	}
	const named = (column: RequestColumn) => columnNames(column).slice(0, 3).join(', ');
	if (!columns.has('id')) yield { line, message: `The header has no column for the id (${named('id')} …)` };
	if (!columns.has('text') && !columns.has('title'))
		yield { line, message: `The header has no column for what is asked for (${named('text')} …)` };
}
