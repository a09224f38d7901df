import { join } from 'node:path';
import { digestOfRead, readTexts } from '../../../../library/history/read-texts.ts';
import type { PastDocument } from '../../../../lint/history-subject.ts';
import { canonicalText } from '../../../../model/digest.ts';
import { blobId } from '../../../../model/history/blob-id.ts';
import type { PathState, Trail } from '../../../../model/history/trail.ts';
import type { ReadDocument } from '../../../../model/read-document.ts';
import type { CommandContext } from '../../../command-context.ts';
import type { OpenRecord } from '../../../history/open-record.ts';
import { isKnown } from './is-known.ts';
import type { JudgedFiles } from './judged-files.ts';

/** Adds what only texts can tell: whether what stands here is the version whose number it bears, and old titles. */
export async function withTexts(
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
		const one = here === undefined ? undefined : selected.get(here.file);
		const titles = (cameBack.get(id) ?? []).flatMap(({ blob }) => texts.get(blob)?.title ?? []);
		if (same.has(id)) return { ...past, isOwner: true, sameLog: true, titles, hereDigest: owner?.digest };
		const old = owner === undefined ? undefined : texts.get(owner.blob);
		if (one === undefined || (old === undefined && !isSigned(past))) return { ...past, titles };
		const now = factsOf(one.read());
		if (old === undefined) return { ...past, titles, hereDigest: now.digest };
		// A text that cannot be read is no content: document/syntax reports it.
		const isOwner = now.digest === null || old.digest === null ? undefined : now.digest === old.digest;
		return { ...past, isOwner, sameLog: now.log === old.log, titles, hereDigest: now.digest };
	});
}

/** Whether somebody has signed any text of a document. */
function isSigned({ state: { approvals } }: PastDocument): boolean {
	return [...(approvals?.completions.values() ?? [])].some(({ signatures }) => signatures.length > 0);
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

function inLibrary({ history }: OpenRecord, path: string): string {
	return path.slice(history.prefix.length);
}
