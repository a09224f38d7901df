import type { AuditInput } from '../../../audit/audit-input.ts';
import { signedTextPlace } from '../../../audit/places.ts';
import { readObjects } from '../../../git/history/read-objects.ts';
import { normal } from '../../../model/history/version.ts';
import type { KnownRecord } from '../../../model/record/known-record.ts';
import { recordKinds } from '../../../model/record/record-kind.ts';
import { signedText } from '../../../model/signature/signed-text.ts';
import type { PacketFile } from '../../../packet/packet-file.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { hasTexts, type Told } from './told.ts';

/**
 * The records of the documents that a packet tells of, byte for byte as the mainline first showed them, at their own
 * paths; beside each with a signature what that is made over, so that anybody can check it. A file that also speaks of a withheld document is left out whole, and so are all where people are redacted: a
 * record without its person would be another one.
 */
export async function* recordFiles(
	{ git }: OpenRecord,
	{ documents, records }: AuditInput,
	{ redact }: Told,
): AsyncGenerator<PacketFile> {
	if (redact !== undefined) return;
	const told = new Set(documents.filter(hasTexts).map(({ id }) => id));
	const known = new Set(documents.map(({ id }) => id));
	const withheld = new Set(documents.filter(({ isWithheld }) => isWithheld).map(({ id }) => id));
	const all = recordKinds.flatMap((kind): readonly KnownRecord[] =>
		kind === 'feedback' ? [] : records[kind],
	);
	const secret = new Set(
		all
			.filter(({ value: { document = '' } }) => withheld.has(document) || !known.has(document))
			.map(({ file }) => file),
	);
	const numbers = new Set(
		documents.flatMap(({ id, versions }) => versions.map((one) => numberOf(id, one.version.version))),
	);
	// The list of approvals is about the versions of the period, and so is what stands beside it.
	const isReliedOn = ({ kind, value }: KnownRecord) =>
		kind !== 'approvals' || numbers.has(numberOf(value.document, String(value.version)));
	// The last text of a file in lines holds all of them.
	const blobs = new Map<string, string>();
	for (const record of all)
		if (!secret.has(record.file) && told.has(record.value.document ?? '') && isReliedOn(record))
			blobs.set(record.file, record.blob);
	const signed = new Map<string, string>(
		all.flatMap(({ file, value }) => ('signature' in value ? [[file, signedText(value)] as const] : [])),
	);
	const files = new Map<string, string[]>();
	for (const [file, blob] of blobs) files.set(blob, [...(files.get(blob) ?? []), file]);
	for await (const { id, bytes } of readObjects(git, files.keys())) {
		if (bytes === null) continue;
		for (const file of files.get(id) ?? []) {
			yield { path: file, content: Uint8Array.from(bytes) };
			const text = signed.get(file);
			// Of a file in lines each has a text of its own.
			if (text !== undefined && file.endsWith('.yaml')) yield { path: signedTextPlace(file), content: text };
		}
	}
}

function numberOf(document: string | undefined, version: string): string {
	return `${document}@${normal(version)}`;
}
