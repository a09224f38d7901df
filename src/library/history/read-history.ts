import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type MainlineRef, mainlineRef } from '../../git/history/mainline-ref.ts';
import { refuseOldGit } from '../../git/history/refuse-old-git.ts';
import { type RepositoryState, repositoryState } from '../../git/history/repository-state.ts';
import type { Git } from '../../git/open-git.ts';
import type { Files } from '../../io/io.ts';
import { type MainlineView, mainlineOf } from '../../model/history/mainline.ts';
import { toLibraryPath } from '../find-files.ts';
import { buildIndex, type WantedIndex } from './build-index.ts';
import {
	DamagedIndex,
	type HistoryIndex,
	type IndexBytes,
	type IndexHeader,
	parseIndex,
} from './history-index.ts';
import { type LibraryHistory, pathOfKey } from './library-history.ts';

/** What reading the past needs to know. */
export interface HistoryRequest {
	readonly files: Files;
	readonly git: Git;
	/** The root of the library, absolute, links resolved. */
	readonly root: string;
	/** The branch that the config names as its mainline. */
	readonly mainline: string | undefined;
	/** Read this in place of the mainline: what is checked out. What is in force is never told by it. */
	readonly inPlaceOfMainline?: MainlineRef;
	/** What the program was built from; undefined where nothing may be remembered. */
	readonly build: string | undefined;
	/** Seconds since 1970-01-01 UTC: what a commit says that lies ahead of it is not believed. */
	readonly now: MainlineView['now'];
	/** Called now and then with the number of commits read. */
	readonly onCommits?: (count: number) => void;
}

/**
 * Reads the past of a library in one pass over the history. What was read is kept in the git directory, under the
 * commits it was read from, and grows by what is new; it is thrown away where it does not fit any more.
 */
export async function readHistory(request: HistoryRequest): Promise<LibraryHistory> {
	const { git, files, root } = request;
	const state = await repositoryState(git);
	const ref = request.inPlaceOfMainline ?? mainlineRef(state, request.mainline);
	const path = toLibraryPath(git.top, root);
	const wanted: WantedIndex = {
		format: 1,
		build: request.build ?? '',
		prefix: path === '' ? '' : `${path}/`,
		tips: [...new Set([...state.refs.values(), ...(state.head ? [state.head.commit] : [])])].sort(),
		head: ref?.commit ?? null,
		boundary: boundaryOf(files, git),
	};
	return historyOf(await indexFor(request, state, wanted), state, ref, request.now);
}

async function indexFor(
	request: HistoryRequest,
	state: RepositoryState,
	wanted: WantedIndex,
): Promise<HistoryIndex> {
	const { files, git } = request;
	const file = indexFile(git, wanted.prefix, request.inPlaceOfMainline !== undefined);
	const kept = request.build === undefined ? undefined : readKept(files, file);
	if (kept !== undefined && fits(kept.header, wanted)) return kept;
	await refuseOldGit(git);
	const older = await olderIndex(request, wanted, kept);
	const text = await buildIndex({ ...request, filtered: state.filtered }, wanted, older);
	// From the file only what is asked for is read; the whole text need not stay.
	const written =
		request.build !== undefined && isWritten(files, file, text) ? readKept(files, file) : undefined;
	const index = written ?? parseIndex(bytesOf(Buffer.from(text)));
	if (index === undefined) throw new Error('An index that was just made cannot be read');
	return index;
}

/** What was read before and can be added to. A branch that was just begun has all of the past of the mainline. */
async function olderIndex(
	{ files, git, build, inPlaceOfMainline }: HistoryRequest,
	wanted: WantedIndex,
	kept: HistoryIndex | undefined,
): Promise<HistoryIndex | undefined> {
	if (kept !== undefined && (await grows(git, kept.header, wanted))) return kept;
	if (inPlaceOfMainline === undefined || build === undefined) return undefined;
	const ofMainline = readKept(files, indexFile(git, wanted.prefix, false));
	return ofMainline !== undefined && (await grows(git, ofMainline.header, wanted)) ? ofMainline : undefined;
}

/** Whether an index could be kept: a clone that may not be written to reads its past each time. */
function isWritten(files: Files, file: string, text: string): boolean {
	try {
		files.write(file, text);
		return true;
	} catch {
		return false;
	}
}

function historyOf(
	index: HistoryIndex,
	state: RepositoryState,
	ref: MainlineRef | undefined,
	now: MainlineView['now'],
): LibraryHistory {
	const mainline = mainlineOf(index.chain, { now });
	return {
		ref,
		state,
		mainline,
		mainlineUpTo: (position) =>
			position >= mainline.length - 1 ? mainline : mainlineOf(index.chain, { now, length: position + 1 }),
		begin: index.header.begin,
		partial: partialBecause(state, index.header.missing),
		unseen: index.header.unseen,
		prefix: index.header.prefix,
		get ids() {
			return index.keys.filter((key) => pathOfKey(key) === undefined);
		},
		get files() {
			return index.keys.flatMap((key) => pathOfKey(key) ?? []);
		},
		trail: (key) => index.trail(key),
	};
}

function partialBecause({ shallow, filtered }: RepositoryState, missing: number): string | null {
	if (shallow) return 'shallow clone';
	if (missing > 0) return filtered ? 'partial clone' : 'objects are missing from the repository';
	return null;
}

/** Beside git's own files; a library in a folder has one of its own, and so has what is read in place of the mainline. */
function indexFile(git: Git, prefix: string, isBeside: boolean): string {
	const name = prefix === '' ? 'history' : `history-${hashOf(prefix).slice(0, 12)}`;
	return join(git.commonFolder, 'sop', isBeside ? `${name}-branch` : name);
}

/** After so many parts it is quicker to have all of it. */
const mostParts = 50;

/** Opens the index that was kept, of which only what is asked for is read. One that proves damaged is emptied. */
function readKept(files: Files, path: string): HistoryIndex | undefined {
	let parts = 0;
	let whole: IndexBytes | undefined;
	const index = parseIndex((from, length) => {
		parts++;
		if (parts > mostParts && whole === undefined) {
			const read = files.read(path);
			whole = bytesOf(read.ok ? read.bytes : new Uint8Array());
		}
		return whole === undefined ? files.readPart(path, from, length) : whole(from, length);
	});
	if (index === undefined) return undefined;
	const orEmptied = <Value>(value: () => Value): Value => {
		try {
			return value();
		} catch (error) {
			if (error instanceof DamagedIndex) files.write(path, '');
			throw error;
		}
	};
	return {
		...index,
		chain: {
			length: index.chain.length,
			idAt: (position) => orEmptied(() => index.chain.idAt(position)),
			dates: () => orEmptied(() => index.chain.dates()),
		},
		trail: (key) => orEmptied(() => index.trail(key)),
		commits: () => orEmptied(() => index.commits()),
	};
}

function bytesOf(bytes: Uint8Array): IndexBytes {
	return (from, length) => bytes.subarray(from, from + length);
}

function fits(kept: IndexHeader, wanted: WantedIndex): boolean {
	return Object.entries(wanted).every(
		([key, value]) => JSON.stringify(Reflect.get(kept, key)) === JSON.stringify(value),
	);
}

/** Whether all that an index holds can still be reached: then only what is new has to be read. */
async function grows(git: Git, kept: IndexHeader, wanted: WantedIndex): Promise<boolean> {
	const { tips, missing } = kept;
	if (missing > 0 || tips.length === 0 || !fits({ ...kept, tips: wanted.tips, head: wanted.head }, wanted))
		return false;
	try {
		const lost = await git.text(['rev-list', '--max-count=1', ...tips, '--not', ...wanted.tips, '--']);
		return lost.trim() === '';
	} catch {
		// A commit that was rewritten may be gone.
		return false;
	}
}

/** Git's own list of the commits where a shallow clone ends. */
function boundaryOf(files: Files, git: Git): string {
	const read = files.read(join(git.commonFolder, 'shallow'));
	return read.ok ? hashOf(read.bytes) : '';
}

function hashOf(content: string | Uint8Array): string {
	return createHash('sha256').update(content).digest('hex');
}
