import { join } from 'node:path';
import type { Files } from '../io/io.ts';
import { type DocumentSummary, summariseDocument } from '../model/document-summary.ts';
import { nearest } from '../model/nearest.ts';
import { largestFile } from '../source/decode-text.ts';
import { type FoundFile, findFiles, refuseUnreadable } from './find-files.ts';
import { readDocument } from './read-document.ts';
import { skimDocument } from './skim-document.ts';

/** An id that differs in more is not the one that was meant. */
const mostMistakes = 2;

/** Each search for a likely id walks through all of them. */
const mostSearches = 100;

/**
 * The documents of a library that bear on some of its documents, though they are not looked at themselves: those that
 * are referred to, what these follow in turn, those that share an id or an activity, and those whose id is nearly one
 * that is referred to and that nothing has. Of all others no more than the id is read.
 */
export async function contextDocuments(
	library: { readonly files: Files; readonly root: string; readonly ignore: readonly string[] },
	selected: readonly DocumentSummary[],
	isSelected: (file: string) => boolean,
): Promise<readonly DocumentSummary[]> {
	if (selected.length === 0) return [];
	const found = await findFiles(library.files, library.root, library.ignore);
	refuseUnreadable(found);
	const others = found.files.filter(
		({ file, kind, refused }) =>
			(kind === 'sop' || kind === 'checklist') && refused === undefined && !isSelected(file),
	);
	const context = new Context(library.files, library.root);
	context.skim(others, [...new Set(selected.flatMap((document) => document.covers))]);
	context.follow(selected);
	context.addNearlyNamed(selected);
	return context.documents();
}

class Context {
	readonly #files: Files;
	readonly #root: string;
	readonly #read = new Map<string, DocumentSummary | undefined>();
	/** Files by id; capitals do not count, as two files may not share an id that differs in them. */
	readonly #byId = new Map<string, FoundFile[]>();

	constructor(files: Files, root: string) {
		this.#files = files;
		this.#root = root;
	}

	documents(): readonly DocumentSummary[] {
		return [...this.#read.values()].filter((document) => document !== undefined);
	}

	/** Takes up the ids of all, and whole the documents whose id does not tell without, or that cover an activity. */
	skim(others: readonly FoundFile[], activities: readonly string[]): void {
		for (const found of others) {
			const bytes = this.#bytes(found);
			if (bytes === undefined) continue;
			const { id, covers } = skimDocument(bytes, activities);
			const known = id ?? this.#readWhole(found, bytes)?.id;
			if (covers) this.#readWhole(found, bytes);
			if (known === undefined) continue;
			const same = this.#byId.get(keyOf(known));
			if (same) same.push(found);
			else this.#byId.set(keyOf(known), [found]);
		}
	}

	/** Reads what some documents refer to or share their id with, and what SOPs among these follow, to the end. */
	follow(selected: readonly DocumentSummary[]): void {
		const wanted = selected.flatMap((document) => [
			...(document.id === undefined ? [] : [document.id]),
			...document.references.map(({ id }) => id),
		]);
		const seen = new Set<string>();
		for (const id of wanted) {
			const key = keyOf(id);
			if (seen.has(key)) continue;
			seen.add(key);
			for (const found of this.#byId.get(key) ?? []) {
				const document = this.#readWhole(found);
				for (const reference of document?.references ?? [])
					if (reference.how === 'follows') wanted.push(reference.id);
			}
		}
	}

	/** Reads the documents that were likely meant by ids that none has, so that they can be suggested. */
	addNearlyNamed(selected: readonly DocumentSummary[]): void {
		const own = new Set(selected.flatMap(({ id }) => (id === undefined ? [] : [keyOf(id)])));
		const named = selected.flatMap(({ references }) => references.map(({ id }) => keyOf(id)));
		const unknown = [...new Set(named)].filter((key) => !own.has(key) && !this.#byId.has(key));
		for (const key of unknown.slice(0, mostSearches)) {
			const near = nearest(key, this.#byId.keys(), mostMistakes);
			for (const found of this.#byId.get(near ?? '') ?? []) this.#readWhole(found);
		}
	}

	#readWhole(found: FoundFile, known?: Uint8Array): DocumentSummary | undefined {
		if (this.#read.has(found.file)) return this.#read.get(found.file);
		const bytes = known ?? this.#bytes(found);
		const document = bytes && summariseDocument(readDocument(found.kind, found.file, bytes));
		this.#read.set(found.file, document);
		return document;
	}

	/** Nothing of what cannot be read: that is reported where the file itself is looked at. */
	#bytes({ file }: FoundFile): Uint8Array | undefined {
		const path = join(this.#root, file);
		let facts = this.#files.facts(path);
		// Finding files has seen to it that a link leads to a file of the library.
		if (facts?.kind === 'link') facts = this.#files.facts(this.#files.realPath(path) ?? path);
		if (facts?.kind !== 'file' || facts.size > largestFile) return undefined;
		const read = this.#files.read(path);
		return read.ok ? read.bytes : undefined;
	}
}

function keyOf(id: string): string {
	return id.normalize('NFC').toLowerCase();
}
