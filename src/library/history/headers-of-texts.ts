import { localObjects, readObjects } from '../../git/history/read-objects.ts';
import type { Git } from '../../git/open-git.ts';
import { type Header, headerOfValue, plainHeader } from '../../model/history/header.ts';
import { readDocument } from '../read-document.ts';

/** Headers of documents by the object id of their text, and how many texts the repository does not have. */
export interface HeadersOfTexts {
	readonly headers: ReadonlyMap<string, Header>;
	readonly missing: number;
}

/** Enough of a text for its header. */
const top = 4096;

const utf8 = new TextDecoder();

/**
 * Reads the header of each text: from its top where it is plainly written there, else from its value. What a partial
 * clone has left out is never asked for, as git would fetch it.
 */
export async function headersOfTexts(
	git: Git,
	texts: ReadonlySet<string>,
	filtered: boolean,
): Promise<HeadersOfTexts> {
	const local = filtered ? await localObjects(git) : undefined;
	const asked = local === undefined ? texts : [...texts].filter((blob) => local.has(blob));
	const headers = new Map<string, Header>();
	let here = 0;
	for await (const { id: blob, bytes } of readObjects(git, asked)) {
		if (bytes === null) continue;
		here++;
		headers.set(blob, detached(headerIn(bytes)));
	}
	return { headers, missing: texts.size - here };
}

function headerIn(bytes: Uint8Array): Header {
	const short = bytes.length <= top;
	// Cut in the middle of a line, the last one would end too early.
	const end = short ? bytes.length : bytes.lastIndexOf(0x0a, top) + 1;
	return (
		plainHeader(utf8.decode(bytes.subarray(0, end))) ?? headerOfValue(readDocument('sop', '', bytes).value)
	);
}

/** Copies, because a piece of a text keeps the whole text in memory. */
function detached({ id, version, effective }: Header): Header {
	const copy = (text: string | undefined) => (text === undefined ? undefined : Buffer.from(text).toString());
	return { id: copy(id), version: copy(version), effective: copy(effective) };
}
