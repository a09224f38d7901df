import { groupBy } from '../../diagnostics/group-by.ts';
import { localObjects, readObjects } from '../../git/history/read-objects.ts';
import type { Git } from '../../git/open-git.ts';
import type { Mainline } from '../../model/history/mainline.ts';
import type { TrailEntry } from '../../model/history/trail.ts';
import type {
	BrokenRecord,
	KnownRecord,
	KnownRecords,
	RecordPlace,
} from '../../model/record/known-record.ts';
import { type RecordKind, recordKindOf } from '../../model/record/record-kind.ts';
import { type LibraryHistory, pathKey } from '../history/library-history.ts';
import { linesOf } from './lines-of.ts';
import { type ReadRecord, readRecord, readRecordLine } from './read-record.ts';

/** Which records are wanted: what the mainline had shown at a position, and of which kinds. */
export interface WantedRecords {
	readonly git: Git;
	readonly history: LibraryHistory;
	readonly mainline: Mainline;
	/** The last position of the mainline that is known. */
	readonly upTo: number;
	readonly kinds?: readonly RecordKind[] | undefined;
	/** Files that are wanted, relative to the library; left out, all of them. */
	readonly files?: ReadonlySet<string> | undefined;
	/** Ids of documents: records that name none of them may be left out. */
	readonly documents?: readonly string[] | undefined;
}

/** A text that stood at the path of a record, first shown at one entry. */
interface ShownText {
	readonly file: string;
	readonly place: Omit<RecordPlace, 'line' | 'stands'>;
	/** Object id of what stands there now; undefined where nothing does. */
	readonly standing: string | undefined;
}

/**
 * Every record that the mainline ever showed. Records only grow: what was removed counts all the same, and of a file
 * that was changed its first text does; what it was changed to counts for nothing. Of a file in lines each line counts
 * from the commit that first showed it.
 */
export async function knownRecords(wanted: WantedRecords): Promise<KnownRecords> {
	const { git, history } = wanted;
	const texts = shownTexts(wanted);
	const local = history.state.filtered ? await localObjects(git) : undefined;
	const byBlob = groupBy(
		texts.filter(({ place: { blob } }) => local?.has(blob) ?? true),
		({ place: { blob } }) => blob,
	);
	const read = new Map<ShownText, ReadText>();
	// Each is read as it comes, while git looks for the next.
	for await (const { id, bytes } of readObjects(git, byBlob.keys()))
		if (bytes !== null) for (const text of byBlob.get(id) ?? []) read.set(text, readText(text, bytes));
	const found = new FoundRecords();
	for (const text of texts) found.add(text, read.get(text));
	return found.all();
}

function shownTexts({ history, mainline, upTo, kinds, files }: WantedRecords): readonly ShownText[] {
	const texts: ShownText[] = [];
	for (const file of history.files) {
		if (!file.startsWith('records/') || files?.has(file) === false) continue;
		const kind = recordKindOf(file);
		if (kinds !== undefined && (kind === undefined || !kinds.includes(kind))) continue;
		const entries = history.trail(pathKey(file))?.entries ?? [];
		const known = entries
			.filter(({ mainline: position }) => position !== null && position <= upTo)
			.sort((a, b) => (a.mainline ?? 0) - (b.mainline ?? 0));
		const standing = known.at(-1)?.after[0]?.blob;
		const seen = new Set<string>();
		for (const entry of known) {
			const blob = entry.after[0]?.blob;
			const position = entry.mainline ?? 0;
			const commit = mainline.at(position);
			if (blob === undefined || commit === undefined || seen.has(blob)) continue;
			// The first text of a file is the record; one in lines grows.
			if (seen.size > 0 && !file.endsWith('.jsonl')) break;
			seen.add(blob);
			texts.push({
				file,
				standing,
				place: {
					file,
					blob,
					commit: commit.id,
					position,
					known: commit.time,
					knownLevel: history.state.shallow && position === 0 ? 'no later than' : commit.level,
					madeBy: makerOf(entries, blob, position) ?? commit.id,
				},
			});
		}
	}
	return texts.sort((a, b) => a.place.position - b.place.position || (a.file < b.file ? -1 : 1));
}

/** The oldest of the commits that a mainline commit brought which put these bytes there. */
function makerOf(entries: readonly TrailEntry[], blob: string, position: number): string | undefined {
	return entries.findLast(
		({ broughtBy, after, before }) =>
			broughtBy === position && after[0]?.blob === blob && before[0]?.blob !== blob,
	)?.commit.id;
}

const noRecord = { problem: 'No record belongs there', rule: 'record/misplaced' };

/** What a text says: one record, or lines of which each may be one, left as they are until they are asked for. */
type ReadText = ReadRecord | { readonly lines: Buffer };

function readText({ file }: ShownText, bytes: Uint8Array): ReadText {
	if (file.endsWith('.jsonl')) return { lines: Buffer.from(bytes) };
	const kind = recordKindOf(file);
	return kind === undefined ? noRecord : readRecord(kind, bytes);
}

const noUtf8 = { problem: 'The line is not valid UTF-8', rule: 'document/syntax' };

type LinePlace = Pick<RecordPlace, 'line' | 'stands'>;

class FoundRecords {
	readonly #records = new Map<RecordKind, KnownRecord[]>();
	readonly #broken: BrokenRecord[] = [];
	readonly #missing = new Set<string>();
	#missingFrom: number | undefined;
	/** Lines that were shown before, and where each stands, by file. */
	readonly #lines = new Map<string, Map<string, LinePlace>>();

	add({ file, place, standing }: ShownText, read: ReadText | undefined): void {
		const kind = recordKindOf(file);
		if (read === undefined) {
			this.#missing.add(file);
			this.#missingFrom = Math.min(this.#missingFrom ?? place.position, place.position);
			return;
		}
		if (!('lines' in read)) {
			this.#take(kind, { ...place, line: undefined, stands: standing === place.blob }, read);
			return;
		}
		const seen = this.#lines.get(file) ?? new Map<string, LinePlace>();
		this.#lines.set(file, seen);
		const stands = standing === place.blob;
		for (const [index, line] of linesOf(read.lines).entries()) {
			if (line.text === '') continue;
			const before = seen.get(line.text);
			if (before !== undefined) {
				// Each line counts from when it was first shown, and is told where it stands now.
				if (stands) Object.assign(before, { line: index + 1, stands });
				continue;
			}
			const whole = { ...place, line: index + 1, stands };
			const found = kind === undefined ? noRecord : line.isUtf8 ? readRecordLine(kind, line.text) : noUtf8;
			seen.set(line.text, this.#take(kind, whole, found));
		}
	}

	/** Puts down a record, or what is wrong with it; gives what was put down. */
	#take(kind: RecordKind | undefined, place: RecordPlace, read: ReadRecord): LinePlace {
		if (kind === undefined || read.problem !== undefined) {
			const broken = { ...place, kind, problem: read.problem ?? noRecord.problem };
			this.#broken.push(broken);
			return broken;
		}
		const records = this.#records.get(kind) ?? [];
		this.#records.set(kind, records);
		// It fits the schema of its kind.
		const record = { ...place, kind, value: read.value } as KnownRecord;
		records.push(record);
		return record;
	}

	all(): KnownRecords {
		const of = <Kind extends RecordKind>(kind: Kind) =>
			// Each was put under its own kind.
			(this.#records.get(kind) ?? []) as unknown as readonly KnownRecord<Kind>[];
		return {
			approvals: of('approvals'),
			reviews: of('reviews'),
			withdrawals: of('withdrawals'),
			exceptions: of('exceptions'),
			training: of('training'),
			feedback: of('feedback'),
			runs: of('runs'),
			broken: this.#broken,
			missing: [...this.#missing],
			missingFrom: this.#missingFrom,
		};
	}
}
