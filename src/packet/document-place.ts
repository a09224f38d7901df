import { folderPart } from '../model/record/path-part.ts';

/** A text of a version of a document. */
export interface DocumentText {
	readonly document: string;
	readonly version: string;
	/** `sha256:` and 64 digits. */
	readonly digest: string;
}

/**
 * Where the files of a text lie in a packet, without their endings (`.yaml`, `.canonical.json`, `.html`). Where several texts
 * bear one number their digests tell them apart.
 */
export function documentPlace(text: DocumentText, isAlone = true): string {
	const id = folderPart(text.document);
	const digest = isAlone ? '' : `~${text.digest.slice('sha256:'.length, 'sha256:'.length + 12)}`;
	return `documents/${id}/${id}@${folderPart(text.version)}${digest}`;
}
