import type { Classification } from '../model/classification.ts';
import { isPlainObject, own } from '../model/diff/plain-object.ts';
import { sections } from '../model/sections.ts';
import { AnyValue, isScalar, KeyTable } from './document/any-value.tsx';
import { ChecklistBody } from './document/checklist-body.tsx';
import { DocumentHeader, headerKeys } from './document/document-header.tsx';
import { documentPlaces } from './document/document-places.ts';
import { otherKeys } from './document/fields.tsx';
import { SopSection } from './document/sop-section.tsx';
import { type PageContext, packetPage } from './page/packet-page.tsx';
import { relativePath } from './page/relative-path.ts';

/** One version of a document, as it is shown. */
export interface ShownDocument {
	readonly id: string;
	readonly kind: 'sop' | 'checklist';
	readonly version: string;
	/** Null where the text cannot be read as one value. */
	readonly digest: string | null;
	/** Path of the file in the repository. */
	readonly file: string;
	/** The content value, also of a text that breaks its schema. */
	readonly value: unknown;
	/** That of the document or of the library; null where only what the document says is known. */
	readonly classification: Classification | null;
	/** How it stands: in force since when, who signed; each a sentence. */
	readonly status: readonly string[];
	/** Paths in the packet of its exact bytes and of the canonical text that its digest is of; null where they are not there. */
	readonly bytes: string | null;
	readonly canonical: string | null;
}

/**
 * The page of one version of a document: an SOP with all fifteen sections, or a checklist. Nothing of the value is
 * left out: what the format does not know, or knows otherwise, is shown as it is written.
 */
export function documentPage(shown: ShownDocument, context: PageContext): string {
	const { id, version, value } = shown;
	const title = own(value, 'title');
	return packetPage(
		{ ...context, id: `${id}@${version}`, title: typeof title === 'string' ? title : 'without a title' },
		<>
			<Status shown={shown} context={context} />
			{isPlainObject(value) ? (
				<Whole shown={shown} />
			) : (
				<section aria-label="Content">
					<p>The file does not hold a document. What it holds:</p>
					<AnyValue value={value} />
				</section>
			)}
		</>,
	);
}

function Status({ shown: { status, bytes, canonical }, context }: StatusProps) {
	const files = [
		['the exact text', bytes],
		['the canonical text that the digest is of', canonical],
	] as const;
	return (
		<section class="status" aria-label="Status">
			{status.map((line) => (
				<p key={line}>{line}</p>
			))}
			<ul>
				{files.map(([label, path]) =>
					path === null ? null : (
						<li key={path}>
							<a href={relativePath(context.path, path)}>{path}</a>: {label}
						</li>
					),
				)}
			</ul>
		</section>
	);
}

interface StatusProps {
	readonly shown: ShownDocument;
	readonly context: PageContext;
}

const sopKeys = [...headerKeys, ...sections.map(({ key }) => key), 'raci', 'outputs'];
const checklistKeys = [...headerKeys, 'schedule', 'items', 'exceptions', 'change_log', 'approval'];

/** Keys whose values stand in the title or the header just as they are written. */
function inHeader({ id, version, classification, value }: ShownDocument): readonly string[] {
	return [
		...(own(value, 'id') === id ? ['id'] : []),
		...(typeof own(value, 'title') === 'string' ? ['title'] : []),
		...(isScalar(own(value, 'version')) && String(own(value, 'version')) === version ? ['version'] : []),
		...(own(value, 'classification') === (classification ?? undefined) ? ['classification'] : []),
	];
}

function Whole({ shown }: { readonly shown: ShownDocument }) {
	const { value, kind } = shown;
	const places = documentPlaces(value, kind);
	const keys = kind === 'sop' ? sopKeys : checklistKeys;
	const others = otherKeys(value, [...keys, ...inHeader(shown)]);
	return (
		<>
			<DocumentHeader document={value} {...shown} places={places} />
			{kind === 'sop' ? (
				sections.map((section) => (
					<SopSection key={section.key} section={section} document={value} places={places} />
				))
			) : (
				<ChecklistBody document={value} places={places} />
			)}
			{others.length > 0 && (
				<section aria-labelledby="own-keys">
					<h2 id="own-keys">Own keys</h2>
					<KeyTable of={others} />
				</section>
			)}
		</>
	);
}
