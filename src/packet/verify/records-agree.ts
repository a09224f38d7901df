import { countOf } from '../../diagnostics/count-of.ts';
import { recordKindOf } from '../../model/record/record-kind.ts';
import type { ListValue } from '../list-files.ts';
import type { PacketFiles } from '../packet-files.ts';
import { isObject } from '../read-basis.ts';
import { doesNotHold, holds, notEvaluated, someOf, type VerifyCheck } from './verify-check.ts';

const name = 'records/agree';

/**
 * Whether each approval in a packet names the digest that the list of approvals has for its file, or where that tells
 * nothing of it, a text of the packet. A list tells also of approvals whose text was in force before the period, or never.
 * `recordIn` reads a record; undefined where it is none.
 */
export async function recordsAgree(
	packet: PacketFiles,
	digests: ReadonlySet<string>,
	listed: ListValue | undefined,
	recordIn: (file: string, bytes: Buffer) => unknown,
): Promise<VerifyCheck> {
	const approvals = packet.files.filter((path) => recordKindOf(path) === 'approvals');
	if (approvals.length === 0) return notEvaluated(name, 'no approval is in the packet');
	const told = new Map<unknown, unknown>(
		(listed?.rows ?? []).map((row) => [row['file'] ?? null, row['digest']]),
	);
	const problems: { readonly file: string; readonly what: string }[] = [];
	for (const file of approvals) {
		const read = await packet.read(file);
		const value = read.ok ? recordIn(file, read.value) : undefined;
		const digest = isObject(value) ? value['digest'] : undefined;
		if (!read.ok) problems.push({ file, what: read.why });
		else if (typeof digest !== 'string') problems.push({ file, what: 'names no digest' });
		else if (told.has(file)) {
			if (told.get(file) !== digest)
				problems.push({ file, what: `names ${digest}, and the list of approvals ${String(told.get(file))}` });
		} else if (!digests.has(digest))
			problems.push({ file, what: `names ${digest}, which is no text of the packet` });
	}
	if (problems.length === 0)
		return holds(name, `${countOf(approvals.length, 'approval')}, each as its list or its text has it`);
	const files = problems.map(({ file }) => file);
	return doesNotHold(name, someOf(problems.map(({ file, what }) => `${file} ${what}`)), files);
}
