import { createHash } from 'node:crypto';
import type { AuditedDocument, AuditInput } from '../../src/audit/audit-input.ts';
import type { AuditedText } from '../../src/audit/audited-text.ts';
import { policyOf } from '../../src/control/policy.ts';
import { readDocument } from '../../src/library/read-document.ts';
import { digestOf } from '../../src/model/digest.ts';
import { summariseDocument } from '../../src/model/document-summary.ts';
import type { ControlsRegister, Sop } from '../../src/model/documents.generated.ts';
import { mainlineOf } from '../../src/model/history/mainline.ts';
import { inForceAt } from '../../src/model/history/timeline.ts';
import type { Version } from '../../src/model/history/version.ts';
import { obligationsOf } from '../../src/model/obligations.ts';
import type { KnownRecord } from '../../src/model/record/known-record.ts';
import type { RecordKind, RecordValues } from '../../src/model/record/record-kind.ts';
import { several } from '../../src/model/several.ts';

/** Seconds of a day, at 00:00 UTC or at another time of it. */
export function at(day: string, time = '00:00:00'): number {
	return Date.parse(`${day}T${time}Z`) / 1000;
}

/** A text of a document, read as a library reads it. */
export function textOf(yaml: string, file = 'sops/a.sop.yaml'): AuditedText {
	const kind = file.endsWith('.checklist.yaml') ? 'checklist' : 'sop';
	const read = readDocument(kind, file, Buffer.from(yaml));
	const summary = summariseDocument(read);
	if (summary === undefined) throw new Error('no document');
	// The texts of these tests fit the schema.
	const value = read.checked as Sop;
	return {
		blob: digestOf({ yaml }).slice(7, 47),
		digest: digestOf(value),
		sourceSha256: createHash('sha256').update(yaml).digest('hex'),
		summary,
		changeLog: [],
		satisfies: several(value.satisfies),
		signatureLines: [],
		exceptions: [],
		retention: value.retention,
		classification: 'internal',
		obligations: obligationsOf(read),
	};
}

/** A version that was known and complete on a day, and began then. */
export function versionOf(version: string, known: string, more: Partial<Version> = {}): Version {
	const { owns = 'yes', position = 0, start = at(known), end, endedBy } = more;
	const endings =
		end === undefined || endedBy === undefined || endedBy === 'higher number'
			? []
			: [{ at: end, position, by: endedBy }];
	return {
		reign: owns === 'yes' ? { begins: start, position, endings } : undefined,
		version,
		digest: `sha256:${version.padStart(64, '0')}`,
		path: 'sops/a.sop.yaml',
		blob: version.padStart(40, 'b'),
		commit: version.padStart(40, 'c'),
		position: 0,
		known: at(known),
		knownLevel: 'mainline-clock',
		effective: known,
		owns: 'yes',
		complete: true,
		start: at(known),
		end: undefined,
		endedBy: undefined,
		supersededBy: undefined,
		...more,
	};
}

/** What may be said of a document; the state is that at the end of the first quarter of 2026. */
export interface AuditedParts extends Partial<Omit<AuditedDocument, 'state'>> {
	readonly state?: Partial<AuditedDocument['state']>;
}

/** A document of a packet. */
export function documentOf(
	id: string,
	{ state, versions = [], ...parts }: AuditedParts = {},
): AuditedDocument {
	const timeline = { versions: versions.map(({ version }) => version), standing: [], stood: true };
	const inForce = inForceAt(timeline, at('2026-03-31', '23:59:59'));
	const whole: AuditedDocument['state'] = {
		timeline,
		inForce,
		notEvaluated: null,
		standing: undefined,
		status: inForce === undefined ? 'retired' : 'effective',
		why: [],
		approvals: undefined,
		reviews: [],
		...state,
	};
	return {
		id,
		kind: 'sop',
		title: `Title of ${id}`,
		function: 'finance',
		owner: 'controller',
		text: undefined,
		trail: { key: id, entries: [] },
		state: whole,
		stateThen: whole,
		versions,
		classification: 'internal',
		isWithheld: false,
		isInScope: true,
		...parts,
	};
}

/** A record that the mainline showed on a day. */
export function recordOf<Kind extends RecordKind>(
	kind: Kind,
	known: string,
	value: RecordValues[Kind],
	more: Partial<Omit<KnownRecord<Kind>, 'value' | 'kind'>> = {},
): KnownRecord<Kind> {
	const knownAt = at(known, '12:00:00');
	return {
		kind,
		value,
		file: `records/${kind}/${value.document}/${known}.yaml`,
		line: undefined,
		blob: 'd'.repeat(40),
		commit: 'e'.repeat(40),
		position: 3,
		known: knownAt,
		knownLevel: 'mainline-clock',
		madeBy: 'e'.repeat(40),
		stands: true,
		...more,
	};
}

/** What may be said of a packet. */
export interface InputParts extends Partial<Omit<AuditInput, 'records' | 'registers'>> {
	readonly records?: Partial<AuditInput['records']>;
	readonly controls?: ControlsRegister;
	/** Committer dates of the mainline, in seconds, oldest first. */
	readonly dates?: readonly number[];
}

/** A packet about the first quarter of 2026, in UTC, of a mainline of three commits. */
export function auditedInput({
	records,
	controls,
	dates = mainlineDates,
	...parts
}: InputParts = {}): AuditInput {
	const mainline = mainlineOf(
		{
			length: dates.length,
			idAt: (position) => `${position}`.padStart(40, '0'),
			dates: () => dates,
		},
		{ now: { atLeast: 0 } },
	);
	const [start, end] = [at('2026-01-01'), at('2026-03-31', '23:59:59')];
	const position = (instant: number) => dates.filter((one) => one <= instant).length - 1;
	const registers = controls === undefined ? {} : { controls };
	const policy = policyOf({}, false);
	return {
		command: 'sop audit --from 2026-01-01 --to 2026-03-31',
		period: { from: '2026-01-01', to: '2026-03-31', start, end, zone: 'UTC' },
		mainline,
		ref: 'main',
		positions: { opening: position(start - 1), closing: position(end), known: dates.length - 1 },
		partial: null,
		prefix: '',
		config: {},
		policy,
		documents: [],
		registers: { opening: registers, closing: registers },
		authorityAt: () => ({
			people: undefined,
			whyNoPeople: undefined,
			roles: undefined,
			policy,
			library: undefined,
		}),
		records: {
			approvals: [],
			reviews: [],
			withdrawals: [],
			exceptions: [],
			training: [],
			feedback: [],
			runs: [],
			broken: [],
			missing: [],
			missingFrom: undefined,
			...records,
		},
		whoSigned: () => ({ level: 'claimed', cause: 'not signed', fingerprint: null }),
		answerTexts: { rolesOf: () => undefined, whyUnseen: () => undefined },
		trainings: { rows: [], unread: [] },
		filesWithoutId: [],
		frameworks: [],
		...parts,
	};
}

const mainlineDates = [at('2025-12-01'), at('2026-01-10'), at('2026-02-20')];
