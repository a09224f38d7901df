import {
	type ContextSources,
	type DocumentContext,
	documentContext,
	movedInputs,
} from '../../../../control/context/document-context.ts';
import { pathKey } from '../../../../library/history/library-history.ts';
import { digestsOfTexts, readTexts } from '../../../../library/history/read-texts.ts';
import { sha256InLibrary, sha256OfFile } from '../../../../library/linked-files.ts';
import { readDocument } from '../../../../library/read-document.ts';
import { type DecidingSignature, decidingSignatures } from '../../../../lint/deciding-versions.ts';
import type { MovedContext, PastDocument } from '../../../../lint/history-subject.ts';
import { registerKinds } from '../../../../model/file-kind.ts';
import { fileLinksOf, pathOfLink } from '../../../../model/file-links.ts';
import { inForceAt } from '../../../../model/history/timeline.ts';
import type { ReadDocument } from '../../../../model/read-document.ts';
import { type Registers, registersFrom } from '../../../../model/registers.ts';
import { secondsOf } from '../../../../model/zone.ts';
import type { OpenRecord } from '../../../history/open-record.ts';
import type { JudgedFiles } from './judged-files.ts';

/**
 * Signatures that state what their document leant on, where that is something else here and now. Only for those is it
 * worked out what stood there when they were made, to name what has moved.
 */
export async function movedContexts(
	record: OpenRecord,
	judged: JudgedFiles,
	documents: readonly PastDocument[],
): Promise<readonly MovedContext[]> {
	const stated = [...decidingSignatures(documents, record.moment.on)].filter(
		({ past, version, signature }) =>
			signature.cause === null &&
			signature.record.value.context !== undefined &&
			past.owner === version &&
			past.isOwner === true,
	);
	if (stated.length === 0) return [];
	const inForce = await digestsInForce(record, documents);
	const { library } = judged;
	const sha256Of = (file: string) => sha256InLibrary(judged.files, library.root.path, file);
	const here = { registers: library.registers, inForceDigestOf: inForce(record.moment.on), sha256Of };
	const now = new Map<string, { readonly read: ReadDocument; readonly context: DocumentContext }>();
	const moved: MovedContext[] = [];
	for (const { past, version, signature } of stated) {
		const read = now.get(past.id)?.read ?? judged.selected.get(past.here?.file ?? '')?.read();
		if (read === undefined) continue;
		const known = now.get(past.id)?.context ?? documentContext(read, here);
		now.set(past.id, { read, context: known });
		if (known.digest === signature.record.value.context) continue;
		const then = documentContext(read, await sourcesAt(record, signature.record, read, inForce));
		const isThen = then.digest === signature.record.value.context;
		moved.push({
			record: signature.record,
			document: past.id,
			version: version.version,
			moved: isThen ? movedInputs(then, known) : undefined,
		});
	}
	return moved;
}

/** Digests of what was in force at an instant, read once for all documents that others follow. */
async function digestsInForce(
	{ git, history }: OpenRecord,
	documents: readonly PastDocument[],
): Promise<(instant: number) => (id: string) => string | undefined> {
	const byId = new Map(documents.map((past) => [past.id, past.timeline]));
	const followed = new Set(
		documents.flatMap(({ here }) =>
			(here?.references ?? []).flatMap(({ id, how }) =>
				how === 'follows' || how === 'executes' ? [id] : [],
			),
		),
	);
	const unread = [...followed].flatMap((id) =>
		(byId.get(id)?.versions ?? []).filter(({ digest, start }) => digest === undefined && start !== undefined),
	);
	const texts = unread.map(({ blob, path }) => ({ blob, file: path.slice(history.prefix.length) }));
	const digests = await digestsOfTexts(git, texts, history.state.filtered);
	return (instant) => (id) => {
		const timeline = byId.get(id);
		const version = timeline === undefined ? undefined : inForceAt(timeline, instant);
		return version?.digest ?? digests.get(version?.blob ?? '') ?? undefined;
	};
}

/** What a document leant on when the mainline showed a record, and just before the commit that brought it. */
async function sourcesAt(
	record: OpenRecord,
	{ position, commit, value }: DecidingSignature['signature']['record'],
	read: ReadDocument,
	inForce: (instant: number) => (id: string) => string | undefined,
): Promise<ContextSources> {
	const { git, history } = record;
	const hashes = new Map<string, string>();
	for (const link of fileLinksOf(read)) {
		const file = pathOfLink(read.file, link);
		if (link.file === '' || file.startsWith('..')) continue;
		const bytes = await git.blob(`${commit}:${history.prefix}${file}`).catch(() => undefined);
		if (bytes !== undefined) hashes.set(file, sha256OfFile(bytes));
	}
	return {
		registers: await registersThen(record, position),
		inForceDigestOf: inForce(secondsOf(value.at ?? '') ?? 0),
		sha256Of: (file) => hashes.get(file),
	};
}

async function registersThen({ git, history }: OpenRecord, position: number): Promise<Registers> {
	const read: ReadDocument[] = [];
	for (const kind of registerKinds) {
		const file = `registers/${kind}.yaml`;
		const stood = (history.trail(pathKey(file))?.entries ?? [])
			.filter(({ mainline }) => mainline !== null && mainline <= position)
			.sort((a, b) => (b.mainline ?? 0) - (a.mainline ?? 0))[0]?.after[0];
		if (stood === undefined) continue;
		for await (const { bytes } of readTexts(git, [{ file, blob: stood.blob }], history.state.filtered))
			read.push(readDocument(kind, file, bytes));
	}
	return registersFrom(read);
}
