import { join, parse, posix, relative, resolve, sep } from 'node:path';
import { CommandError } from '../diagnostics/command-error.ts';
import { localObjects, readObjects } from '../git/history/read-objects.ts';
import { sizesOf, type TreeEntry, treeAt } from '../git/history/tree-at.ts';
import type { Git } from '../git/open-git.ts';
import type { FileFacts, FileRead, Files } from '../io/io.ts';
import { treeWalk } from './tree-walk.ts';

/** What is to be read of a commit, and where its files are to appear. */
export interface TreeRequest {
	readonly git: Git;
	readonly commit: string;
	/** The folder that stands for the top of the repository; nothing has to be there. Absolute, native. */
	readonly top: string;
	/** Whether objects may have been left out when the repository was cloned. */
	readonly filtered: boolean;
	/** Whether the text at a path (from the top of the repository) will be asked for: then it is read with all the others. */
	readonly isText: (path: string, size: number) => boolean;
}

/** What stands at a path of a tree. */
type Node =
	| { readonly kind: 'file'; readonly id: string; readonly size: number }
	| { readonly kind: 'link'; readonly target: string }
	| { readonly kind: 'directory'; readonly entries: Map<string, Node> };

/** Links that lead to links: more than these lead round in a circle (as Linux counts). */
const mostLinks = 40;

/**
 * The files of a commit as if they lay on a disk: bytes as git holds them, which no filter, attribute or line ending of a
 * checkout touches. Texts are read beforehand; other files when somebody asks. A link that leaves the repository leads
 * to the root of the disk, where nothing is. Throws where a text is not in the repository; whoever writes gets an error.
 */
export async function filesOfTree(request: TreeRequest): Promise<Files> {
	const { git, commit, top } = request;
	const entries = await treeAt(git, commit);
	const local = request.filtered ? await localObjects(git) : undefined;
	const here = [...new Set(entries.flatMap(({ kind, id }) => (kind === 'submodule' ? [] : [id])))].filter(
		(id) => local?.has(id) ?? true,
	);
	const sizes = await sizesOf(git, here);
	const texts = await textsOf(request, entries, sizes);
	const whole = treeOf(entries, sizes, texts);

	/** What a path leads to, and where that really is; links on the way are followed, the last one only where asked. */
	function find(
		path: string,
		followLast: boolean,
		links = 0,
	): { node: Node; real: string } | 'outside' | null {
		const inside = relative(top, path);
		if (/^\.\.(?:$|[/\\])/.test(inside) || inside.startsWith(sep)) return 'outside';
		const names = inside === '' ? [] : inside.split(sep);
		let node: Node = whole;
		let real = top;
		for (const [index, name] of names.entries()) {
			const next: Node | undefined = node.kind === 'directory' ? node.entries.get(name) : undefined;
			if (next === undefined) return null;
			const isLast = index === names.length - 1;
			if (next.kind !== 'link' || (isLast && !followLast)) {
				node = next;
				real = join(real, name);
				continue;
			}
			if (posix.isAbsolute(next.target)) return 'outside';
			if (links >= mostLinks || next.target === '') return null;
			const led = resolve(real, ...next.target.split('/'), ...names.slice(index + 1));
			return find(led, followLast, links + 1);
		}
		return { node, real };
	}

	function facts(path: string, follow = false): FileFacts | null {
		const found = find(path, follow);
		if (found === null || found === 'outside') return null;
		const { node } = found;
		return { kind: node.kind, size: node.kind === 'file' ? node.size : 0, modified: 0 };
	}

	function read(path: string): FileRead {
		const found = find(path, true);
		if (found === null || found === 'outside') return { ok: false, code: 'ENOENT' };
		const { node } = found;
		if (node.kind !== 'file') return { ok: false, code: 'EISDIR' };
		const isHere = sizes.has(node.id);
		const bytes = texts.get(node.id) ?? (isHere ? git.blobNow(node.id, node.size) : undefined);
		if (bytes === undefined) throw notHere(1, commit);
		return { ok: true, bytes };
	}

	const files: Omit<Files, 'walk'> = {
		read,
		readPart(path, from, length) {
			const whole = read(path);
			return whole.ok ? whole.bytes.subarray(from, from + length) : undefined;
		},
		facts: (path) => facts(path),
		realPath(path) {
			const found = find(path, true);
			return found === 'outside' ? parse(top).root : (found?.real ?? null);
		},
		list(path) {
			const found = find(path, true);
			if (found === null || found === 'outside') return 'ENOENT';
			if (found.node.kind !== 'directory') return 'ENOTDIR';
			return [...found.node.entries]
				.map(([name, { kind }]) => ({ name, kind }))
				.sort((a, b) => (a.name < b.name ? -1 : 1));
		},
		write: refuse,
		create: refuse,
		replace: refuse,
		move: refuse,
		makeExecutable: refuse,
	};
	return { ...files, walk: treeWalk(files.list, facts) };
}

function refuse(): never {
	throw new Error('A commit cannot be written to');
}

/** Links with where they lead to, and those texts that will be asked for, by object id. */
async function textsOf(
	{ git, commit, isText }: TreeRequest,
	entries: readonly TreeEntry[],
	sizes: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, Buffer>> {
	const wanted = new Set(
		entries.flatMap(({ kind, id, path }) =>
			kind === 'link' || (kind === 'file' && isText(path, sizes.get(id) ?? 0)) ? [id] : [],
		),
	);
	const here = [...wanted].filter((id) => sizes.has(id));
	if (here.length < wanted.size) throw notHere(wanted.size - here.length, commit);
	const texts = new Map<string, Buffer>();
	if (here.length === 0) return texts;
	// A copy: else one text would hold all that came with it.
	for await (const { id, bytes } of readObjects(git, here))
		if (bytes !== null) texts.set(id, Buffer.from(bytes));
	return texts;
}

function treeOf(
	entries: readonly TreeEntry[],
	sizes: ReadonlyMap<string, number>,
	texts: ReadonlyMap<string, Buffer>,
): Node {
	const top = new Map<string, Node>();
	for (const { path, kind, id } of entries) {
		const names = path.split('/');
		const last = names.pop() ?? '';
		let folder = top;
		for (const name of names) {
			const known = folder.get(name);
			const next = known?.kind === 'directory' ? known.entries : new Map<string, Node>();
			if (known === undefined) folder.set(name, { kind: 'directory', entries: next });
			folder = next;
		}
		folder.set(last, nodeOf(kind, id));
	}
	return { kind: 'directory', entries: top };

	function nodeOf(kind: TreeEntry['kind'], id: string): Node {
		if (kind === 'file') return { kind, id, size: sizes.get(id) ?? 0 };
		// What a submodule holds is in another repository.
		if (kind === 'submodule') return { kind: 'directory', entries: new Map() };
		return { kind, target: texts.get(id)?.toString() ?? '' };
	}
}

function notHere(count: number, commit: string): CommandError {
	const what = count === 1 ? 'A file' : `${count} files`;
	return new CommandError(
		`${what} of commit ${commit.slice(0, 7)} ${count === 1 ? 'is' : 'are'} not in this repository`,
		{
			help: 'A whole clone has them.',
			exitCode: 3,
		},
	);
}
