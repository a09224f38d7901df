import type { AuditInput } from '../../../audit/audit-input.ts';
import { documentsInText } from '../../../audit/documents-in-text.ts';
import { readObjects } from '../../../git/history/read-objects.ts';
import { hasOneValue } from '../../../library/history/read-texts.ts';
import { readDocument } from '../../../library/read-document.ts';
import { canonicalText } from '../../../model/digest.ts';
import { registerKinds } from '../../../model/file-kind.ts';
import type { PacketFile } from '../../../packet/packet-file.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { statesOfPath } from '../../history/states-of-path.ts';
import type { Told } from './told.ts';

/**
 * Config, baseline and registers as they stood at both ends of the period, byte for byte, as files of a packet; where comments are left
 * out, their canonical form. One that names
 * a withheld document is left out: what it says of it may be words of it.
 */
export async function* policyFiles(
	record: OpenRecord,
	{ positions, config, documents, prefix }: AuditInput,
	{ asAuditor, redact, isUsualTold }: Told,
): AsyncGenerator<PacketFile> {
	if (!isUsualTold || redact !== undefined) return;
	const withheld = documents.filter(({ isWithheld }) => isWithheld);
	const namedIn = documentsInText(withheld, prefix);
	const isTold = (bytes: Buffer) => withheld.length === 0 || namedIn(bytes.toString()).length === 0;
	const people = config.people?.file?.replace(/^\.\//, '');
	const paths = [
		'sop.config.yaml',
		'.sop-baseline.json',
		...registerKinds.map((kind) => `registers/${kind}.yaml`),
		...(people === undefined ? [] : [people]),
	];
	for (const [folder, position] of [
		['opening', positions.opening],
		['closing', positions.closing],
	] as const) {
		for (const path of new Set(paths)) {
			const states = await statesOfPath(record, path);
			const blob = states.findLast((one) => one.position <= position)?.blob;
			if (blob === undefined) continue;
			for await (const { bytes } of readObjects(record.git, [blob]))
				if (bytes !== null && isTold(bytes)) yield* policyFile(`policy/${folder}/${path}`, bytes, asAuditor);
		}
	}
}

function* policyFile(path: string, bytes: Buffer, withoutComments: boolean): Generator<PacketFile> {
	if (!withoutComments) {
		yield { path, content: Uint8Array.from(bytes) };
		return;
	}
	const read = readDocument('config', path, bytes);
	if (hasOneValue(read)) yield { path: `${path}.canonical.json`, content: canonicalText(read.value) };
}
