import type { Frequency } from '../../audit/packet-list.ts';
import { type ListValue, listCsv, listPaths, rowKey } from '../list-files.ts';
import { manifestName, parseManifest, sha256, utf8 } from '../manifest.ts';
import type { PacketFiles } from '../packet-files.ts';
import { readList } from '../read-list.ts';
import { frequencies } from './frequencies.ts';

/** What samples can be drawn from. */
export interface Population {
	readonly name: string;
	readonly title: string;
	readonly frequency: Frequency;
	readonly keys: readonly string[];
	/** SHA-256 of its CSV file. */
	readonly hash: string;
}

/** Something of a packet, or why it cannot be had, as a sentence without a full stop. */
export type Sealed<Value> =
	| { readonly value: Value; readonly problem?: never }
	| { readonly value?: never; readonly problem: string };

/** The names of the populations of a packet, with how often each of their items happens. */
export async function populations(packet: PacketFiles): Promise<Sealed<ReadonlyMap<string, Frequency>>> {
	const { value: lists, problem } = await sealedList(packet, 'lists');
	if (lists === undefined) return { problem };
	return {
		value: new Map(
			lists.rows.flatMap(({ name, population }) => {
				const frequency = frequencies.find((one) => one === population);
				return typeof name === 'string' && frequency !== undefined ? [[name, frequency] as const] : [];
			}),
		),
	};
}

/** A population as it was sealed: its files are those of the manifest, and say the same. */
export async function populationOf(
	packet: PacketFiles,
	name: string,
	frequency: Frequency,
): Promise<Sealed<Population>> {
	const { value: list, problem } = await sealedList(packet, name);
	if (list === undefined) return { problem };
	const csv = await sealedFile(packet, listPaths(name).csv);
	if (csv.value === undefined) return { problem: csv.problem };
	// Keys are read from the JSON file, and the hash is of the CSV file: both must be one list.
	if (utf8(csv.value) !== listCsv(list))
		return { problem: `The two files of the population ${name} do not say the same` };
	const keys = list.rows.map((row) => rowKey(list.key, row));
	if (new Set(keys).size < keys.length)
		return { problem: `Two rows of the population ${name} have one key, so it cannot be drawn from` };
	return { value: { name, title: list.title, frequency, keys, hash: sha256(csv.value) } };
}

async function sealedList(packet: PacketFiles, name: string): Promise<Sealed<ListValue>> {
	const path = listPaths(name).json;
	const { value, problem } = await sealedFile(packet, path);
	if (value === undefined) return { problem };
	const list = readList(value);
	return 'problem' in list ? { problem: `${path} ${list.problem}` } : { value: list };
}

/** The bytes of a file, where the manifest of its packet has them so. */
async function sealedFile(packet: PacketFiles, path: string): Promise<Sealed<Buffer>> {
	const manifest = await packet.read(manifestName);
	if (!manifest.ok) return { problem: `${manifestName} ${manifest.why}` };
	const { hashes, problem } = parseManifest(manifest.value);
	if (hashes === undefined) return { problem };
	const file = await packet.read(path);
	if (!file.ok) return { problem: `${path} ${file.why}` };
	if (hashes.get(path) !== sha256(file.value))
		return {
			problem: `The population has changed since it was sealed: ${path} is not what ${manifestName} names`,
		};
	return { value: file.value };
}
