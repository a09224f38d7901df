import type { Path } from '../diagnostics/path.ts';
import type { Checklist, Sop } from './documents.generated.ts';
import type { ReadDocument } from './read-document.ts';
import { rows, several } from './several.ts';

/** One document naming another. */
export interface DocumentReference {
	/** The id as written. */
	readonly id: string;
	/** `follows` also of checklist items; `hands over to`: the receiver of an output or a step. */
	readonly how: 'follows' | 'executes' | 'refers to' | 'hands over to' | 'affects';
	readonly path: Path;
	/** The version a reference pins with `edition`. */
	readonly edition?: string;
}

/** One item of a checklist, as far as other documents bear on it. */
export interface ItemSummary {
	readonly id: string | undefined;
	readonly path: Path;
	readonly onException: string | undefined;
	readonly follows: string | undefined;
}

/** A few facts of one document: what rules about the whole library need, so that documents need not stay in memory. */
export interface DocumentSummary {
	/** Path relative to the library, with `/`. */
	readonly file: string;
	readonly kind: 'sop' | 'checklist';
	readonly id: string | undefined;
	readonly title: string | undefined;
	readonly function: string | undefined;
	readonly version: string | undefined;
	readonly effective: string | undefined;
	readonly owner: string | undefined;
	readonly covers: readonly string[];
	readonly references: readonly DocumentReference[];
	/** Ids of its exceptions (section 11). */
	readonly exceptions: readonly string[];
	/** Ids of its roles (section 4). */
	readonly roles: readonly string[];
	/** Ids of its steps. */
	readonly steps: readonly string[];
	/** Of a checklist. */
	readonly items: readonly ItemSummary[];
}

/** The summary of a document that could be read; undefined for registers, the config and what has no value. */
export function summariseDocument(read: ReadDocument): DocumentSummary | undefined {
	if (read.kind !== 'sop' && read.kind !== 'checklist') return undefined;
	if (typeof read.checked !== 'object' || read.checked === null || Array.isArray(read.checked))
		return undefined;
	// `checked` passed the schema of its kind, so it has the generated type of that kind.
	const document = read.checked as Sop & Checklist;
	return {
		file: read.file,
		kind: read.kind,
		id: document.id,
		title: document.title,
		function: document.function,
		version: document.version === undefined ? undefined : String(document.version),
		effective: document.effective,
		owner: document.owner,
		covers: several(document.covers),
		references: [...referencesOf(document)],
		exceptions: rows(document.exceptions).flatMap((exception) => exception.id ?? []),
		roles: rows(document.roles).flatMap((role) => role.id ?? []),
		steps: rows(document.procedure).flatMap((step) => step.id ?? []),
		items: rows(document.items).map((item, index) => ({
			id: item.id,
			path: ['items', index],
			onException: item.on_exception,
			follows: item.follows,
		})),
	};
}

/** Whether a text has the form of a document's id (`SOP-FIN-002`), as against that of a step. */
export function looksLikeDocumentId(text: string): boolean {
	return /^[A-Z]{2,}-[A-Z0-9.-]*\d[A-Z0-9.-]*$/i.test(text) && text.toUpperCase() === text;
}

function* referencesOf(document: Sop & Checklist): Generator<DocumentReference> {
	if (document.executes !== undefined) yield { id: document.executes, how: 'executes', path: ['executes'] };
	for (const [index, item] of rows(document.items).entries()) {
		if (item.follows !== undefined)
			yield { id: item.follows, how: 'follows', path: ['items', index, 'follows'] };
	}
	for (const [index, step] of rows(document.procedure).entries()) {
		if (step.follows !== undefined && looksLikeDocumentId(step.follows)) {
			yield { id: step.follows, how: 'follows', path: ['procedure', index, 'follows'] };
		}
		yield* receiversOf(step.handoff?.to, ['procedure', index, 'handoff', 'to']);
	}
	for (const [index, output] of rows(document.outputs).entries()) {
		yield* receiversOf(output.handoff?.to, ['outputs', index, 'handoff', 'to']);
	}
	for (const [index, reference] of rows(document.references).entries()) {
		if (reference.id === undefined) continue;
		const edition = reference.edition === undefined ? {} : { edition: reference.edition };
		yield { id: reference.id, how: 'refers to', path: ['references', index, 'id'], ...edition };
	}
	for (const [index, row] of rows(document.change_log).entries()) {
		for (const [at, id] of several(row.affects).entries()) {
			yield { id, how: 'affects', path: ['change_log', index, 'affects', at] };
		}
	}
}

function* receiversOf(to: string | readonly string[] | undefined, path: Path): Generator<DocumentReference> {
	for (const [index, id] of several(to).entries()) {
		if (!looksLikeDocumentId(id)) continue;
		yield { id, how: 'hands over to', path: Array.isArray(to) ? [...path, index] : path };
	}
}
