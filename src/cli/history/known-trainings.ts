import { authorityOver } from '../../control/approval/authority.ts';
import type { WhoSigned } from '../../control/who-signed.ts';
import { withdrawnTrainings } from '../../control/withdrawn-trainings.ts';
import { digestsOfTexts } from '../../library/history/read-texts.ts';
import { knownRecords } from '../../library/records/known-records.ts';
import { normal, type Version } from '../../model/history/version.ts';
import type { Obligations } from '../../model/obligations.ts';
import { onceFor } from '../../model/once-for.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import { type Registers, withoutRegister } from '../../model/registers.ts';
import { carriesOver } from '../../model/training/carried-over.ts';
import type { TrainedVersion, TrainingRow } from '../../model/training/training-row.ts';
import { trainingRows } from '../../model/training/training-rows.ts';
import { workingDays } from '../../model/working-days.ts';
import { dayAt } from '../../model/zone.ts';
import type { DocumentTexts, KnownText } from './known-texts.ts';
import type { OpenRecord } from './open-record.ts';
import { signersOf } from './signers-of.ts';

/** What is known of trainings at the moment of a record. */
export interface KnownTrainings {
	readonly rows: readonly TrainingRow[];
	/** The versions in force that training was asked for. */
	readonly inForce: readonly TrainedVersion[];
	/** Lines of records that cannot be read, and files that are not here: what they say counts for nothing. */
	readonly unread: readonly string[];
}

/** A document with what its texts bind people to. */
export type BindingDocument = DocumentTexts<Obligations>;

/** Who must be trained on what at the moment of a record, and is, by registers and records as known then. */
export async function knownTrainings(
	record: OpenRecord,
	documents: readonly BindingDocument[],
	registers: Registers,
	library: string | undefined,
): Promise<KnownTrainings> {
	const { git, history, moment, policy } = record;
	const mainline = history.mainlineUpTo(moment.position);
	const known = await knownRecords({ git, history, mainline, upTo: moment.position, kinds: ['training'] });
	const whoOf = await trainingSigners(
		record,
		// Only where a record is signed itself can it contradict who it names.
		known.training.filter(({ value }) => value.signature !== undefined),
	);
	const older = await olderDigests(record, documents, known.training);
	const inForce = documents.flatMap((one) => {
		const { inForce: version } = one.state;
		return version === undefined || one.inForce === undefined
			? []
			: [trainedVersion(record, one, version, one.inForce, older)];
	});
	const upcoming = documents.flatMap((one) =>
		one.upcoming.map((text) => trainedVersion(record, one, text.version, text, older)),
	);
	return {
		inForce,
		rows: trainingRows({
			versions: [...inForce, ...upcoming],
			people: registers.people,
			whyNoPeople: withoutRegister(registers, 'people'),
			records: known.training,
			on: moment.on,
			zone: policy.zone,
			library,
			isWorkingDay: workingDays(registers.calendar),
			withdrawn: withdrawnTrainings(
				documents.flatMap(({ state }) => state.approvals?.judgedWithdrawals ?? []),
			),
			contradicted: (one) => {
				if (one.value.signature === undefined) return undefined;
				const { level, cause } = whoOf(one);
				return level === 'contradicted' ? `its record does not count: ${cause}` : undefined;
			},
		}),
		unread: [
			...known.broken.map(
				({ file, line, problem }) => `${file}${line === undefined ? '' : `:${line}`}: ${problem}`,
			),
			...known.missing.map((file) => `${file}: its text is not here`),
		],
	};
}

/** Says who made each of some records, by the register that stood before the mainline showed it. */
export async function trainingSigners(
	record: OpenRecord,
	records: readonly KnownRecord<'training'>[],
): Promise<(one: KnownRecord<'training'>) => WhoSigned> {
	const signed = await signersOf(record, records);
	return onceFor((one) => {
		const { authority, founding } = authorityOver(record.authorityAt, one.position);
		return signed(one, authority, founding);
	});
}

/** Digests of the versions that own their number, by text. */
type Digests = ReadonlyMap<string, string | null>;

function trainedVersion(
	{ moment, policy }: OpenRecord,
	{ id, state: { timeline } }: BindingDocument,
	version: Version,
	{ digest, taken }: KnownText<Obligations>,
	older: Digests,
): TrainedVersion {
	const isUpcoming = (version.start ?? 0) > moment.on;
	const carried = carriedOver(timeline.versions, version.version, taken);
	const starts = [version, ...(isUpcoming ? [] : carried)].map((one) =>
		one.knownLevel === 'no later than' && (one.start ?? 0) <= one.known ? undefined : one.start,
	);
	const begun = starts.includes(undefined) ? undefined : Math.min(...starts.map((start) => start ?? 0));
	return {
		document: id,
		title: taken.title,
		version: version.version,
		digest,
		since: begun === undefined ? undefined : dayAt(begun, policy.zone),
		isUpcoming,
		training: taken.training,
		carriedOver: new Set(carried.flatMap(({ blob, digest: read }) => read ?? older.get(blob) ?? [])),
	};
}

/** Earlier versions that came into force, and whose trainings count for this one. */
function carriedOver(
	versions: readonly Version[],
	version: string,
	{ training: { changes } }: Obligations,
): readonly Version[] {
	if (!changes.some(({ retrain }) => retrain === false)) return [];
	const shown = versions.map((one) => one.version);
	return versions.filter(
		(one) =>
			one.owns === 'yes' && one.start !== undefined && carriesOver(one.version, { version, changes }, shown),
	);
}

/** Reads the texts of earlier versions that a record leans on, where nobody has looked into them yet. */
async function olderDigests(
	{ git, history }: OpenRecord,
	documents: readonly BindingDocument[],
	records: readonly KnownRecord<'training'>[],
): Promise<Digests> {
	const leaned = new Map<string, Set<string>>();
	for (const { value } of records) {
		const numbers = leaned.get(value.document ?? '') ?? new Set();
		leaned.set(value.document ?? '', numbers.add(normal(String(value.version))));
	}
	const wanted = documents.flatMap(({ id, state, inForce, upcoming }) => {
		const numbers = leaned.get(id);
		if (numbers === undefined) return [];
		const texts = [
			...(inForce === undefined || state.inForce === undefined
				? []
				: [{ version: state.inForce.version, taken: inForce.taken }]),
			...upcoming.map(({ version, taken }) => ({ version: version.version, taken })),
		];
		return texts.flatMap(({ version, taken }) =>
			carriedOver(state.timeline.versions, version, taken).flatMap(
				({ blob, path, digest, version: number }) =>
					digest === undefined && numbers.has(normal(number))
						? [{ blob, file: path.slice(history.prefix.length) }]
						: [],
			),
		);
	});
	return await digestsOfTexts(git, wanted, history.state.filtered);
}
