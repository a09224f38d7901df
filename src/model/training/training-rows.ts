import { covers } from '../day-span.ts';
import type { Absence, PeopleRegister } from '../documents.generated.ts';
import type { KnownRecord } from '../record/known-record.ts';
import { type Tenure, tenures } from '../role-holders.ts';
import { dayAt } from '../zone.ts';
import type { TrainingNeed } from './document-training.ts';
import { findProof, type TrainingBasis } from './find-proof.ts';
import type { TrainedVersion, TrainingRow, TrainingStatus } from './training-row.ts';

/** What is known of a library's trainings at a moment. */
export interface TrainingInput extends TrainingBasis {
	/** The versions in force, and those that will be. */
	readonly versions: readonly TrainedVersion[];
	/** As known at that moment. */
	readonly people: PeopleRegister | undefined;
	/** Why there is no people register, as it follows "not evaluated:". */
	readonly whyNoPeople: string;
	/** In the order in which the mainline showed them. */
	readonly records: readonly KnownRecord<'training'>[];
}

/**
 * Who must be trained on what, and is: one row for each person, role and need of each version. People who left, or
 * whose role or organisation ended, are no more asked; who is away is. Of versions to come only what is still to learn.
 */
export function trainingRows(input: TrainingInput): readonly TrainingRow[] {
	const today = dayAt(input.on, input.zone);
	const records = byPersonAndDocument(input.records);
	const holders = input.people === undefined ? undefined : byRole(tenures(input.people), today);
	return input.versions.flatMap((version) => {
		const { needs, notEvaluated } = version.training;
		if (notEvaluated !== null) return [unevaluated(version, null, notEvaluated)];
		return needs.flatMap((need): readonly TrainingRow[] => {
			if (holders === undefined) return [unevaluated(version, need, input.whyNoPeople)];
			const found = holders.get(need.role) ?? [];
			if (found.length === 0)
				return version.isUpcoming ? [] : [unevaluated(version, need, `nobody holds the role ${need.role}`)];
			const rows = found.map((tenure) =>
				rowOf(input, today, version, need, tenure, records.get(key(tenure.person, version.document)) ?? []),
			);
			return version.isUpcoming ? rows.filter(({ status }) => status !== 'trained') : rows;
		});
	});
}

function rowOf(
	basis: TrainingBasis,
	today: string,
	version: TrainedVersion,
	need: TrainingNeed,
	{ person, role, from, absent }: Tenure,
	records: readonly KnownRecord<'training'>[],
): TrainingRow {
	const { proof, lacks } = findProof(records, version, need, basis);
	const common = { person, role, version, need, absent: awayOn(absent, today), proof: proof ?? null };
	if (proof !== undefined) {
		const { day, until } = proof;
		const isOver = until !== undefined && until < today;
		const status: TrainingStatus = isOver ? 'expired' : 'trained';
		const again = until === undefined ? '' : `; repeated every ${need.every}`;
		return { ...common, status, by: until ?? null, why: `trained on ${day}${again}` };
	}
	const by = latest(version.since, from);
	const status: TrainingStatus = by !== undefined && by >= today ? 'due' : 'untrained';
	return {
		...common,
		status,
		by: by ?? null,
		why: [reasonOf(version, role, from, by), lacks].filter(isText).join('; '),
	};
}

function reasonOf(
	{ version, isUpcoming }: TrainedVersion,
	role: string,
	from: string | undefined,
	by: string | undefined,
) {
	if (by !== undefined && by === from) return `in the role ${role} from ${from}`;
	if (by === undefined) return `${version} is in force`;
	return isUpcoming ? `${version} comes into force on ${by}` : `asked since ${by}`;
}

function unevaluated(version: TrainedVersion, need: TrainingNeed | null, why: string): TrainingRow {
	const nobody = { person: null, by: null, absent: null, proof: null };
	return { ...nobody, role: need?.role ?? null, version, need, status: 'not evaluated', why };
}

/** Who holds each role, or will: each person once, from the day the running or next time begins. */
function byRole(all: readonly Tenure[], today: string): ReadonlyMap<string, readonly Tenure[]> {
	const roles = new Map<string, Map<string, Tenure>>();
	for (const tenure of all) {
		if (tenure.until !== undefined && (tenure.until < today || tenure.until < (tenure.from ?? ''))) continue;
		const people = roles.get(tenure.role) ?? new Map<string, Tenure>();
		roles.set(tenure.role, people);
		const other = people.get(tenure.person);
		if (other === undefined || (tenure.from ?? '') < (other.from ?? '')) people.set(tenure.person, tenure);
	}
	return new Map([...roles].map(([role, people]) => [role, [...people.values()]]));
}

function byPersonAndDocument(records: readonly KnownRecord<'training'>[]) {
	const found = new Map<string, KnownRecord<'training'>[]>();
	for (const record of records) {
		const { person, document } = record.value;
		const name = key(person ?? '', document ?? '');
		const same = found.get(name);
		if (same === undefined) found.set(name, [record]);
		else same.push(record);
	}
	return found;
}

/** Neither ids of people nor those of documents hold a line break. */
function key(person: string, document: string): string {
	return `${person}\n${document}`;
}

function awayOn(absent: readonly Absence[], today: string): string | null {
	const away = absent.find((span) => covers(span, today));
	return away === undefined ? null : (away.until ?? 'open');
}

function latest(a: string | undefined, b: string | undefined): string | undefined {
	return a === undefined || (b !== undefined && b > a) ? b : a;
}

function isText(text: string | undefined): text is string {
	return text !== undefined && text !== '';
}
