import { groupBy } from '../../diagnostics/group-by.ts';
import { isGap, type TrainingRow } from '../../model/training/training-row.ts';
import type { AuditedDocument } from '../audit-input.ts';
import { type Column, listOf, type PacketList } from '../packet-list.ts';

const columns: readonly Column[] = [
	{ key: 'document', title: 'Document', about: 'its id', released: true },
	{ key: 'title', title: 'Title', about: 'its title' },
	{ key: 'version', title: 'Version', about: 'the version in force, or to come', released: true },
	{
		key: 'upcoming',
		title: 'To come',
		about: 'whether that version is yet to come into force',
		released: true,
		total: 'values',
	},
	{ key: 'roles', title: 'Audience', about: 'the roles that section 12 says must know it' },
	{
		key: 'people',
		title: 'People',
		about: 'how many people hold one of those roles; of a version to come, how many have still to learn it',
		released: true,
		total: 'sum',
	},
	{
		key: 'acknowledged',
		title: 'Acknowledged',
		about: 'how many of them are recorded as trained on all that it asks of them',
		released: true,
		total: 'sum',
	},
	{
		key: 'outstanding',
		title: 'Outstanding',
		about: 'how many of them are not, though the day has come',
		released: true,
		total: 'sum',
	},
	{
		key: 'notYetDue',
		title: 'Not yet due',
		about: 'how many of them are not, and have still time',
		released: true,
		total: 'sum',
	},
	{
		key: 'percent',
		title: 'Per cent',
		about: 'acknowledged of all people, in per cent, rounded down to a tenth; empty where nobody is asked',
		released: true,
	},
	{
		key: 'notEvaluated',
		title: 'Not evaluated',
		about: 'how many roles nobody can be counted of: it has no holder, or its holders cannot be told',
		released: true,
		total: 'sum',
	},
	{ key: 'why', title: 'Why not', about: 'why that is so' },
];

/** How far one version has reached its audience. */
export interface Acknowledgement {
	readonly document: string;
	readonly title: string | null;
	readonly version: string;
	readonly isUpcoming: boolean;
	readonly roles: readonly string[];
	readonly people: number;
	readonly acknowledged: number;
	readonly outstanding: number;
	readonly notYetDue: number;
	/** What could not be evaluated, each as a clause. */
	readonly notEvaluated: readonly string[];
}

/** How far each version in force or to come has reached its audience; SOPs in force that ask nobody included. */
export function acknowledgements(
	documents: readonly AuditedDocument[],
	rows: readonly TrainingRow[],
): readonly Acknowledgement[] {
	const groups = groupBy(
		rows,
		({ version }) => `${version.document}\n${version.version}\n${version.isUpcoming}`,
	);
	const asked = new Set(rows.flatMap(({ version }) => (version.isUpcoming ? [] : [version.document])));
	return [
		...[...groups.values()].flatMap((same) => acknowledgement(same)),
		...documents.flatMap(({ id, kind, title, state: { inForce } }): readonly Acknowledgement[] =>
			inForce === undefined || kind !== 'sop' || asked.has(id)
				? []
				: [{ ...ofNobody, document: id, title, version: inForce.version, isUpcoming: false }],
		),
	];
}

const ofNobody = {
	roles: [],
	people: 0,
	acknowledged: 0,
	outstanding: 0,
	notYetDue: 0,
	notEvaluated: ['its section 12 asks nobody to know it'],
};

function acknowledgement(rows: readonly TrainingRow[]): readonly Acknowledgement[] {
	const [first] = rows;
	if (first === undefined) return [];
	const { document, title = null, version, isUpcoming } = first.version;
	const byPerson = groupBy(rows, ({ person }) => person);
	const unseen = byPerson.get(null) ?? [];
	byPerson.delete(null);
	// Of a version to come nothing is late.
	const late = (row: TrainingRow) => !isUpcoming && isGap(row);
	const people = [...byPerson.values()];
	const acknowledged = people.filter((own) => own.every(({ status }) => status === 'trained')).length;
	const outstanding = people.filter((own) => own.some(late)).length;
	return [
		{
			document,
			title,
			version,
			isUpcoming,
			roles: [...new Set(rows.flatMap(({ role }) => role ?? []))].sort(),
			people: people.length,
			acknowledged,
			outstanding,
			notYetDue: people.length - acknowledged - outstanding,
			notEvaluated: unseen.map(({ why }) => why),
		},
	];
}

/** The list of them. */
export function acknowledgementsList(found: readonly Acknowledgement[]): PacketList {
	return listOf({
		name: 'acknowledgements',
		title: 'Acknowledgements',
		about: 'a version in force or to come, and the people who must know it',
		columns,
		key: ['document', 'version'],
		rows: found.map(({ isUpcoming, notEvaluated, ...one }) => ({
			of: [one.document],
			cells: {
				...one,
				upcoming: isUpcoming,
				percent: one.people === 0 ? null : Math.floor((one.acknowledged * 1000) / one.people) / 10,
				notEvaluated: one.roles.length === 0 ? 0 : notEvaluated.length,
				why: notEvaluated.length === 0 ? null : [...new Set(notEvaluated)].sort().join('; '),
			},
		})),
		source: 'the list of trainings, by document and version',
		reperform: [],
	});
}
