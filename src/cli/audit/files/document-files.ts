import type { AuditedDocument, AuditInput } from '../../../audit/audit-input.ts';
import { inForceInPeriod } from '../../../audit/in-force-in-period.ts';
import { isIn } from '../../../audit/period.ts';
import { changePlace, versionPlace } from '../../../audit/places.ts';
import { previousOf } from '../../../audit/previous-version.ts';
import {
	bytesOfTexts,
	contentReader,
	type TextBytes,
	type WantedText,
} from '../../../library/history/read-texts.ts';
import { highestClass } from '../../../model/classification.ts';
import { diffDocuments } from '../../../model/diff/diff-documents.ts';
import type { DocumentDiff } from '../../../model/diff/document-diff.ts';
import { canonicalTexts, digestOfCanonical } from '../../../model/digest.ts';
import type { Checklist, Sop } from '../../../model/documents.generated.ts';
import type { Version } from '../../../model/history/version.ts';
import type { PacketFile } from '../../../packet/packet-file.ts';
import { redactValue } from '../../../packet/redact-people.ts';
import { diffJson } from '../../../report/diff-text/diff-json.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { hasTexts, type Told } from './told.ts';

/** A version whose text goes into a packet. */
export interface RenderedVersion {
	readonly document: AuditedDocument;
	readonly version: Version;
	readonly digest: string;
	/** The content, without people where these are redacted. */
	readonly value: unknown;
}

/** How versions and their differences become pages. `path` is that of the page in the packet. */
export interface DocumentPages {
	document(version: RenderedVersion, path: string): string;
	change(diff: DocumentDiff, path: string): string;
}

/** Documents whose texts are in memory at one time, as bytes: what is read from them goes with each document. */
const batch = 200;

/**
 * The texts of every version in force in the period (source, canonical form, page), and how versions of the period differ from those
 * before them, as files of a packet. What is withheld is not read.
 */
export async function* documentFiles(
	record: OpenRecord,
	input: AuditInput,
	told: Told,
	pages: DocumentPages,
): AsyncGenerator<PacketFile> {
	const documents = input.documents.filter(hasTexts);
	const inForce = new Map<string, Version[]>();
	for (const { document, version } of inForceInPeriod(input))
		inForce.set(document.id, [...(inForce.get(document.id) ?? []), version]);
	for (let from = 0; from < documents.length; from += batch) {
		const some = documents.slice(from, from + batch).map((document) => ({
			document,
			inForce: inForce.get(document.id) ?? [],
			pairs: pairsOf(document, input),
		}));
		const bytes = await textsOf(
			record,
			some.flatMap(({ inForce: versions, pairs }) => [...versions, ...pairs.flat()]),
		);
		for (const { document, inForce: versions, pairs } of some) {
			const texts = readOnce(bytes);
			for (const version of versions) yield* versionFiles(document, version, texts, told, pages);
			for (const pair of pairs) yield* changeFiles(document, pair, texts, told, pages);
		}
	}
}

interface Text {
	readonly bytes: Uint8Array;
	/** Null where it has no single content. */
	readonly content: { readonly value: unknown; readonly canonical: string; readonly digest: string } | null;
}

/** Gives the texts of one document by object id, each read once; undefined for what the repository does not have. */
type Texts = (blob: string) => Text | undefined;

async function textsOf(
	{ git, history }: OpenRecord,
	versions: readonly Version[],
): Promise<ReadonlyMap<string, TextBytes>> {
	const wanted = versions.map(
		({ blob, path }): WantedText => ({ blob, file: path.slice(history.prefix.length) }),
	);
	const texts = new Map<string, TextBytes>();
	for await (const one of bytesOfTexts(git, wanted, history.state.filtered))
		texts.set(one.blob, { ...one, bytes: Buffer.from(one.bytes) });
	return texts;
}

function readOnce(bytes: ReadonlyMap<string, TextBytes>): Texts {
	const known = new Map<string, Text>();
	const contentOf = contentReader();
	const canonicalOf = canonicalTexts();
	return (blob) => {
		const found = known.get(blob);
		const one = bytes.get(blob);
		if (found !== undefined || one === undefined) return found;
		const value = contentOf(one.bytes);
		const canonical = value === undefined ? undefined : canonicalOf(value);
		const content =
			canonical === undefined ? null : { value, canonical, digest: digestOfCanonical(canonical) };
		const whole = { bytes: one.bytes, content };
		known.set(blob, whole);
		return whole;
	};
}

function* versionFiles(
	document: AuditedDocument,
	version: Version,
	texts: Texts,
	{ asAuditor, redact }: Told,
	pages: DocumentPages,
): Generator<PacketFile> {
	const text = texts(version.blob);
	if (text === undefined) return;
	const place = versionPlace(document, version);
	// Comments and people stand in the bytes; a text without them would be another one.
	if (!asAuditor && redact === undefined) yield { path: `${place}.yaml`, content: text.bytes };
	if (text.content === null) return;
	const { digest, canonical } = text.content;
	if (redact === undefined) yield { path: `${place}.canonical.json`, content: canonical };
	const value = redact === undefined ? text.content.value : redactValue(text.content.value, redact);
	const path = `${place}.html`;
	yield { path, content: pages.document({ document, version, digest, value }, path) };
}

type Pair = readonly [before: Version, after: Version];

/** Versions that the mainline first showed in the period, each with the one before it. */
function pairsOf({ versions, state }: AuditedDocument, { period }: AuditInput): readonly Pair[] {
	return versions.flatMap(({ version }): readonly Pair[] => {
		if (!isIn(period, version.known)) return [];
		const before = previousOf(state.timeline.versions, version);
		return before === undefined ? [] : [[before, version]];
	});
}

function* changeFiles(
	document: AuditedDocument,
	pair: Pair,
	texts: Texts,
	{ redact }: Told,
	pages: DocumentPages,
): Generator<PacketFile> {
	const [from, to] = pair.map((version) => {
		const text = texts(version.blob)?.content;
		if (text === undefined || text === null) return undefined;
		const { digest } = text;
		const value = redact === undefined ? text.value : redactValue(text.value, redact);
		// The content passed the schema of its kind, and any key of it may be absent.
		const content = value as Sop & Checklist;
		return { label: `commit ${version.commit.slice(0, 12)}`, version: version.version, digest, content };
	});
	if (from === undefined || to === undefined) return;
	const path = changePlace(document, ...pair);
	const sideOf = ({ label, version, digest }: typeof from) => ({ label, version, digest });
	const diff: DocumentDiff = {
		document: document.id,
		title: to.content.title ?? from.content.title ?? '',
		from: sideOf(from),
		to: sideOf(to),
		changes: diffDocuments(from.content, to.content),
		classification: highestClass([document.classification]),
	};
	yield { path: `${path}.json`, content: diffJson(diff) };
	yield { path: `${path}.html`, content: pages.change(diff, `${path}.html`) };
}
