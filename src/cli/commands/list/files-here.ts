import { join } from 'node:path';
import { findFiles, refuseUnreadable } from '../../../library/find-files.ts';
import { digestOfRead } from '../../../library/history/read-texts.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { readFoundFile } from '../../../library/read-document.ts';
import { type DocumentSummary, summariseDocument } from '../../../model/document-summary.ts';
import { blobId } from '../../../model/history/blob-id.ts';
import type { CommandContext } from '../../command-context.ts';
import type { StandingsHere } from '../../history/standing-here.ts';
import { type Withheld, type Withholding, withheldItem } from '../../withholding.ts';
import type { RegisteredDocument } from './known-entries.ts';
import { draftEntry, type RegisterEntry } from './register-entry.ts';

/** What the files of the working tree add to the register. */
export interface FilesHere {
	/** Documents that the mainline never showed. */
	readonly drafts: readonly { readonly entry: RegisterEntry; readonly summary: DocumentSummary }[];
	/** Of documents that it did show, by id: what lies here, where that differs. */
	readonly differing: ReadonlyMap<string, RegisterEntry['here']>;
	/** Documents that are withheld altogether. */
	readonly withheld: readonly Withheld[];
	/** Ids of documents whose file here is classified higher than what is committed. */
	readonly classifiedHigher: ReadonlySet<string>;
	/** Files that cannot be read; of some not even the id is known. */
	readonly unreadable: readonly { readonly file: string; readonly summary: DocumentSummary | undefined }[];
}

/** What the working tree is held against. */
export interface CommittedHere {
	readonly known: readonly RegisteredDocument[];
	/** How texts here stand by the commits of what is checked out; undefined where no commit tells. */
	readonly standings: StandingsHere | undefined;
	readonly isOnBranch: boolean;
	/** Why nothing is known of the past; undefined where it is. */
	readonly cause: string | undefined;
	readonly withholding: Withholding;
}

/** Nothing: what was known then has nothing to do with the files of today. */
export const noFilesHere: FilesHere = {
	drafts: [],
	differing: new Map(),
	withheld: [],
	classifiedHigher: new Set(),
	unreadable: [],
};

/** Reads the documents of the working tree that are not, to the byte, what the mainline holds at their place. */
export async function filesHere(
	context: CommandContext,
	library: OpenLibrary,
	{ known, standings, isOnBranch, cause, withholding }: CommittedHere,
): Promise<FilesHere> {
	const { files } = context.io;
	const root = library.root.path;
	const byId = new Map(known.map((one) => [one.entry.id, one]));
	const byText = new Map(known.flatMap((one) => one.blobs.map((blob) => [`${blob} ${one.entry.file}`, one])));
	const width = known[0]?.blobs[0]?.length ?? 40;
	const drafts: { entry: RegisterEntry; summary: DocumentSummary }[] = [];
	const differing = new Map<string, RegisterEntry['here']>();
	const withheld: Withheld[] = [];
	const classifiedHigher = new Set<string>();
	const unreadable: { file: string; summary: DocumentSummary | undefined }[] = [];
	const found = await findFiles(files, root, library.config.ignore ?? []);
	for (const one of found.files) {
		if (one.kind !== 'sop' && one.kind !== 'checklist') continue;
		const bytes = files.read(join(root, one.file));
		const blob = bytes.ok ? blobId(bytes.bytes, width) : '';
		const same = byText.get(`${blob} ${one.file}`)?.entry;
		if (same !== undefined) {
			const { version, digest } = same.standing;
			const id = same.id ?? '';
			if (standings?.hasOwnRecords(id) === true)
				differing.set(id, { version, digest, ...standings.of(id, blob, digest) });
			continue;
		}
		const read = readFoundFile(files, root, one);
		const summary = summariseDocument(read);
		const id = summary?.id ?? '';
		const digest = digestOfRead(read);
		// Copies of what is kept, because pieces of a text keep the whole text in memory.
		if (withholding.withholds(withholding.classOf(read))) {
			if (byId.has(id)) classifiedHigher.add(structuredClone(id));
			else withheld.push(structuredClone(withheldItem(summary?.id, digest)));
			continue;
		}
		if (summary?.known !== 'whole') {
			unreadable.push(structuredClone({ file: read.file, summary }));
			const reason = read.problems[0]?.message ?? 'it holds no keys';
			context.warn(`${read.file} cannot be read, so it is not listed: ${reason}. sop lint shows where.`);
			continue;
		}
		const committed = byId.get(id);
		if (committed === undefined) {
			const why = cause === undefined ? 'not on the mainline yet' : `not evaluated: ${cause}`;
			const onBranch = isOnBranch ? standings?.of(id, blob, digest) : undefined;
			const entry = draftEntry(summary, read.value, why, cause ?? null, onBranch);
			drafts.push(structuredClone({ entry, summary }));
		} else if (digest !== committed.entry.standing.digest) {
			const standing = standings?.of(id, blob, digest) ?? { status: null, why: [] };
			differing.set(
				...structuredClone<[string, RegisterEntry['here']]>([
					id,
					{ version: summary.version ?? null, digest, ...standing },
				]),
			);
		}
	}
	refuseUnreadable(found, !withholding.isLimited);
	return { drafts, differing, withheld, classifiedHigher, unreadable };
}
