import { normal, type Version } from '../model/history/version.ts';
import { folderPart } from '../model/record/path-part.ts';
import type { AuditedDocument } from './audit-input.ts';

/** How a packet calls a version: `SOP-FIN-001@2.1`, with the beginning of its digest where two texts share the number. */
export function versionKey({ id, state }: Pick<AuditedDocument, 'id' | 'state'>, version: Version): string {
	const rivals = state.timeline.versions.filter((one) => normal(one.version) === normal(version.version));
	return rivals.length < 2
		? `${id}@${version.version}`
		: `${id}@${version.version}~${(version.digest ?? version.blob).replace('sha256:', '').slice(0, 12)}`;
}

/** Where a packet has a version, without the ending: `documents/SOP-FIN-001/SOP-FIN-001@2.1`. */
export function versionPlace(document: Pick<AuditedDocument, 'id' | 'state'>, version: Version): string {
	const isAlone = versionKey(document, version) === `${document.id}@${version.version}`;
	const digest = version.digest ?? `sha256:${version.blob}`;
	return documentPlace({ document: document.id, version: version.version, digest }, isAlone);
}

/** Where a packet says what changed between two versions, without the ending: `changes/SOP-FIN-001/2.0..2.1`. */
export function changePlace(
	document: Pick<AuditedDocument, 'id' | 'state'>,
	before: Version,
	after: Version,
): string {
	const ends = [before, after].map((version) => versionPlace(document, version).split('@').at(-1));
	return `changes/${folderPart(document.id)}/${ends.join('..')}`;
}

/** Where a packet has what the signature in a record is made over, beside the record: `….signed.json` for `….yaml`. */
export function signedTextPlace(record: string): string {
	return record.replace(/\.yaml$/, signedTextEnding);
}

/** How the names of these texts end. */
export const signedTextEnding = '.signed.json';

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
