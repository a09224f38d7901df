import type { Git } from './open-git.ts';

/** Ids that documents bear, or bore, in any commit that this checkout can reach. */
export interface IdsOnBranches {
	readonly ids: ReadonlySet<string>;
	/** Texts that are named but not here (a partial clone): ids may stand in them too. */
	readonly missing: number;
	/** The history is cut off (a shallow clone). */
	readonly shallow: boolean;
}

/** As many objects as fit one command line with room to spare, on every system. */
const atOnce = 500;

const documents = ['*.sop.yaml', '*.checklist.yaml'];

/**
 * Ids on all branches, remote branches, tags and stashes, in the index, and in every commit before: ids are never used
 * again, so one that was deleted or changed counts too. `idOf` reads the id from the line that a document has it in.
 */
export async function idsOnBranches(
	git: Git,
	idOf: (line: string) => string | undefined,
): Promise<IdsOnBranches> {
	const shallow = (await git.text(['rev-parse', '--is-shallow-repository'])).trim() === 'true';
	const listed = await git.text([
		'rev-list',
		'--objects',
		'--all',
		'--indexed-objects',
		'--full-history',
		'--missing=print',
		'--',
		...documents,
	]);
	const lines = listed.split('\n');
	const blobs = [...new Set(lines.flatMap((line) => blobOf(line) ?? []))];
	const ids = new Set<string>();
	for (let from = 0; from < blobs.length; from += atOnce) {
		const found = await git.text([...idLines, ...blobs.slice(from, from + atOnce)]);
		for (const line of found.split('\n')) {
			const id = idOf(line);
			if (id !== undefined) ids.add(id);
		}
	}
	return { ids, missing: lines.filter((line) => line.startsWith('?')).length, shallow };
}

/** Lines that begin with `id:`, whatever the user's settings for grep say. */
const idLines = [
	'grep',
	'--no-color',
	'--no-line-number',
	'--no-column',
	'--no-textconv',
	'-I',
	'-h',
	'-E',
	'-e',
	'^id:',
];

/** The blob of a line `<hash> <path>` where the path is a document's. */
function blobOf(line: string): string | undefined {
	const space = line.indexOf(' ');
	const path = space === -1 ? '' : line.slice(space + 1);
	return path.endsWith('.sop.yaml') || path.endsWith('.checklist.yaml') ? line.slice(0, space) : undefined;
}
