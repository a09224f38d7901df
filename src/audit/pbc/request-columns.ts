/** What a column of a list of requests holds. */
export type RequestColumn = 'id' | 'title' | 'text' | 'owner' | 'due' | 'section' | 'status';

const names: Readonly<Record<RequestColumn, readonly string[]>> = {
	id: [
		'id',
		'number',
		'no',
		'nr',
		'ref',
		'reference',
		'request id',
		'request number',
		'request no',
		'pbc id',
		'pbc number',
		'pbc no',
		'pbc ref',
		'item id',
		'item number',
		'item no',
	],
	title: ['title', 'subject', 'request title', 'item'],
	text: [
		'request',
		'description',
		'request description',
		'information requested',
		'document requested',
		'documents requested',
		'evidence requested',
		'details',
	],
	owner: ['owner', 'responsible', 'assigned to', 'assignee', 'contact', 'client owner', 'request owner'],
	due: ['due', 'due date', 'date due', 'due on', 'deadline', 'needed by', 'required by'],
	section: ['section', 'packet section', 'audit packet section'],
	status: ['status', 'state', 'request status'],
};

/** The names by which a column is known, the usual one first. */
export function columnNames(column: RequestColumn): readonly string[] {
	return names[column];
}

/**
 * Which cell of a row holds what, by the names in the header, in any case: the first column where several bear one name.
 * Columns of other names are passed over.
 */
export function requestColumns(header: readonly string[]): ReadonlyMap<RequestColumn, number> {
	const found = new Map<RequestColumn, number>();
	for (const [index, cell] of header.entries()) {
		const name = plainName(cell);
		// The keys of `names` are the columns.
		for (const [column, known] of Object.entries(names))
			if (known.includes(name) && !found.has(column as RequestColumn))
				found.set(column as RequestColumn, index);
	}
	return found;
}

function plainName(cell: string): string {
	return cell
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll('#', ' number ')
		.replace(/[\s_.:/-]+/g, ' ')
		.trim();
}
