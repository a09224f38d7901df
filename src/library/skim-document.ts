import { idInText } from '../model/document-id.ts';

/** Enough of a text for its header. */
const header = 4096;

/** What can be told of a document without parsing it. */
export interface SkimmedDocument {
	/** Undefined where it is not plainly written at the top: then only reading it whole tells. */
	readonly id: string | undefined;
	/** Whether it seems to cover one of some activities. */
	readonly covers: boolean;
}

const utf8 = new TextDecoder();

/** Looks at the header of a document's bytes for its id, and for one of some activities under `covers`. */
export function skimDocument(bytes: Uint8Array, activities: readonly string[]): SkimmedDocument {
	const id = idInText(utf8.decode(bytes.subarray(0, header)));
	return { id, covers: activities.length > 0 && coversOne(utf8.decode(bytes), activities) };
}

function coversOne(text: string, activities: readonly string[]): boolean {
	const list = coversList(text);
	return list !== undefined && activities.some((activity) => list.includes(activity));
}

/** What stands under `covers` in a text, without parsing it: the activities, where it is plainly written. */
export function skimCovers(text: string): readonly string[] {
	const list = coversList(text)?.replace(/(?<=^|\s)#.*$/gm, '') ?? '';
	return list.match(/[^\s,[\]"'-][^\s,[\]"']*/g) ?? [];
}

function coversList(text: string): string | undefined {
	return /^covers:(.*(?:\r?\n(?:[ \t-].*|(?=\r?\n)))*)/m.exec(text)?.[1];
}
