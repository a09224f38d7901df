import { covers } from '../day-span.ts';
import type { Absence, PeopleRegister } from '../documents.generated.ts';
import type { KnownRecord } from '../record/known-record.ts';
import { type Tenure, tenures } from '../role-holders.ts';
import { dayAt } from '../zone.ts';
import type { TrainingNeed } from './document-training.ts';
import { findProof, lastDays, type TrainingBasis } from './find-proof.ts';
import type { TrainedVersion, TrainingRow } from './training-row.ts';

/** What is known of a library's trainings at a moment. */
export interface TrainingInput extends Omit<TrainingBasis, 'dayOf' | 'lastDay'> {
	/** IANA name. */
	readonly zone: string;
	readonly isWorkingDay: (day: string) => boolean;
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
	const basis = { ...input, dayOf: daysOf(input.zone), lastDay: lastDays(input.isWorkingDay) };
	const records = byDocument(input.records);
	const holders = input.people === undefined ? undefined : byRole(tenures(input.people), today);
	return input.versions.flatMap((version) => {
		const { needs, notEvaluated } = version.training;
		const people = records.get(version.document);
		if (notEvaluated !== null) return [unevaluated(version, null, notEvaluated)];
		return needs.flatMap((need): readonly TrainingRow[] => {
			if (holders === undefined) return [unevaluated(version, need, input.whyNoPeople)];
			const found = holders.get(need.role) ?? [];
			if (found.length === 0)
				return version.isUpcoming ? [] : [unevaluated(version, need, `nobody holds the role ${need.role}`)];
			const rows = found.map((tenure) =>
				rowOf(basis, today, version, need, tenure, people?.get(tenure.person) ?? []),
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
	const away = awayOn(absent, today);
	if (proof !== undefined) {
		const by = proof.until ?? null;
		const status = by !== null && by < today ? 'expired' : 'trained';
		const why =
			by === null ? `trained on ${proof.day}` : `trained on ${proof.day}; repeated every ${need.every}`;
		return { person, role, version, need, status, by, absent: away, proof, why };
	}
	const by = latest(version.since, from) ?? null;
	const status = by !== null && by >= today ? 'due' : 'untrained';
	const reason = reasonOf(version, role, from, by);
	const why = lacks === undefined ? reason : `${reason}; ${lacks}`;
	return { person, role, version, need, status, by, absent: away, proof: null, why };
}

function reasonOf(
	{ version, isUpcoming }: TrainedVersion,
	role: string,
	from: string | undefined,
	by: string | null,
) {
	if (by !== null && by === from) return `in the role ${role} from ${from}`;
	if (by === null) return `${version} is in force`;
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

/** Records by document, then by person. */
type FoundRecords = ReadonlyMap<string, ReadonlyMap<string, readonly KnownRecord<'training'>[]>>;

function byDocument(records: readonly KnownRecord<'training'>[]): FoundRecords {
	const found = new Map<string, Map<string, KnownRecord<'training'>[]>>();
	for (const record of records) {
		const { person = '', document = '' } = record.value;
		const people = found.get(document) ?? new Map<string, KnownRecord<'training'>[]>();
		if (people.size === 0) found.set(document, people);
		const same = people.get(person);
		if (same === undefined) people.set(person, [record]);
		else same.push(record);
	}
	return found;
}

const in1973 = 100_000_000;

/** From 1973 on the days of every zone begin with a quarter of an hour of UTC, so that all instants of one are of one day. */
function daysOf(zone: string): (instant: number) => string {
	const known = new Map<number, string>();
	return (instant) => {
		if (instant < in1973) return dayAt(instant, zone);
		const quarter = Math.floor(instant / 900);
		const before = known.get(quarter);
		if (before !== undefined) return before;
		const day = dayAt(instant, zone);
		known.set(quarter, day);
		return day;
	};
}

function awayOn(absent: readonly Absence[], today: string): string | null {
	const away = absent.find((span) => covers(span, today));
	return away === undefined ? null : (away.until ?? 'open');
}

function latest(a: string | undefined, b: string | undefined): string | undefined {
	return a === undefined || (b !== undefined && b > a) ? b : a;
}
