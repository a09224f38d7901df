import { Buffer } from 'node:buffer';
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

/** Looks at the header of a document's bytes for its id, and for one of some activities under `covers`. */
export function skimDocument(bytes: Uint8Array, activities: readonly string[]): SkimmedDocument {
	const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const id = idInText(whole.subarray(0, header).toString('utf8'));
	return { id, covers: activities.length > 0 && coversOne(whole, activities) };
}

function coversOne(bytes: Buffer, activities: readonly string[]): boolean {
	const at = bytes.indexOf('covers:');
	if (at === -1) return false;
	const list = /^covers:(.*(?:\r?\n(?:[ \t-]|\r?\n).*)*)/.exec(
		bytes.subarray(at, at + header).toString('utf8'),
	)?.[1];
	return list !== undefined && activities.some((activity) => list.includes(activity));
}
