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
	const [id = '', rest = ''] = cutAt(versionKey(document, version), document.id.length);
	return `documents/${folderPart(id)}/${folderPart(id)}@${rest.slice(1).split('~').map(folderPart).join('~')}`;
}

function cutAt(text: string, at: number): readonly [string, string] {
	return [text.slice(0, at), text.slice(at)];
}
