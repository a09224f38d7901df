import type { Path } from '../diagnostics/path.ts';
import { idInText } from './document-id.ts';
import { documentPlaceholders, isEnglish } from './document-placeholders.ts';
import type { Checklist, Sop } from './documents.generated.ts';
import { type Reference, references } from './graph/references.ts';
import { type Intake, type NamedParty, type Passage, passingOf } from './handoff/passages.ts';
import { excusedItems, type JudgedWork } from './judged-work.ts';
import { mayHoldPlaceholder } from './placeholders.ts';
import type { ReadDocument, ReadingProblem } from './read-document.ts';
import { type RoleReference, roleReferences } from './role-references.ts';
import { type NamedRole, roleInputs, sectionRoles } from './section-roles.ts';
import { rows, several } from './several.ts';

/** One document naming another. */
export interface DocumentReference {
	/** The id as written. */
	readonly id: string;
	/**
	 * `follows` of steps (where it names no step) and of checklist items; `hands over to`: the receiver of an output or a
	 * step; `takes from`: the giver of an input.
	 */
	readonly how: 'follows' | 'executes' | 'refers to' | 'hands over to' | 'takes from' | 'affects';
	readonly path: Path;
	/** The version a reference pins with `edition`. */
	readonly edition?: string;
}

/** One item of a checklist, as far as other documents bear on it. */
export interface ItemSummary {
	readonly id: string | undefined;
	readonly path: Path;
	readonly by: readonly Reference[];
	readonly reviewedBy: readonly Reference[];
	readonly onException: string | undefined;
	readonly follows: string | undefined;
	/** Whether an exception of the checklist itself stands `at` the item. */
	readonly hasOwnException: boolean;
}

/** Something that a document hands to another by id. */
export interface HandedOver extends Pick<Passage, 'kind' | 'name' | 'names'> {
	readonly to: readonly DocumentReference[];
}

/** Something that a document takes from another by id. */
export interface TakenOver extends Pick<Intake, 'name' | 'names'> {
	readonly from: DocumentReference;
}

/** What a row of section 14 claims; the texts as written. */
export interface ChangeLogClaim {
	readonly version: string | undefined;
	readonly date: string | undefined;
	readonly author: readonly string[];
	readonly contributors: readonly string[];
	/** Paths of the records of feedback that the change answers. */
	readonly answers: readonly string[];
}

/** A role of section 4, by the name that steps and items call it. */
export type RoleSummary = Pick<NamedRole, 'name' | 'registerRole' | 'external'>;

/** A few facts of one document: what rules about the whole library need, so that documents need not stay in memory. */
export interface DocumentSummary {
	/** Path relative to the library, with `/`. */
	readonly file: string;
	readonly kind: 'sop' | 'checklist';
	/** `named`: the text has an id and no value, so nothing else is known of it. */
	readonly known: 'whole' | 'named';
	readonly id: string | undefined;
	readonly title: string | undefined;
	readonly function: string | undefined;
	readonly version: string | undefined;
	readonly effective: string | undefined;
	readonly owner: string | undefined;
	/** The longest time between two reviews that section 15 states, as written. */
	readonly reviewEvery: string | undefined;
	/** Rows of section 14, newest first, as far as history is held against them. */
	readonly changeLog: readonly ChangeLogClaim[];
	readonly covers: readonly string[];
	/** How many placeholders its texts hold: words that are still to be written. */
	readonly placeholders: number;
	/** How far it says its automation has come; undefined where it says nothing. */
	readonly automationStage: string | undefined;
	readonly references: readonly DocumentReference[];
	/** What it hands to receivers that may be documents. */
	readonly gives: readonly HandedOver[];
	/** What it takes from givers that may be documents. */
	readonly takes: readonly TakenOver[];
	/** Whether its section 6 or 7 has a wrong form, so that something it gives or takes may be missing here. */
	readonly passingBroken: boolean;
	/** Ids of its exceptions (section 11). */
	readonly exceptions: readonly string[];
	/** Its roles (section 4). */
	readonly roles: readonly RoleSummary[];
	/** Whether its section 4 has a wrong form, so that some of its roles may be missing here. */
	readonly rolesBroken: boolean;
	/** Ids of its inputs whose value is a role. */
	readonly roleInputs: readonly string[];
	/** Ids of its steps. */
	readonly steps: readonly string[];
	/** Of a checklist. */
	readonly items: readonly ItemSummary[];
	/** Of a checklist: its exceptions and the items that they are for. */
	readonly excusedItems: readonly JudgedWork[];
	/** Of a checklist: every place where it names a role. */
	readonly namedRoles: readonly RoleReference[];
}

/**
 * The summary of an SOP or checklist. Of one whose text cannot be read as a value, only the id is known, so that what
 * refers to it is not held to name nothing. Undefined for other files, and where not even the id can be told.
 */
export function summariseDocument(read: ReadDocument): DocumentSummary | undefined {
	if (read.kind !== 'sop' && read.kind !== 'checklist') return undefined;
	if (typeof read.checked !== 'object' || read.checked === null || Array.isArray(read.checked)) {
		const id = idInText(read.text);
		return id === undefined ? undefined : { ...emptySummary(read.file, read.kind), known: 'named', id };
	}
	// `checked` passed the schema of its kind, so it has the generated type of that kind.
	const document = read.checked as Sop & Checklist;
	const { gives, takes } = passedOn(document);
	const atItems = new Set(rows(document.exceptions).flatMap((exception) => several(exception.at)));
	return {
		file: read.file,
		kind: read.kind,
		known: 'whole',
		id: document.id,
		title: document.title,
		function: document.function,
		version: document.version === undefined ? undefined : String(document.version),
		effective: document.effective,
		owner: document.owner,
		reviewEvery: document.approval?.review?.every,
		changeLog: changeClaims(document),
		covers: several(document.covers),
		placeholders: mayHoldPlaceholder(read.text)
			? documentPlaceholders(read.value, { english: isEnglish(document) }).length
			: 0,
		automationStage: document.automation?.stage,
		references: [...referencesOf(document, gives, takes)],
		gives,
		takes,
		passingBroken: read.problems.some(isOfSection('inputs', 'outputs', 'procedure')),
		exceptions: rows(document.exceptions).flatMap((exception) => exception.id ?? []),
		roles: sectionRoles(document).all.map(({ name, registerRole, external }) => ({
			name,
			registerRole,
			external,
		})),
		rolesBroken: read.problems.some(isOfSection('roles')),
		roleInputs: [...roleInputs(document)],
		steps: rows(document.procedure).flatMap((step) => step.id ?? []),
		items: rows(document.items).map((item, index) => ({
			id: item.id,
			path: ['items', index],
			by: references(item.by, ['items', index, 'by']),
			reviewedBy: references(item.reviewed_by, ['items', index, 'reviewed_by']),
			onException: item.on_exception,
			follows: item.follows,
			hasOwnException: item.id !== undefined && atItems.has(item.id),
		})),
		excusedItems: read.kind === 'checklist' ? excusedItems(document) : [],
		namedRoles: read.kind === 'checklist' ? roleReferences(document) : [],
	};
}

/** What the rows of section 14 claim, newest first. */
export function changeClaims(document: Pick<Sop, 'change_log'>): readonly ChangeLogClaim[] {
	return rows(document.change_log).map(({ version, date, author, contributors, answers }) => ({
		version: version === undefined ? undefined : String(version),
		date,
		author: several(author),
		contributors: several(contributors),
		answers: several(answers),
	}));
}

/** The summary of a document of which nothing is known but where it lies. */
export function emptySummary(file: string, kind: 'sop' | 'checklist'): Omit<DocumentSummary, 'known' | 'id'> {
	return {
		file,
		kind,
		title: undefined,
		function: undefined,
		version: undefined,
		effective: undefined,
		owner: undefined,
		reviewEvery: undefined,
		changeLog: [],
		covers: [],
		placeholders: 0,
		automationStage: undefined,
		references: [],
		gives: [],
		takes: [],
		passingBroken: false,
		exceptions: [],
		roles: [],
		rolesBroken: false,
		roleInputs: [],
		steps: [],
		items: [],
		excusedItems: [],
		namedRoles: [],
	};
}

function isOfSection(...keys: readonly string[]): (problem: ReadingProblem) => boolean {
	return ({ rule, place }) =>
		rule === 'document/schema' && 'path' in place && keys.includes(String(place.path[0] ?? ''));
}

function* referencesOf(
	document: Sop & Checklist,
	gives: readonly HandedOver[],
	takes: readonly TakenOver[],
): Generator<DocumentReference> {
	if (document.executes !== undefined) yield { id: document.executes, how: 'executes', path: ['executes'] };
	for (const [index, item] of rows(document.items).entries()) {
		if (item.follows !== undefined)
			yield { id: item.follows, how: 'follows', path: ['items', index, 'follows'] };
	}
	yield* followedBySteps(document);
	for (const kind of ['step', 'output'] as const)
		for (const passage of gives) if (passage.kind === kind) yield* passage.to;
	for (const { from } of takes) yield from;
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

/** A step may also follow another step: then no document is meant. */
function* followedBySteps(document: Sop): Generator<DocumentReference> {
	const steps = new Set(rows(document.procedure).map((step) => step.id));
	for (const [index, step] of rows(document.procedure).entries()) {
		if (step.follows === undefined || steps.has(step.follows)) continue;
		yield { id: step.follows, how: 'follows', path: ['procedure', index, 'follows'] };
	}
}

/** A receiver or giver may be a role, a tool or the outside: only what might be an id is kept. */
function passedOn(document: Sop): {
	readonly gives: readonly HandedOver[];
	readonly takes: readonly TakenOver[];
} {
	const { gives, takes } = passingOf(document);
	return {
		gives: gives.flatMap(({ kind, name, names, to }): HandedOver[] => {
			const receivers = to.filter(mayBeId);
			return receivers.length === 0
				? []
				: [
						{
							kind,
							name,
							names,
							to: receivers.map(({ name: id, path }) => ({ id, how: 'hands over to', path })),
						},
					];
		}),
		takes: takes.flatMap(({ name, names, from }) =>
			mayBeId(from) ? [{ name, names, from: { id: from.name, how: 'takes from', path: from.path } }] : [],
		),
	};
}

function mayBeId({ name }: NamedParty): boolean {
	return /^[^\s]{1,64}$/.test(name) && /\d/.test(name);
}
