import type { Column, PacketList, Row } from '../../src/audit/packet-list.ts';
import { listOf } from '../../src/audit/packet-list.ts';
import { documentPlace } from '../../src/audit/places.ts';
import { folderSink } from '../../src/io/packet/folder-sink.ts';
import { zipSink } from '../../src/io/packet/zip-sink.ts';
import { canonicalText, digestOf } from '../../src/model/digest.ts';
import { listFigures, listFiles, listPaths } from '../../src/packet/list-files.ts';
import { manifestName, manifestText, sha256, signatureName } from '../../src/packet/manifest.ts';
import { jsonText } from '../../src/report/json-text.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { signedBySsh } from './signing.ts';
import { smallSop } from './temporary-library.ts';

/** Files of a packet by their path. */
export type PacketContent = Map<string, Buffer>;

/** A text of a document, as a packet holds it. */
export interface SmallSource {
	readonly document: string;
	readonly version: string;
	readonly file: string;
	readonly commit: string;
	readonly text: string;
}

/** How a small packet differs from what it usually is. */
export interface SmallWords {
	readonly library?: string;
	readonly head?: string;
	readonly previous?: { readonly manifestSha256: string; readonly head: string } | null;
	readonly sources?: readonly SmallSource[];
	/** How many approvals its population has. */
	readonly approvals?: number;
	/** The file of the key that signs it. */
	readonly key?: string;
}

const someCommit = '5'.repeat(40);

const column = (key: string, more: Partial<Column> = {}): Column => ({
	key,
	title: key.charAt(0).toUpperCase() + key.slice(1),
	about: `the ${key}`,
	...more,
});

/** A packet in the form of one, with one document, a population of approvals, and a manifest over all of it. */
export function smallPacket(words: SmallWords = {}): PacketContent {
	const { library = '3f1b0c6a9d4e4f7aa2c5d8e1b7064c92', head = someCommit, previous = null } = words;
	const sources = words.sources ?? [
		{ document: 'SOP-FIN-900', version: '1.0', file: 'sops/a.sop.yaml', commit: head, text: smallSop },
	];
	const texts = sources.map((source) => {
		const { value } = readYaml(source.text);
		return { ...source, canonical: canonicalText(value), digest: digestOf(value) };
	});
	const files: PacketContent = new Map();
	const put = (path: string, text: string) => files.set(path, Buffer.from(text));
	put('index.html', '<!doctype html><title>Packet</title>');
	put('packet.css', 'body { margin: 0 }\n');
	for (const text of texts) {
		put(`${documentPlace(text)}.yaml`, text.text);
		put(`${documentPlace(text)}.canonical.json`, text.canonical);
	}
	const [first] = texts;
	if (first !== undefined) {
		const approval = approvalText(first);
		const { signature: _, ...signed } = readYaml(approval).value as Record<string, unknown>;
		put('records/approvals/SOP-FIN-900/a.yaml', approval);
		put('records/approvals/SOP-FIN-900/a.signed.json', canonicalText(signed));
	}
	const lists = [documentSetOf(texts), approvalsOf(words.approvals ?? 40)];
	for (const list of lists) {
		const { csv, json } = listFiles(list);
		put(listPaths(list.name).csv, csv);
		put(listPaths(list.name).json, json);
	}
	const { csv, json } = listFiles(sheetOf(lists));
	put('data/lists.csv', csv);
	put('data/lists.json', json);
	const basis = {
		...{ format: 1, packet: 1, library, ref: 'refs/heads/main', head, begin: null, objectFormat: 'sha1' },
		period: { from: '2026-01-01', to: '2026-03-31', zone: 'Europe/Berlin', offsets: ['+01:00', '+02:00'] },
		...{ known: head, previous, digests: { tool: null } },
	};
	put('basis.json', jsonText(basis));
	return sealed(files, words.key);
}

/** The same files with a manifest that fits them, and with the signature of a key. */
export function sealed(files: ReadonlyMap<string, Buffer>, key?: string): PacketContent {
	const all = new Map([...files].filter(([path]) => path !== manifestName && path !== signatureName));
	const manifest = manifestText(new Map([...all].map(([path, bytes]) => [path, sha256(bytes)])));
	all.set(manifestName, Buffer.from(manifest));
	if (key !== undefined) all.set(signatureName, Buffer.from(signedBySsh(key, manifest, 'sop-packet')));
	return all;
}

/** Writes files as a folder, whatever they are. */
export async function writeFolder(path: string, files: ReadonlyMap<string, Uint8Array>, force = false) {
	const sink = folderSink(path, { force });
	for (const [name, bytes] of files) sink.add(name, bytes);
	await sink.finish();
}

/** Writes files as a ZIP, whatever they are. */
export async function writeZip(path: string, files: ReadonlyMap<string, Uint8Array>, force = false) {
	const sink = zipSink(path, { force, folder: 'audit-2026-01-01-2026-03-31' });
	for (const [name, bytes] of files) sink.add(name, bytes);
	await sink.finish();
}

function approvalText({ document, version, digest }: SmallSource & { readonly digest: string }): string {
	return `format: 1\nkind: approval\ndocument: ${document}\nversion: "${version}"\ndigest: ${digest}\nperson: ann\nrole: controller\nmeaning: approved\nat: 2026-02-01T10:00:00Z\nsignature: ours\n`;
}

function documentSetOf(texts: readonly (SmallSource & { readonly digest: string })[]): PacketList {
	return listOf({
		name: 'document-set',
		title: 'Documents in force',
		about: 'a text that was in force',
		columns: ['document', 'version', 'digest', 'file', 'commit'].map((key) => column(key)),
		key: ['document', 'version', 'digest'],
		rows: texts.map(({ document, version, digest, file, commit }) => ({
			of: [document],
			cells: { document, version, digest, file, commit },
		})),
		source: 'the mainline',
		reperform: [],
	});
}

function approvalsOf(count: number): PacketList {
	const rows: readonly Row[] = Array.from({ length: count }, (_, at) => ({
		of: ['SOP-FIN-900'],
		cells: {
			record: `records/approvals/SOP-FIN-900/${at}.yaml`,
			meaning: at % 3 === 0 ? '=approved' : 'reviewed',
			days: at,
		},
	}));
	return listOf({
		name: 'approvals',
		title: 'Approvals given',
		about: 'an approval',
		columns: [column('record'), column('meaning', { total: 'values' }), column('days', { total: 'sum' })],
		key: ['record'],
		rows,
		source: 'records of the mainline',
		reperform: [],
		population: 'per event',
	});
}

function sheetOf(lists: readonly PacketList[]): PacketList {
	const keys = ['name', 'rows', 'totals', 'firstKey', 'lastKey', 'csvSha256', 'jsonSha256', 'population'];
	return listOf({
		name: 'lists',
		title: 'Lists',
		about: 'a list of the packet',
		columns: keys.map((key) => column(key)),
		key: ['name'],
		rows: lists.map((list) => ({
			of: [],
			cells: { name: list.name, ...listFigures(list, listFiles(list)) },
		})),
		source: 'the packet',
		reperform: [],
	});
}
