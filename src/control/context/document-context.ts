import { digestOf } from '../../model/digest.ts';
import { summariseDocument } from '../../model/document-summary.ts';
import { parseDuration } from '../../model/duration.ts';
import { fileLinksOf, pathOfLink } from '../../model/file-links.ts';
import { textNodesOf } from '../../model/find-texts.ts';
import type { ReadDocument } from '../../model/read-document.ts';
import type { Registers } from '../../model/registers.ts';

/** The registers that a document may name entries of, people apart: who signs is told by the record. */
const namedRegisters = ['roles', 'tools', 'controls', 'activities'] as const;

/** What a document leans on, as it stands where its context is taken. */
export interface ContextSources {
	readonly registers: Pick<Registers, (typeof namedRegisters)[number] | 'calendar'>;
	/** The digest of the content in force of a document, by its id; undefined where none is. */
	readonly inForceDigestOf: (id: string) => string | undefined;
	/** The SHA-256 of a file of the library, lower-case hex; undefined where there is none. */
	readonly sha256Of: (file: string) => string | undefined;
}

/** All that a document says only by leaning on it: what else was known when it was signed. */
export interface DocumentContext {
	/** Digests by what they are of, as people call it (`role controller`, `document SOP-FIN-001`), in the order of those. */
	readonly inputs: ReadonlyMap<string, string>;
	/** `sha256:` and 64 hexadecimal digits, over the RFC 8785 form of these inputs. */
	readonly digest: string;
}

/** What stands for an input that is not there. */
const absent = 'none';

/**
 * The context of a document: the register entries whose ids stand in it, the calendar where it counts in business time,
 * the content in force of each SOP that it follows or executes, and the files of the library that it names or links. It
 * is taken at signing and again at any later moment: what differs has moved under the signature.
 */
export function documentContext(
	read: Pick<ReadDocument, 'kind' | 'file' | 'text' | 'value' | 'checked' | 'problems' | 'linkedFiles'>,
	{ registers, inForceDigestOf, sha256Of }: ContextSources,
): DocumentContext {
	const inputs = new Map<string, string>();
	const texts = new Set(textNodesOf(read.value).map(({ text }) => text));
	for (const kind of namedRegisters) {
		for (const entry of entriesOf(registers[kind], kind)) {
			if (texts.has(entry.id)) inputs.set(`${singular[kind]} ${entry.id}`, digestOf(entry));
		}
	}
	if ([...texts].some(isBusinessTime))
		inputs.set('calendar', registers.calendar === undefined ? absent : digestOf(registers.calendar));
	for (const { id, how } of summariseDocument(read)?.references ?? []) {
		if (how === 'follows' || how === 'executes') inputs.set(`document ${id}`, inForceDigestOf(id) ?? absent);
	}
	for (const link of fileLinksOf(read)) {
		if (link.file === '') continue;
		const file = pathOfLink(read.file, link);
		const hash = file.startsWith('..') ? undefined : sha256Of(file);
		inputs.set(`file ${file}`, hash === undefined ? absent : `sha256:${hash}`);
	}
	const sorted = [...inputs].sort(([a], [b]) => (a < b ? -1 : 1));
	return { inputs: new Map(sorted), digest: digestOf(Object.fromEntries(sorted)) };
}

/** Names of the inputs that differ between two contexts, in their order. */
export function movedInputs(
	before: Pick<DocumentContext, 'inputs'>,
	now: Pick<DocumentContext, 'inputs'>,
): readonly string[] {
	const names = new Set([...before.inputs.keys(), ...now.inputs.keys()]);
	return [...names].filter((name) => before.inputs.get(name) !== now.inputs.get(name)).sort();
}

const singular = { roles: 'role', tools: 'tool', controls: 'control', activities: 'activity' } as const;

function entriesOf(register: object | undefined, kind: string): readonly { readonly id: string }[] {
	const entries: unknown = register === undefined ? undefined : Reflect.get(register, kind);
	return Array.isArray(entries) ? entries.filter(hasId) : [];
}

function hasId(entry: unknown): entry is { readonly id: string } {
	return typeof entry === 'object' && entry !== null && typeof Reflect.get(entry, 'id') === 'string';
}

function isBusinessTime(text: string): boolean {
	return parseDuration(text)?.unit.startsWith('business') === true;
}
