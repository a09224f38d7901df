import { join } from 'node:path';
import { adoptedAt } from '../../../control/policy.ts';
import { pathKey } from '../../../library/history/library-history.ts';
import { lostRecords } from '../../../library/history/lost-records.ts';
import { digestOfRead, digestsOfTexts, readTexts } from '../../../library/history/read-texts.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import type { HistoryFacts, LostEntry, PastDocument } from '../../../lint/history-subject.ts';
import type { FileResult } from '../../../lint/lint-one.ts';
import { canonicalText } from '../../../model/digest.ts';
import type { DocumentSummary } from '../../../model/document-summary.ts';
import type { Config } from '../../../model/documents.generated.ts';
import { configFileName } from '../../../model/file-kind.ts';
import { blobId } from '../../../model/history/blob-id.ts';
import { normal, rivalTexts, timelineOf } from '../../../model/history/timeline.ts';
import type { PathState, Trail, TrailEntry } from '../../../model/history/trail.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { lastingEntries } from '../../../model/register-entries.ts';
import type { Registers } from '../../../model/registers.ts';
import { dayAt } from '../../../model/zone.ts';
import { shortRef } from '../../../report/short-ref.ts';
import type { CommandContext } from '../../command-context.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { replacesMainline } from './replaces-mainline.ts';
import { rivalIds } from './rival-ids.ts';
import type { SelectedFile } from './selection.ts';

/** What of a run the facts of the past are about. */
export interface JudgedFiles {
	readonly library: OpenLibrary;
	readonly selected: ReadonlyMap<string, SelectedFile>;
	readonly results: readonly FileResult[];
	readonly context: readonly DocumentSummary[];
	/** Whether all files of the library are looked at. */
	readonly whole: boolean;
}

/** Gathers what rules may ask of the past, reading old texts only where their digest decides something. */
export async function historyFacts(
	context: CommandContext,
	record: OpenRecord,
	judged: JudgedFiles,
): Promise<HistoryFacts> {
	const { git, history, policy } = record;
	const { filtered } = history.state;
	const here = new Map<string, DocumentSummary>();
	for (const summary of [...judged.context, ...judged.results.flatMap((result) => result.summary ?? [])])
		if (summary.id !== undefined) here.set(summary.id, summary);
	const ids = judged.whole ? history.ids : history.ids.filter((id) => here.has(id));
	const trails = ids.flatMap((id) => history.trail(id) ?? []).filter(({ entries }) => entries.some(isKnown));
	const digests = await digestsOfTexts(
		git,
		trails.flatMap(({ entries }) => rivalTexts(entries)).map(withoutFile),
		filtered,
	);
	const documents = trails.map((trail): PastDocument => {
		const timeline = timelineOf({
			entries: trail.entries,
			digestOf: (blob) => digests.get(blob),
			mainline: history.mainline,
			upTo: record.moment.position,
			zone: policy.zone,
			cutOff: history.state.shallow,
			adoptedAt: adoptedAt(policy),
		});
		const stands = here.get(trail.key);
		const number = stands?.version === undefined ? undefined : normal(stands.version);
		const owner = timeline.versions.find(({ version, owns }) => owns === 'yes' && normal(version) === number);
		return {
			id: trail.key,
			trail,
			timeline,
			here: stands,
			owner,
			isOwner: undefined,
			sameLog: undefined,
			titles: [],
		};
	});
	return {
		mainline: history.ref === undefined ? '' : shortRef(history.ref.ref),
		prefix: history.prefix,
		approvals: policy.approvals === 'needed',
		partial: history.partial,
		zone: policy.zone,
		adopted: policy.adopted,
		begin: dayAt(history.mainline[Math.max(history.begin, 0)]?.time ?? 0, policy.zone),
		documents: await withTexts(context, record, judged, documents),
		whole: judged.whole,
		lostRecords: (await lostRecords(git, history)).map(({ file, what, entry }) => ({
			file,
			what,
			commit: entry.commit.id,
			day: dayAt(history.mainline[entry.mainline ?? 0]?.time ?? 0, policy.zone),
		})),
		lostEntries: await lostEntries(record, judged.library),
		...(await pastConfigs(record)),
		rivals: context.has('branches') ? await rivalIds(record, [...here.values()]) : undefined,
		replacesMainline: await replacesMainline(git, history),
	};
}

/** Adds what only texts can tell: whether what stands here is the version whose number it bears, and old titles. */
async function withTexts(
	context: CommandContext,
	record: OpenRecord,
	{ library, selected }: JudgedFiles,
	documents: readonly PastDocument[],
): Promise<readonly PastDocument[]> {
	const { git, history } = record;
	const wanted = new Map<string, string>();
	const cameBack = new Map<string, readonly PathState[]>();
	const same = new Set<string>();
	for (const { id, here, owner, timeline, trail } of documents) {
		const one = here === undefined ? undefined : selected.get(here.file);
		if (one !== undefined && owner !== undefined) {
			const read =
				one.found === undefined ? undefined : context.io.files.read(join(library.root.path, one.file));
			if (read?.ok && blobId(read.bytes, owner.blob.length) === owner.blob) same.add(id);
			else wanted.set(owner.blob, inLibrary(record, owner.path));
		}
		const old = here === undefined ? [] : leftAs(trail, timeline.standing.length === 0);
		if (old.length > 0) cameBack.set(id, old);
		for (const { blob, path } of old) wanted.set(blob, inLibrary(record, path));
	}
	const texts = new Map<string, { digest: string | null; log: string; title: string | undefined }>();
	const list = [...wanted].map(([blob, file]) => ({ blob, file }));
	for await (const { blob, read } of readTexts(git, list, history.state.filtered))
		texts.set(blob, factsOf(read));
	return documents.map((past) => {
		const { id, here, owner } = past;
		const titles = (cameBack.get(id) ?? []).flatMap(({ blob }) => texts.get(blob)?.title ?? []);
		if (same.has(id)) return { ...past, isOwner: true, sameLog: true, titles };
		const old = owner === undefined ? undefined : texts.get(owner.blob);
		const one = here === undefined ? undefined : selected.get(here.file);
		if (old === undefined || one === undefined) return { ...past, titles };
		const now = factsOf(one.read());
		// A text that cannot be read is no content: document/syntax reports it.
		const isOwner = now.digest === null || old.digest === null ? undefined : now.digest === old.digest;
		return { ...past, isOwner, sameLog: now.log === old.log, titles };
	});
}

function factsOf({ value, ...read }: ReadDocument) {
	const at = (key: string): unknown =>
		typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
	const title = at('title');
	return {
		digest: digestOfRead({ ...read, value }),
		log: canonicalText(at('change_log') ?? null),
		title: typeof title === 'string' ? title : undefined,
	};
}

/** The texts with which a document left the mainline before it came back, oldest first; none where it never left. */
function leftAs({ entries }: Trail, isGone: boolean): readonly PathState[] {
	const known = entries.filter(isKnown).reverse();
	const left = known.flatMap((entry, index) =>
		entry.after.length === 0 && (isGone || index < known.length - 1) ? entry.before.slice(0, 1) : [],
	);
	return left;
}

/** Entries that stood in the registers on the mainline and stand in them no more. */
async function lostEntries(record: OpenRecord, library: OpenLibrary): Promise<readonly LostEntry[]> {
	const { history, git, policy } = record;
	const lost: LostEntry[] = [];
	for (const kind of ['people', 'roles'] as const) {
		const file = `registers/${kind}.yaml`;
		const known = (history.trail(pathKey(file))?.entries ?? []).filter(isKnown);
		// The day until which an entry stood is that of the commit that took it out, or of the newest one.
		const days = new Map<string, number>();
		const texts = new Map<string, readonly string[]>();
		const wanted = known.flatMap(({ after }) => after.map(({ blob }) => ({ blob, file })));
		for await (const { blob, read } of readTexts(git, wanted, history.state.filtered))
			texts.set(blob, entriesIn(kind, read.checked));
		const oldestFirst = [...known].reverse();
		for (const [index, entry] of oldestFirst.entries()) {
			const until = oldestFirst[index + 1]?.mainline ?? history.mainline.length - 1;
			for (const name of texts.get(entry.after[0]?.blob ?? '') ?? []) days.set(name, until);
		}
		const stands = new Set(lastingEntries(library.registers));
		for (const [entry, position] of days) {
			if (stands.has(entry)) continue;
			lost.push({ file, entry, day: dayAt(history.mainline[position]?.time ?? 0, policy.zone) });
		}
	}
	return lost;
}

function entriesIn(kind: 'people' | 'roles', checked: unknown): readonly string[] {
	// `checked` passed the schema of its kind.
	return typeof checked === 'object' && checked !== null
		? lastingEntries({ [kind]: checked } as Registers)
		: [];
}

async function pastConfigs(record: OpenRecord): Promise<Pick<HistoryFacts, 'libraryIds' | 'mainlineConfig'>> {
	const { git, history } = record;
	const known = (history.trail(pathKey(configFileName))?.entries ?? []).filter(isKnown).reverse();
	const blobs = known.flatMap(({ after }) => after.map(({ blob }) => blob));
	const configs = new Map<string, Config>();
	const wanted = blobs.map((blob) => ({ blob, file: configFileName }));
	// `checked` passed the schema of a config.
	for await (const { blob, read } of readTexts(git, wanted, history.state.filtered))
		if (typeof read.checked === 'object' && read.checked !== null) configs.set(blob, read.checked as Config);
	const libraryIds = blobs.flatMap((blob) => configs.get(blob)?.library ?? []);
	const stands = known.at(-1)?.after[0];
	return {
		libraryIds: libraryIds.filter((id, index) => id !== libraryIds[index - 1]),
		mainlineConfig: stands === undefined ? undefined : configs.get(stands.blob),
	};
}

function isKnown({ mainline }: TrailEntry): boolean {
	return mainline !== null;
}

function withoutFile(blob: string) {
	return { blob, file: '' };
}

function inLibrary({ history }: OpenRecord, path: string): string {
	return path.slice(history.prefix.length);
}
