import { countOf } from '../../diagnostics/count-of.ts';
import { recordKindOf } from '../../model/record/record-kind.ts';
import type { PacketFiles } from '../packet-files.ts';
import { isObject } from '../read-basis.ts';
import { doesNotHold, holds, notEvaluated, someOf, type VerifyCheck } from './verify-check.ts';

const name = 'records/agree';

/** Whether each approval in a packet names a text of it. `recordIn` reads a record; undefined where it is none. */
export async function recordsAgree(
	packet: PacketFiles,
	digests: ReadonlySet<string>,
	recordIn: (file: string, bytes: Buffer) => unknown,
): Promise<VerifyCheck> {
	const approvals = packet.files.filter((path) => recordKindOf(path) === 'approvals');
	if (approvals.length === 0) return notEvaluated(name, 'no approval is in the packet');
	const problems: { readonly file: string; readonly what: string }[] = [];
	for (const file of approvals) {
		const read = await packet.read(file);
		const value = read.ok ? recordIn(file, read.value) : undefined;
		const digest = isObject(value) ? value['digest'] : undefined;
		if (!read.ok) problems.push({ file, what: read.why });
		else if (typeof digest !== 'string') problems.push({ file, what: 'names no digest' });
		else if (!digests.has(digest))
			problems.push({ file, what: `names ${digest}, which is no text of the packet` });
	}
	if (problems.length === 0)
		return holds(name, `${countOf(approvals.length, 'approval')}, each of a text of the packet`);
	const files = problems.map(({ file }) => file);
	return doesNotHold(name, someOf(problems.map(({ file, what }) => `${file} ${what}`)), files);
}
