import { digestOfRead } from '../../../library/history/read-texts.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { readDocuments } from '../../../library/read-documents.ts';
import { certainDocumentId } from '../../../model/document-id.ts';
import { type DocumentSummary, summariseDocument } from '../../../model/document-summary.ts';
import type { Config, Sop } from '../../../model/documents.generated.ts';
import type { HandoffInput, PassingDocument } from '../../../model/handoff/handoff-map.ts';
import { type Passing, passingOf } from '../../../model/handoff/passages.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import type { Registers } from '../../../model/registers.ts';
import type { CommandContext } from '../../command-context.ts';
import { type DocumentTexts, knownTexts } from '../../history/known-texts.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { knownConfig } from '../../history/policy-at.ts';
import { registersAt } from '../../history/registers-at.ts';
import { type Withheld, type Withholding, withheldItem, withheldWords } from '../../withholding.ts';

/** What the map of a library is drawn from, and what the command has to say besides. */
export interface FoundPassing extends HandoffInput {
	readonly config: Config;
	/** The function of each document that may be told. */
	readonly functions: ReadonlyMap<string, string>;
	readonly withheld: readonly Withheld[];
	/** Documents that stand and of which no version is in force. */
	readonly notInForce: readonly string[];
	/** Documents of which it cannot be told what is in force. */
	readonly unseen: readonly { readonly document: string; readonly reason: string }[];
	/** Files that cannot be read, with why. */
	readonly unreadable: readonly { readonly file: string; readonly problem: string }[];
}

/** What is taken from one text. */
interface Taken extends Pick<DocumentSummary, 'kind' | 'title' | 'function'> {
	readonly passing: Passing | undefined;
}

function take(read: ReadDocument): Taken {
	const { kind = 'sop', title, function: of, known } = summariseDocument(read) ?? {};
	// What passed the schema of an SOP has the type of one; of a checklist nothing is passed on.
	const passing = known === 'whole' ? passingOf(read.checked as Sop) : undefined;
	return { kind, title, function: of, passing };
}

/** The documents of the record, by the text in force; where that cannot be told, by the one that stands. */
export async function passingInForce(record: OpenRecord, withholding: Withholding): Promise<FoundPassing> {
	const config = await knownConfig(record, record.moment.position);
	const known = await knownTexts(record, take);
	const isWithheld = ({ classification }: DocumentTexts<Taken>) => withholding.withholds(classification);
	const told = known.filter((one) => !isWithheld(one));
	const textOf = ({ state, inForce, standing }: DocumentTexts<Taken>) =>
		state.notEvaluated === null ? inForce?.taken : standing;
	return {
		...inputOf(
			known.map((one): PassingDocument => {
				const text = textOf(one);
				const { kind = 'sop', title } = text ?? one.standing ?? {};
				if (isWithheld(one)) return withheldDocument(one.id);
				const doubt = doubtOf(one, text);
				return { id: one.id, kind, title: title ?? null, passing: text?.passing, doubt };
			}),
			await registersAt(record, config),
			config,
		),
		functions: functionsOf(told.map((one) => [one.id, (textOf(one) ?? one.standing)?.function])),
		withheld: known.filter(isWithheld).map(({ id, inForce }) => withheldItem(id, inForce?.digest)),
		notInForce: told.flatMap(({ id, state }) =>
			state.notEvaluated === null && state.inForce === undefined && state.status !== 'retired' ? [id] : [],
		),
		unseen: told.flatMap(({ id, state: { notEvaluated } }) =>
			notEvaluated === null ? [] : [{ document: id, reason: notEvaluated }],
		),
		unreadable: [],
	};
}

function doubtOf({ id, state }: DocumentTexts<Taken>, text: Taken | undefined): PassingDocument['doubt'] {
	if (state.notEvaluated !== null)
		return { result: 'not evaluated', why: `what is in force of ${id}: ${state.notEvaluated}` };
	if (state.status === 'retired') return { result: 'does not hold', why: `${id} is retired` };
	if (state.inForce === undefined) return { result: 'does not hold', why: `no version of ${id} is in force` };
	return text?.passing === undefined
		? { result: 'not evaluated', why: `the text in force of ${id} cannot be read` }
		: null;
}

/** The documents as their files stand here. */
export async function passingHere(
	context: CommandContext,
	library: OpenLibrary,
	withholding: Withholding,
): Promise<FoundPassing> {
	const documents: PassingDocument[] = [];
	const functions: [string, string | undefined][] = [];
	const withheld: Withheld[] = [];
	const unreadable: { file: string; problem: string }[] = [];
	for await (const read of readDocuments(context.io.files, library, !withholding.isLimited)) {
		const id = summariseDocument(read)?.id;
		if (withholding.withholds(withholding.classOf(read))) {
			withheld.push(structuredClone(withheldItem(id, digestOfRead(read))));
			if (id !== undefined) documents.push(withheldDocument(structuredClone(id)));
			continue;
		}
		const broken = read.problems.find(({ rule }) => rule === 'document/syntax');
		if (broken !== undefined) unreadable.push({ file: read.file, problem: broken.message });
		if (id === undefined) continue;
		// A copy, because pieces of a text keep the whole text in memory.
		const one = structuredClone({ id, ...take(read) });
		const isArchived = read.file.startsWith('archive/');
		functions.push([one.id, one.function]);
		documents.push({
			id: one.id,
			kind: one.kind,
			title: one.title ?? null,
			passing: isArchived ? undefined : one.passing,
			doubt: isArchived
				? { result: 'does not hold', why: `${one.id} lies in the archive` }
				: one.passing === undefined
					? { result: 'not evaluated', why: `the text of ${one.id} cannot be read` }
					: null,
		});
	}
	return {
		...inputOf(documents, library.registers, library.config),
		functions: functionsOf(functions),
		withheld,
		notInForce: [],
		unseen: [],
		unreadable,
	};
}

function inputOf(documents: readonly PassingDocument[], registers: Registers, config: Config) {
	return { documents, registers, config, isCertainId: certainDocumentId(config) };
}

function functionsOf(
	found: readonly (readonly [id: string, function_: string | undefined])[],
): ReadonlyMap<string, string> {
	return new Map(found.flatMap(([id, of]) => (of === undefined ? [] : [[id, of] as const])));
}

function withheldDocument(id: string): PassingDocument {
	const doubt = { result: 'not evaluated', why: `${id} is ${withheldWords}` } as const;
	return { id, kind: 'sop', title: null, passing: undefined, doubt };
}
