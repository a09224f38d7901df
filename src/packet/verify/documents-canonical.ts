import { type DocumentText, documentPlace } from '../../audit/places.ts';
import { countOf } from '../../diagnostics/count-of.ts';
import { byCodeUnit } from '../compare.ts';
import type { ListValue } from '../list-files.ts';
import { sha256 } from '../manifest.ts';
import type { PacketFiles } from '../packet-files.ts';
import { doesNotHold, holds, notEvaluated, someOf, type VerifyCheck } from './verify-check.ts';

const name = 'documents/canonical';
const ending = '.canonical.json';

/** A row of the list `document-set`: a text that was in force, and where it came from. */
export interface SetRow extends DocumentText {
	/** Null where they are withheld. */
	readonly file: string | null;
	readonly commit: string | null;
}

/** The texts that the list `document-set` names; undefined where a packet has none. */
export function documentSet(list: ListValue | undefined): readonly SetRow[] | undefined {
	return list?.rows.flatMap(({ document, version, digest, file, commit }) =>
		typeof document === 'string' && typeof version === 'string' && typeof digest === 'string'
			? [{ document, version, digest, file: textOrNull(file), commit: textOrNull(commit) }]
			: [],
	);
}

/** Documents held against the digests that their list, and approvals, name. */
export interface CanonicalDocuments {
	readonly check: VerifyCheck;
	/** The digests of all canonical texts in the packet. */
	readonly digests: ReadonlySet<string>;
}

/**
 * Whether each canonical text of a packet has the digest of the row that it belongs to, and the source beside it says the
 * same. `canonicalOf` reads a source, and gives its canonical text; undefined where it has none.
 */
export async function documentsCanonical(
	packet: PacketFiles,
	rows: readonly SetRow[] | undefined,
	canonicalOf: (file: string, source: Buffer) => string | undefined,
): Promise<CanonicalDocuments> {
	const digests = new Set<string>();
	if (rows === undefined) return { check: notEvaluated(name, 'there is no list document-set'), digests };
	const named = new Map<string, SetRow[]>();
	for (const row of rows)
		for (const isAlone of [true, false]) {
			const place = documentPlace(row, isAlone);
			named.set(place, [...(named.get(place) ?? []), row]);
		}
	const problems: { readonly file: string; readonly what: string }[] = [];
	const canonical = packet.files.filter((path) => path.startsWith('documents/') && path.endsWith(ending));
	for (const path of canonical) {
		const place = path.slice(0, -ending.length);
		const read = await packet.read(path);
		if (!read.ok) {
			problems.push({ file: path, what: read.why });
			continue;
		}
		const digest = `sha256:${sha256(read.value)}`;
		digests.add(digest);
		const own = named.get(place);
		if (own === undefined) problems.push({ file: path, what: 'is of no row of document-set' });
		else if (!own.some((row) => row.digest === digest))
			problems.push({ file: path, what: `has the digest ${digest}, and document-set another` });
		const source = await packet.read(`${place}.yaml`);
		if (!source.ok) problems.push({ file: `${place}.yaml`, what: source.why });
		else if (canonicalOf(own?.[0]?.file ?? `${place}.yaml`, source.value) !== read.value.toString())
			problems.push({ file: `${place}.yaml`, what: 'says something else than the canonical text beside it' });
	}
	const accompanied = new Set(canonical.map((path) => `${path.slice(0, -ending.length)}.yaml`));
	const lone = packet.files.filter((path) => /^documents\/.*\.yaml$/s.test(path) && !accompanied.has(path));
	for (const file of lone) problems.push({ file, what: 'has no canonical text beside it' });
	return { check: judged(problems, rows, digests), digests };
}

function judged(
	problems: readonly { readonly file: string; readonly what: string }[],
	rows: readonly SetRow[],
	digests: ReadonlySet<string>,
): VerifyCheck {
	if (problems.length > 0) {
		const files = [...new Set(problems.map(({ file }) => file))].sort(byCodeUnit);
		return doesNotHold(name, someOf(problems.map(({ file, what }) => `${file} ${what}`)), files);
	}
	const absent = new Set(rows.map(({ digest }) => digest).filter((digest) => !digests.has(digest))).size;
	if (digests.size === 0) return notEvaluated(name, 'no text of a document is in the packet');
	const rest = absent === 0 ? '' : `; the texts of ${absent} more are not in the packet`;
	return holds(name, `${countOf(digests.size, 'text')} with the digests that approvals name${rest}`);
}

function textOrNull(cell: unknown): string | null {
	return typeof cell === 'string' && cell !== '' ? cell : null;
}
