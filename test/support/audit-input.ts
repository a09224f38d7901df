import { createHash } from 'node:crypto';
import type { AuditedDocument, AuditedVersion, AuditInput } from '../../src/audit/audit-input.ts';
import type { AuditedText } from '../../src/audit/audited-text.ts';
import { overlaps, type Period } from '../../src/audit/period.ts';
import { type Authority, noPeopleRegister } from '../../src/control/approval/authority.ts';
import { textFactsOf } from '../../src/control/approval/text-facts.ts';
import { versionAuthors } from '../../src/control/approval/version-authors.ts';
import { type DocumentState, documentState } from '../../src/control/document-state.ts';
import { judgeReview } from '../../src/control/judged-review.ts';
import { policyOf } from '../../src/control/policy.ts';
import type { WhoLevel, WhoSigned } from '../../src/control/who-signed.ts';
import { readDocument } from '../../src/library/read-document.ts';
import type { Classification } from '../../src/model/classification.ts';
import { classIn } from '../../src/model/classification.ts';
import { digestOf } from '../../src/model/digest.ts';
import { summariseDocument } from '../../src/model/document-summary.ts';
import type {
	Checklist,
	Config,
	PeopleRegister,
	Person,
	RoleEntry,
	RolesRegister,
	Sop,
} from '../../src/model/documents.generated.ts';
import { exceptionApprovers } from '../../src/model/exception-approvers.ts';
import { blobId } from '../../src/model/history/blob-id.ts';
import { mainlineOf, positionAt } from '../../src/model/history/mainline.ts';
import type { PathState, TrailEntry } from '../../src/model/history/trail.ts';
import { obligationsOf } from '../../src/model/obligations.ts';
import type { BrokenRecord, KnownRecord, KnownRecords } from '../../src/model/record/known-record.ts';
import { type RecordKind, type RecordValues, recordKinds } from '../../src/model/record/record-kind.ts';
import { recordPath } from '../../src/model/record/record-path.ts';
import type { Registers } from '../../src/model/registers.ts';
import { rows } from '../../src/model/several.ts';
import type { TrainedVersion } from '../../src/model/training/training-row.ts';
import { trainingRows } from '../../src/model/training/training-rows.ts';
import { workingDays } from '../../src/model/working-days.ts';
import { dayAt, endOfDay, secondsOf, startOfDay } from '../../src/model/zone.ts';
import { libraryId } from './record-context.ts';
import { smallSop } from './temporary-library.ts';

/** A text of a document, and when the mainline first showed it. */
export interface WrittenVersion {
	readonly version: string;
	/** A day, or an instant that ends in `Z`. */
	readonly on: string;
	/** By what address it was committed. */
	readonly by?: string;
	/** What it says otherwise than the small SOP of the fixtures. */
	readonly says?: Sop & Checklist;
}

/** A document with its versions, oldest first. `goneOn`: when its file went. */
export interface WrittenDocument {
	readonly id?: string;
	readonly kind?: 'sop' | 'checklist';
	readonly versions: readonly WrittenVersion[];
	readonly goneOn?: string;
	readonly isWithheld?: boolean;
	readonly isInScope?: boolean;
}

/** A record, and when the mainline first showed it. Of document, version and digest what is left out is that in force then. */
export type WrittenRecord<Kind extends RecordKind> = RecordValues[Kind] & {
	readonly on: string;
	/** How well it is known who made it; `record-signed` unless told. */
	readonly who?: WhoLevel;
	/** A day of its own, of a training. */
	readonly trainedOn?: string;
};

/** The registers from a day on. */
export interface WrittenRegisters {
	readonly on: string;
	readonly people?: readonly Person[];
	readonly roles?: readonly RoleEntry[];
	readonly organisations?: PeopleRegister['organisations'];
	readonly whyNot?: Registers['whyNot'];
}

/** A library in a few words: what is left out is not there. */
export interface WrittenLibrary {
	/** The first quarter of 2026 unless told. */
	readonly from?: string;
	readonly to?: string;
	readonly config?: Config;
	readonly documents?: readonly WrittenDocument[];
	/** One state after another. */
	readonly registers?: readonly WrittenRegisters[];
	readonly records?: { readonly [Kind in RecordKind]?: readonly WrittenRecord<Kind>[] };
	readonly broken?: readonly (Pick<BrokenRecord, 'kind' | 'file' | 'line' | 'problem'> & {
		readonly on: string;
	})[];
	readonly partial?: string;
	readonly prefix?: string;
}

/** The id of a document whose id does not matter. */
export const someId = 'SOP-FIN-900';

/** Somebody with a role and an address, from 2020 on. */
export function personIn(id: string, role: string, more: Person = {}): Person {
	return {
		id,
		name: `Name of ${id}`,
		addresses: [{ address: `${id}@acme.example` }],
		roles: [{ role, from: '2020-01-01' }],
		...more,
	};
}

/**
 * What a packet would be made from, for a library in a few words. Each day of it is a commit of the mainline; states,
 * reviews and trainings are derived as those of a repository are.
 */
export function auditInput(written: WrittenLibrary = {}): AuditInput {
	return new Written(written).input();
}

/** A text of the small SOP with this id, version and whatever else, read. */
function textOf(id: string, kind: 'sop' | 'checklist', { version, says }: WrittenVersion) {
	const base = readDocument('sop', 'small.sop.yaml', Buffer.from(smallSop)).value as Sop;
	const value = { ...base, id, version, ...says };
	const bytes = Buffer.from(JSON.stringify(value));
	const path = `${kind}s/${id}.${kind}.yaml`;
	const read = readDocument(kind, path, bytes);
	return { path, blob: blobId(bytes, 40), read, value, digest: digestOf(read.value) };
}

type ReadText = ReturnType<typeof textOf>;

class Written {
	readonly #written: WrittenLibrary;
	readonly #instants: readonly number[];
	readonly #texts = new Map<string, ReadText>();
	readonly #config: Config;
	readonly #zone: string;
	readonly #levels = new Map<KnownRecord, WhoLevel>();

	constructor(written: WrittenLibrary) {
		this.#written = written;
		this.#config = { format: 1, library: libraryId, ...written.config };
		this.#zone = this.#config.timezone ?? 'UTC';
		const { documents = [], registers = [], records = {}, broken = [] } = written;
		const days = [
			...documents.flatMap(({ versions, goneOn }) => [
				...versions.map(({ on }) => on),
				...(goneOn === undefined ? [] : [goneOn]),
			]),
			...registers.map(({ on }) => on),
			...recordKinds.flatMap((kind) => (records[kind] ?? []).map(({ on }) => on)),
			...broken.map(({ on }) => on),
		];
		this.#instants = [...new Set(days.map((day) => this.#instant(day)))].sort((a, b) => a - b);
	}

	/** Noon of a day, unless it says a time. */
	#instant(on: string): number {
		return on.includes('T') ? (secondsOf(on) ?? Number.NaN) : Date.parse(`${on}T12:00:00Z`) / 1000;
	}

	#positionOf(on: string): number {
		return this.#instants.indexOf(this.#instant(on));
	}

	input(): AuditInput {
		const { from = '2026-01-01', to = '2026-03-31', partial = null, prefix = '' } = this.#written;
		const zone = this.#zone;
		const period: Period = {
			from,
			to,
			start: startOfDay(from, zone) ?? 0,
			end: endOfDay(to, zone) ?? 0,
			zone,
		};
		const instants = this.#instants;
		const mainline = mainlineOf({
			length: instants.length,
			idAt: (position) => position.toString(16).padStart(40, '0'),
			dates: () => instants,
		});
		const positions = {
			opening: positionAt(mainline, period.start - 1),
			closing: positionAt(mainline, period.end),
			known: instants.length - 1,
		};
		const trails = (this.#written.documents ?? []).map((one) => this.#trail(one));
		const versionAt = (document: string, instant: number) => {
			const versions = (this.#written.documents ?? []).find(({ id = someId }) => id === document)?.versions;
			return versions?.findLast(({ on }) => this.#instant(on) <= instant);
		};
		const records = this.#records(mainline, versionAt);
		const authorityAt = (position: number) => this.#authority(position);
		const whoSigned = (record: KnownRecord): WhoSigned => {
			const level = this.#levels.get(record) ?? 'record-signed';
			const causes = {
				claimed: 'neither the record nor the commit that brought it is signed',
				contradicted: 'its signature is bad',
			};
			return {
				level,
				cause: level === 'claimed' || level === 'contradicted' ? causes[level] : null,
				fingerprint: null,
			};
		};
		const stateAt = (trail: (typeof trails)[number], upTo: number): DocumentState => {
			const timeAt = (position: number) => mainline.at(position)?.time ?? 0;
			const here = { entries: trail.entries, digestOf: (blob: string) => this.#texts.get(blob)?.digest };
			const known = mainlineOf(
				{ length: upTo + 1, idAt: (position) => mainline.at(position)?.id ?? '', dates: () => instants },
				upTo + 1,
			);
			const own = <Kind extends RecordKind>(kind: Kind): readonly KnownRecord<Kind>[] =>
				(records[kind] as readonly KnownRecord<Kind>[]).filter(
					({ position, value }) => position <= upTo && value.document === trail.key,
				);
			const factsOf = (blob: string) => {
				const text = this.#texts.get(blob);
				return text === undefined ? undefined : textFactsOf(text.read.value, text.digest);
			};
			const hasApprovals = this.#config.approvals === 'required' || records.approvals.length > 0;
			const state = documentState({
				...here,
				mainline: known,
				upTo,
				cutOff: partial !== null,
				policy: this.#authority(upTo).policy,
				on: period.end,
				partial,
				unseenUntil: undefined,
				begin: mainline.at(0)?.time,
				approvals:
					hasApprovals || records.withdrawals.length > 0
						? {
								approvals: own('approvals'),
								withdrawals: own('withdrawals'),
								factsOf,
								authorityAt,
								whoSigned,
								signerOf: () => null,
								timeAt,
							}
						: undefined,
			});
			const reviews = own('reviews').map((record) =>
				judgeReview(record, {
					timeline: state.timeline,
					digestOf: (version) => version.digest,
					authorsOf: (version) => {
						const before = state.timeline.versions.findLast(
							(one) => one.owns === 'yes' && one.position < version.position,
						);
						return versionAuthors({
							...here,
							after: before?.position ?? -1,
							upTo: version.position,
							named: factsOf(version.blob)?.authors ?? [],
							authorityAt,
							timeAt,
						});
					},
					authorityAt,
					whoSigned,
				}),
			);
			return { ...state, reviews };
		};
		const documents = trails
			.map((trail): AuditedDocument => {
				const state = stateAt(trail, positions.known);
				const isNewsless = positions.known === positions.closing;
				const texts = trail.texts;
				const find = (blob: string | undefined) => texts.find((one) => one.blob === blob);
				const text = find(state.inForce?.blob ?? state.standing?.blob);
				const versions = state.timeline.versions.flatMap((version): readonly AuditedVersion[] => {
					const { start, end, known } = version;
					const isShown =
						(start !== undefined && overlaps(period, start, end)) ||
						(known >= period.start && known <= period.end);
					const own = find(version.blob);
					return isShown ? [{ version, text: own && this.#audited(own) }] : [];
				});
				return {
					id: trail.key,
					kind: trail.document.kind ?? 'sop',
					title: text?.value.title ?? null,
					function: text?.value.function ?? null,
					owner: text?.value.owner ?? null,
					text: text && this.#audited(text),
					trail: { key: trail.key, entries: trail.entries },
					state,
					stateThen: isNewsless ? state : stateAt(trail, positions.closing),
					versions,
					classification: text === undefined ? 'restricted' : this.#class(text),
					isWithheld: trail.document.isWithheld ?? false,
					isInScope: trail.document.isInScope ?? true,
				};
			})
			.sort((a, b) => (a.id < b.id ? -1 : 1));
		const registers = {
			opening: this.#registers(positions.opening),
			closing: this.#registers(positions.closing),
		};
		return {
			command: `sop audit --from ${from} --to ${to}`,
			period,
			mainline,
			ref: 'refs/heads/main',
			positions,
			partial,
			prefix,
			config: this.#config,
			policy: this.#authority(positions.known).policy,
			documents,
			registers,
			authorityAt,
			records,
			whoSigned,
			trainings: {
				rows: trainingRows({
					versions: documents.flatMap((one) => trainedVersions(one, period)),
					people: registers.closing.people,
					whyNoPeople: noPeopleRegister,
					records: records.training,
					on: period.end,
					zone,
					library: this.#config.library,
					isWorkingDay: workingDays(undefined),
					contradicted: (record) => (whoSigned(record).level === 'contradicted' ? 'it is forged' : undefined),
				}),
				unread: (this.#written.broken ?? [])
					.filter(({ kind, on }) => kind === 'training' && this.#instant(on) <= period.end)
					.map(({ file, line, problem }) => `${file}${line === undefined ? '' : `:${line}`}: ${problem}`),
			},
			frameworks: [],
		};
	}

	#trail(document: WrittenDocument) {
		const { id = someId, kind = 'sop', versions, goneOn } = document;
		const texts = versions.map((version) => textOf(id, kind, version));
		const entries: TrailEntry[] = [];
		let standing: readonly PathState[] = [];
		const change = (on: string, by: string, after: readonly PathState[]) => {
			const position = this.#positionOf(on);
			const at = this.#instant(on);
			const identity = { name: by, email: by, at, offset: 0 };
			entries.push({
				commit: {
					id: position.toString(16).padStart(40, '0'),
					author: identity,
					committer: identity,
					subject: 'Change',
					parents: position === 0 ? 0 : 1,
				},
				mainline: position,
				broughtBy: position,
				changedInMerge: false,
				before: standing,
				after,
				replacedBy: null,
			});
			standing = after;
		};
		for (const [index, { version, on, by = 'writer@acme.example' }] of versions.entries()) {
			const text = texts[index];
			if (text === undefined) continue;
			this.#texts.set(text.blob, text);
			const { effective } = text.value;
			const { path, blob } = text;
			change(on, by, [{ path, blob, version, ...(effective === undefined ? {} : { effective }) }]);
		}
		if (goneOn !== undefined) change(goneOn, 'writer@acme.example', []);
		return { key: id, document, texts, entries: entries.reverse() };
	}

	#records(
		mainline: AuditInput['mainline'],
		versionAt: (document: string, instant: number) => WrittenVersion | undefined,
	): KnownRecords {
		const placeOf = (file: string, on: string, content: string) => {
			const position = this.#positionOf(on);
			const commit = mainline.at(position)?.id ?? '';
			return {
				file,
				blob: blobId(Buffer.from(content), 40),
				commit,
				position,
				known: this.#instant(on),
				knownLevel: 'mainline-clock' as const,
				madeBy: commit,
				stands: true,
			};
		};
		const lines = new Map<string, number>();
		const recordsOf = <Kind extends RecordKind>(kind: Kind): readonly KnownRecord<Kind>[] =>
			(this.#written.records?.[kind] ?? []).map(({ on, who, trainedOn, ...given }) => {
				const instant = this.#instant(on);
				const document = given.document ?? someId;
				const found = versionAt(document, instant);
				const kindOf =
					(this.#written.documents ?? []).find(({ id = someId }) => id === document)?.kind ?? 'sop';
				const value = {
					format: 1,
					library: libraryId,
					document,
					version: found?.version,
					digest: found && textOf(document, kindOf, found).digest,
					at: new Date(instant * 1000).toISOString().replace('.000', ''),
					...(trainedOn === undefined ? {} : { on: trainedOn }),
					...given,
				} as unknown as RecordValues[Kind];
				const file = recordPath(kind, value);
				const line = (lines.get(file) ?? 0) + 1;
				lines.set(file, line);
				const record: KnownRecord<Kind> = {
					...placeOf(file, on, JSON.stringify(value)),
					line: file.endsWith('.jsonl') ? line : undefined,
					kind,
					value,
				};
				if (who !== undefined) this.#levels.set(record, who);
				return record;
			});
		const inOrder = <Kind extends RecordKind>(kind: Kind) =>
			[...recordsOf(kind)].sort((a, b) => a.position - b.position);
		return {
			approvals: inOrder('approvals'),
			reviews: inOrder('reviews'),
			withdrawals: inOrder('withdrawals'),
			exceptions: inOrder('exceptions'),
			training: inOrder('training'),
			feedback: inOrder('feedback'),
			runs: inOrder('runs'),
			broken: (this.#written.broken ?? []).map(({ on, ...one }) => ({
				...placeOf(one.file, on, one.problem),
				...one,
			})),
			missing: [],
			missingFrom: undefined,
		};
	}

	#registers(position: number): Registers {
		const known = (this.#written.registers ?? []).findLast(({ on }) => this.#positionOf(on) <= position);
		if (known === undefined || position < 0) return {};
		const { people, roles, organisations, whyNot } = known;
		const register: PeopleRegister | undefined = people && {
			format: 1,
			people,
			...(organisations === undefined ? {} : { organisations }),
		};
		const named: RolesRegister | undefined = roles && { format: 1, roles };
		return { people: register, roles: named, whyNot };
	}

	readonly #authorities = new Map<number, Authority>();

	#authority(position: number): Authority {
		const before = this.#authorities.get(position);
		if (before !== undefined) return before;
		const { people, roles } = this.#registers(position);
		const stood = (this.#written.records?.approvals ?? []).some(({ on }) => this.#positionOf(on) <= position);
		const authority: Authority = {
			people,
			whyNoPeople: people === undefined ? noPeopleRegister : undefined,
			roles,
			policy: policyOf(this.#config, stood),
			library: libraryId,
		};
		this.#authorities.set(position, authority);
		return authority;
	}

	#class({ value }: ReadText): Classification {
		return classIn(value, policyOf(this.#config, false).classification);
	}

	#audited(text: ReadText): AuditedText {
		const { blob, digest, read, value } = text;
		const summary = summariseDocument(read);
		if (summary === undefined) throw new Error(`The text of ${value.id} is no document`);
		return {
			blob,
			digest,
			sourceSha256: createHash('sha256').update(read.text).digest('hex'),
			summary,
			changeLog: rows(value.change_log),
			satisfies: [],
			signatureLines: rows(value.approval?.signatures),
			exceptions: exceptionApprovers(value as Sop & Checklist),
			retention: value.retention,
			classification: this.#class(text),
			obligations: obligationsOf(read),
		};
	}
}

/** The version in force and those to come, as far as people must know them. */
function trainedVersions(document: AuditedDocument, period: Period): readonly TrainedVersion[] {
	const { inForce, timeline } = document.state;
	const coming = timeline.versions.filter(
		({ start, end }) => start !== undefined && start > period.end && end === undefined,
	);
	return [...(inForce === undefined ? [] : [inForce]), ...coming].flatMap((version) => {
		const text =
			document.versions.find((one) => one.version === version)?.text ??
			(document.text?.blob === version.blob ? document.text : undefined);
		return text === undefined
			? []
			: [
					{
						document: document.id,
						title: text.obligations.title,
						version: version.version,
						digest: text.digest ?? '',
						since: dayAt(version.start ?? 0, period.zone),
						isUpcoming: version !== inForce,
						training: text.obligations.training,
						carriedOver: new Set<string>(),
					},
				];
	});
}
