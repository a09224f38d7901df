import { countOf } from '../../diagnostics/count-of.ts';
import { byCodeUnit } from '../compare.ts';
import { type Hashes, isOutsideManifest } from '../manifest.ts';
import type { PacketFiles, PacketRead } from '../packet-files.ts';
import { doesNotHold, holds, someOf, type VerifyCheck } from './verify-check.ts';

const name = 'manifest/complete';

/** What the files of a packet hash to, those that the manifest does not name apart. */
export async function hashesOf(
	packet: PacketFiles,
	onFile: () => void = () => {},
): Promise<ReadonlyMap<string, PacketRead<string>>> {
	const found = new Map<string, PacketRead<string>>();
	for (const path of packet.files) {
		if (!isOutsideManifest(path)) found.set(path, await packet.sha256(path));
		onFile();
	}
	return found;
}

/** Whether a packet holds the files of its manifest, each as it was, and nothing else. */
export function manifestComplete(
	expected: Hashes,
	found: ReadonlyMap<string, PacketRead<string>>,
	others: PacketFiles['others'],
): VerifyCheck {
	const hashes = new Map(
		[...found].flatMap(([path, read]) => (read.ok ? [[path, read.value] as const] : [])),
	);
	const missing = [...expected.keys()].filter((path) => !found.has(path));
	const added = [...found.keys()].filter((path) => !expected.has(path));
	const changed = [...found.keys()].filter(
		(path) => expected.has(path) && hashes.has(path) && hashes.get(path) !== expected.get(path),
	);
	const unread = [...found].flatMap(([path, read]) => (read.ok ? [] : [{ path, what: read.why }]));
	const renamed = renames(missing, added, expected, hashes);
	const [from, to] = [new Set(renamed.map(([old]) => old)), new Set(renamed.map(([, now]) => now))];
	const groups: readonly (readonly [string, readonly string[]])[] = [
		['changed', changed],
		['missing', missing.filter((path) => !from.has(path))],
		['added', added.filter((path) => !to.has(path))],
		['renamed', renamed.map(([old, now]) => `${old} to ${now}`)],
		['not to be read', [...unread, ...others].map(({ path, what }) => `${path} (${what})`)],
	];
	const wrong = groups.filter(([, all]) => all.length > 0);
	if (wrong.length === 0)
		return holds(name, `${countOf(expected.size, 'file')}, each as the manifest has it, and no other`);
	const files = [...changed, ...missing, ...added, ...[...unread, ...others].map(({ path }) => path)];
	const detail = wrong.map(([what, all]) => `${all.length} ${what}: ${someOf(all)}`).join('; ');
	return doesNotHold(name, detail, [...new Set(files)].sort(byCodeUnit));
}

/** Files that are missing whose bytes stand under another name, each with that name. */
function renames(
	missing: readonly string[],
	added: readonly string[],
	expected: Hashes,
	hashes: Hashes,
): readonly (readonly [string, string])[] {
	const free = new Map<string, string[]>();
	for (const path of added) {
		const hash = hashes.get(path);
		if (hash !== undefined) free.set(hash, [...(free.get(hash) ?? []), path]);
	}
	return missing.flatMap((path) => {
		const now = free.get(expected.get(path) ?? '')?.shift();
		return now === undefined ? [] : [[path, now] as const];
	});
}
