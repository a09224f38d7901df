import { join } from 'node:path';
import { diffFromBase } from '../../../git/diff-from-base.ts';
import { mainlineRef } from '../../../git/history/mainline-ref.ts';
import { repositoryState } from '../../../git/history/repository-state.ts';
import { openGit } from '../../../git/open-git.ts';
import { toLibraryPath } from '../../../library/find-files.ts';
import { followedBy } from '../../../library/history/followed-by.ts';
import { readTexts } from '../../../library/history/read-texts.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { readFoundFile } from '../../../library/read-document.ts';
import { type Classification, highestClass, usualClassification } from '../../../model/classification.ts';
import { fileKindOf } from '../../../model/file-kind.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { shortRef } from '../../../report/short-ref.ts';
import type { CommandContext } from '../../command-context.ts';
import { openRecord } from '../../history/open-record.ts';
import type { Sides } from './sides.ts';

/** Every document that differs between where a branch began and the working tree, by its id, in the order of ids. */
export async function changedSides(context: CommandContext, library: OpenLibrary): Promise<Sides> {
	const git = await openGit(library.root.path, context.io.environment);
	const state = await repositoryState(git);
	const ref = context.text('changed') ?? mainlineRef(state, library.config.mainline)?.ref ?? 'HEAD';
	const { base, files } = await diffFromBase(git, ref);
	const path = toLibraryPath(git.top, library.root.path);
	const prefix = path === '' ? '' : `${path}/`;
	const documents = files.filter((one) => followedBy(one.path, prefix) === 'id');
	const before = new Map<string, ReadDocument>();
	const after = new Map<string, ReadDocument>();
	const wanted = documents.flatMap((one) =>
		one.before === null ? [] : [{ file: one.path.slice(prefix.length), blob: one.before }],
	);
	for await (const { read } of readTexts(git, wanted, state.filtered)) before.set(idOf(read), read);
	for (const one of documents) {
		const file = one.path.slice(prefix.length);
		const kind = fileKindOf(file);
		if (!one.stands || kind === undefined) continue;
		if (context.io.files.facts(join(library.root.path, file))?.kind !== 'file') continue;
		const read = readFoundFile(context.io.files, library.root.path, { file, kind });
		after.set(idOf(read), read);
	}
	const label = `${shortRef(ref)} (${base.slice(0, 7)})`;
	const sides = [...new Set([...before.keys(), ...after.keys()])].sort().map((id) => ({
		id,
		from: { label, read: before.get(id) ?? null },
		to: { label: 'the files here', read: after.get(id) ?? null },
	}));
	return { sides, usual: await usualClass(context, library) };
}

/** The id of a document; a text without one is known by its file. */
function idOf(read: ReadDocument): string {
	const id: unknown =
		typeof read.value === 'object' && read.value !== null ? Reflect.get(read.value, 'id') : undefined;
	return typeof id === 'string' ? id : read.file;
}

/** The class of contents that state none: the higher of what the config here says and what the mainline's does. */
async function usualClass(context: CommandContext, library: OpenLibrary): Promise<Classification> {
	const here = library.config.defaults?.classification ?? usualClassification;
	if (!context.has('maxClassification')) return here;
	const { record } = await openRecord(context, library);
	return record === undefined ? here : highestClass([here, record.policy.classification]);
}
