import { addDuration } from '../calendar-day.ts';
import type { TrainingRecord } from '../documents.generated.ts';
import { parseDuration } from '../duration.ts';
import type { KnownRecord } from '../record/known-record.ts';
import type { TrainingNeed } from './document-training.ts';
import { isReading } from './own-record.ts';
import type { TrainedVersion, TrainingProof } from './training-row.ts';

/** At which moment, and by which days, records are judged. */
export interface TrainingBasis {
	/** The instant asked about, in seconds. */
	readonly on: number;
	/** The id of the library: a record of another is void here. */
	readonly library: string | undefined;
	/** The day of an instant in seconds, in the zone of the library. */
	readonly dayOf: (instant: number) => string;
	readonly lastDay: LastDay;
	/** Why a signature does not hold, as a clause; undefined where it does, or there is none. Asked only of what would count. */
	readonly contradicted: (record: KnownRecord<'training'>) => string | undefined;
	/** When the mainline showed that a record is withdrawn, in seconds; undefined where it is not. Asked likewise. */
	readonly withdrawn: (record: KnownRecord<'training'>) => number | undefined;
}

/**
 * The record that lasts longest of those that show a person's training on a version; where none does, what the newest of
 * them lacks. A record counts from when the mainline showed it, whatever day it claims; the role in it does not matter,
 * as what was learnt in one role is known in another.
 */
export function findProof(
	records: readonly KnownRecord<'training'>[],
	version: TrainedVersion,
	need: TrainingNeed,
	basis: TrainingBasis,
): { readonly proof?: TrainingProof; readonly lacks?: string } {
	let best: TrainingProof | undefined;
	let lacks: string | undefined;
	for (const record of records) {
		const missing = whatItLacks(record, version, need, basis);
		if (missing !== undefined) {
			lacks = missing;
			continue;
		}
		const proof = proofOf(record, need, basis);
		if (best === undefined || lastsLonger(proof, best)) best = proof;
	}
	if (best !== undefined) return { proof: best };
	return lacks === undefined ? {} : { lacks };
}

function proofOf(
	record: KnownRecord<'training'>,
	{ every }: TrainingNeed,
	{ dayOf, lastDay }: TrainingBasis,
): TrainingProof {
	// A day after the mainline showed the record had not come; one before it only makes the training older.
	const known = dayOf(record.known);
	const claimed = record.value.on ?? dayOfText(record.value.at, dayOf);
	const day = claimed !== undefined && claimed < known ? claimed : known;
	return { record, day, until: every === undefined ? undefined : lastDay(day, every) };
}

/** How long a training of a day (YYYY-MM-DD) is good, by a time as section 12 writes it; undefined where that is for ever. */
export type LastDay = (day: string, every: string) => string | undefined;

/** Works out each day once: many people learn the same on the same day. */
export function lastDays(isWorkingDay: (day: string) => boolean): LastDay {
	const known = new Map<string, string | undefined>();
	return (day, every) => {
		const key = `${day} ${every}`;
		if (known.has(key)) return known.get(key);
		const duration = parseDuration(every);
		const last = duration && addDuration(day, duration, isWorkingDay);
		known.set(key, last);
		return last;
	};
}

function whatItLacks(
	record: KnownRecord<'training'>,
	{ digest, carriedOver, training, version }: TrainedVersion,
	need: TrainingNeed,
	{ on, dayOf, library, contradicted, withdrawn }: TrainingBasis,
): string | undefined {
	const { value, known } = record;
	if (library === undefined || value.library !== library) return 'its record is of another library';
	if (value.digest !== digest && !carriedOver.has(value.digest ?? ''))
		return value.version === version
			? `its record is of another text under the number ${version}`
			: `trained on ${value.version} only`;
	if (known > on) return `a record of it came later, on ${dayOf(known)}`;
	if (!isAbout(value.what, need, training.needs))
		return value.what === undefined
			? 'its record does not say what was learnt'
			: `trained on "${value.what}" only`;
	const end = withdrawn(record);
	if (end !== undefined && end <= on) return `its record was withdrawn on ${dayOf(end)}`;
	return lacksTrainer(value, need) ?? contradicted(record);
}

/** Reading is vouched for by the reader; a record of reading is not one of anything more. */
function lacksTrainer(value: TrainingRecord, need: TrainingNeed): string | undefined {
	if (isReading(need.how)) return undefined;
	if (value.how !== undefined && isReading(value.how))
		return `its record is of reading, not of "${need.how}"`;
	if (value.trainer === undefined) return `its record names no trainer, and "${need.how}" needs one`;
	return value.trainer === value.person ? 'its record names the person as their own trainer' : undefined;
}

/** A record that does not say what was learnt is about all, where that is one thing. */
function isAbout(what: string | undefined, need: TrainingNeed, needs: readonly TrainingNeed[]): boolean {
	if (need.what === undefined) return true;
	if (what !== undefined) return what === need.what || plain(what) === plain(need.what);
	return needs.every((one) => one.what === undefined || plain(one.what) === plain(need.what ?? ''));
}

function plain(text: string): string {
	return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function lastsLonger(a: TrainingProof, b: TrainingProof): boolean {
	const [first, second] = [a.until ?? a.day, b.until ?? b.day];
	return first > second || (first === second && a.day > b.day);
}

function dayOfText(instant: string | undefined, dayOf: TrainingBasis['dayOf']): string | undefined {
	const at = instant === undefined ? Number.NaN : Date.parse(instant);
	return Number.isNaN(at) ? undefined : dayOf(at / 1000);
}
