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
	const changed = (await git.text(changes)).matchAll(/^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) /gm);
	const staged = (await git.text(index)).matchAll(/(?:^|\0)\d+ ([0-9a-f]+) \d\t/g);
	const hashes = [...changed, ...staged].flatMap(([, before = '', after = '']) => [before, after]);
	const blobs = [...new Set(hashes)].filter((hash) => !/^0*$/.test(hash));
	const ids = new Set<string>();
	let missing = 0;
	for (let from = 0; from < blobs.length; from += atOnce) {
		const some = blobs.slice(from, from + atOnce);
		// A partial clone may lack the text of a document that was changed since.
		const found = await git.text([...idLines, ...some]).catch(() => {
			missing += some.length;
			return '';
		});
		for (const line of found.split('\n')) {
			const id = idOf(line);
			if (id !== undefined) ids.add(id);
		}
	}
	return { ids, missing, shallow };
}

const index = ['ls-files', '--stage', '-z', '--', ...documents];

/** Every text that a document ever had: what each commit changed, against each of its parents. */
const changes = [
	'log',
	'--all',
	'--full-history',
	'--format=',
	'--raw',
	'--no-abbrev',
	'--no-renames',
	'--no-ext-diff',
	'--no-color',
	'--no-show-signature',
	'--root',
	'-m',
	'--',
	...documents,
];

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
