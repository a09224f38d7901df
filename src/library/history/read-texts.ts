import { localObjects, readObjects } from '../../git/history/read-objects.ts';
import type { Git } from '../../git/open-git.ts';
import { digestOf } from '../../model/digest.ts';
import { fileKindOf } from '../../model/file-kind.ts';
import { onceFor } from '../../model/once-for.ts';
import type { ReadDocument } from '../../model/read-document.ts';
import { decodeText } from '../../source/decode-text.ts';
import { similarTexts } from '../../source/similar-texts.ts';
import { readDocument } from '../read-document.ts';

/** A text at a path in the library, to be read from git. */
export interface WantedText {
	/** Relative to the library, with `/`. */
	readonly file: string;
	readonly blob: string;
}

/** A text as git holds it. */
export interface TextBytes extends WantedText {
	/** Part of a larger buffer: to be copied by whoever keeps it. */
	readonly bytes: Buffer;
}

/**
 * Gives the bytes of old texts, as git holds them; none for what the repository does not have. `filtered`
 * says that some may have been left out when it was cloned: these are never asked for.
 */
export async function* bytesOfTexts(
	git: Git,
	wanted: readonly WantedText[],
	filtered: boolean,
): AsyncGenerator<TextBytes> {
	const files = new Map(wanted.map(({ blob, file }) => [blob, file]));
	if (files.size === 0) return;
	const local = filtered ? await localObjects(git) : undefined;
	const asked = [...files.keys()].filter((blob) => local?.has(blob) ?? true);
	for await (const { id: blob, bytes } of readObjects(git, asked))
		if (bytes !== null) yield { blob, bytes, file: files.get(blob) ?? '' };
}

/**
 * A reader of the content values of texts that are alike, which share what they have in common; undefined where a text has
 * none that everybody would read the same. None of them is held against a schema.
 */
export function contentReader(): (bytes: Uint8Array) => unknown {
	const read = similarTexts();
	return (bytes) => {
		const decoded = decodeText(bytes);
		const reading = decoded.ok ? read(decoded.text) : undefined;
		return reading !== undefined && hasOneValue(reading) ? reading.value : undefined;
	};
}

/** Reads old texts of documents as documents, by the rules of `bytesOfTexts`; quickest where those that are alike come together. */
export async function* readTexts(
	git: Git,
	wanted: readonly WantedText[],
	filtered: boolean,
): AsyncGenerator<{ readonly blob: string; readonly bytes: Buffer; readonly read: ReadDocument }> {
	const readYaml = similarTexts();
	for await (const { blob, file, bytes } of bytesOfTexts(git, wanted, filtered))
		yield { blob, bytes, read: readDocument(fileKindOf(file) ?? 'sop', file, bytes, readYaml) };
}

/** Digests of old texts by object id: null for what has no content value; none for what the repository does not have. */
export async function digestsOfTexts(
	git: Git,
	wanted: readonly WantedText[],
	filtered: boolean,
): Promise<ReadonlyMap<string, string | null>> {
	const digests = new Map<string, string | null>();
	for await (const { blob, read } of readTexts(git, wanted, filtered)) digests.set(blob, digestOfRead(read));
	return digests;
}

/** The digest of a document's content; null where it has none, or none that everybody would read the same. */
export function digestOfRead(read: ReadDocument): string | null {
	if (!hasOneValue(read)) return null;
	const { value } = read;
	return typeof value === 'object' && value !== null ? digestOnce(value) : digestOf(value);
}

/** A text that stands is asked for its digest by several parts of one answer. */
const digestOnce = onceFor((value: object) => digestOf(value));

/** A text that was read, by whichever reader. */
interface Reading {
	readonly value: unknown;
	readonly problems: readonly { readonly rule: string }[];
}

/** Whether a text has a content value, and one that everybody would read the same. */
export function hasOneValue({ problems, value }: Reading): boolean {
	return value !== undefined && !problems.some(({ rule }) => refused.has(rule));
}

/** Problems that leave a text without one content value. */
const refused = new Set(['document/syntax', 'document/duplicate-key', 'document/number-not-exact']);
