import { readTexts } from '../../../library/history/read-texts.ts';
import { type Classification, highestClass } from '../../../model/classification.ts';
import { normal, type Version } from '../../../model/history/version.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import type { KnownDocument } from '../../history/document-states.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import type { Withholding } from '../../withholding.ts';

/** The text of a version, and how it and what stands beside it are classified. */
export interface ShownText {
	/** Undefined where the repository does not have it. */
	readonly text: { readonly read: ReadDocument; readonly bytes: Uint8Array } | undefined;
	/** Of the text, or of one that was only classified anew under the same number. */
	readonly classification: Classification;
	/** The highest of the texts that stand, or stood last. */
	readonly beside: Classification;
}

/** Reads the text of a version, or of none, and what stands beside it. */
export async function shownText(
	record: OpenRecord,
	found: KnownDocument,
	version: Version | undefined,
	withholding: Withholding,
): Promise<ShownText> {
	const text = version === undefined ? undefined : await textOf(record, version);
	const beside = await classesBeside(record, found, withholding);
	// A text that was only classified anew, under the same number, is as its file says now.
	const again = found.state.timeline.standing.filter(
		(one) => normal(one.version ?? '') === normal(version?.version ?? ' '),
	);
	return {
		text,
		classification: highestClass([
			withholding.classOf(text?.read),
			...again.flatMap(({ blob }) => beside.get(blob) ?? []),
		]),
		beside: highestClass([...beside.values()]),
	};
}

/** The text of a version; undefined where the repository does not have it. */
async function textOf(
	{ git, history }: OpenRecord,
	{ path, blob }: Version,
): Promise<{ readonly read: ReadDocument; readonly bytes: Uint8Array } | undefined> {
	const wanted = [{ file: path.slice(history.prefix.length), blob }];
	for await (const { read, bytes } of readTexts(git, wanted, history.state.filtered)) return { read, bytes };
	return undefined;
}

/** The classes of the texts that stand, or stood last, on the mainline or beside it, by their object ids. */
async function classesBeside(
	{ git, history }: OpenRecord,
	{ state, trail }: KnownDocument,
	withholding: Withholding,
): Promise<ReadonlyMap<string, Classification>> {
	const last = trail.entries.find(({ after }) => after.length > 0)?.after ?? [];
	const texts = [...state.timeline.standing, ...last].map(({ path, blob }) => ({
		blob,
		file: path.slice(history.prefix.length),
	}));
	const classes = new Map<string, Classification>(texts.map(({ blob }) => [blob, 'restricted']));
	for await (const { blob, read } of readTexts(git, texts, history.state.filtered))
		classes.set(blob, withholding.classOf(read));
	return classes;
}
