import type { TrainingRow } from '../model/training/training-row.ts';
import type { DueDays, DueRow } from './due-row.ts';

/**
 * The trainings that fall due: one row for each document, version and day, as whoever plans them calls people together
 * once; or one for each person.
 */
export function dueTrainings(
	rows: readonly TrainingRow[],
	{ today, last }: DueDays,
	ownerOf: (document: string) => string | null,
	each: boolean,
): readonly DueRow[] {
	const groups = new Map<string, { readonly due: string; readonly rows: TrainingRow[] }>();
	for (const row of rows) {
		const { person, version, by, status } = row;
		// Of whoever was asked before the first commit that is here, today is all that can be said.
		const due = by ?? today;
		if (person === null || status === 'not evaluated' || due > last) continue;
		if (status === 'trained' && by === null) continue;
		const one = each ? [person, row.role, row.need?.what] : [];
		const key = JSON.stringify([version.document, version.version, due, ...one]);
		const group = groups.get(key) ?? { due, rows: [] };
		groups.set(key, group);
		group.rows.push(row);
	}
	return [...groups.values()].flatMap(({ due, rows: same }): readonly DueRow[] => {
		const [first] = same;
		if (first === undefined) return [];
		const { document, version, title = null } = first.version;
		const people = [...new Set(same.flatMap(({ person }) => person ?? []))].sort();
		const overdue = due < today || same.some(({ status }) => status === 'untrained' || status === 'expired');
		const about = each ? [first.person ?? '', first.role ?? '', first.need?.what ?? ''] : [first.by ?? ''];
		return [
			{
				due,
				when: overdue ? 'overdue' : 'due',
				what: 'training',
				id: document,
				title,
				owner: ownerOf(document),
				detail: each
					? `${first.person} as ${first.role}`
					: `${people.length} ${people.length === 1 ? 'person' : 'people'} on ${version}`,
				why: each ? first.why : statusWords(same),
				people,
				key: [version, ...about],
			},
		];
	});
}

/** How the people of a row stand: `2 untrained, 1 expired`. */
function statusWords(rows: readonly TrainingRow[]): string {
	const counts = new Map<string, number>();
	for (const { status } of rows) {
		const word = status === 'trained' ? 'to be repeated' : status === 'due' ? 'yet to learn it' : status;
		counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	return [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
}
