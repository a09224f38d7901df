import type { FileFacts, Files } from '../io/io.ts';

/** A tree as functions of `node:fs`, as far as a library asks for that walks folders itself: kinds and names. */
export function treeWalk(
	list: Files['list'],
	facts: (path: string, follow?: boolean) => FileFacts | null,
): Files['walk'] {
	const stats = (follow: boolean) => (path: string) => {
		const found = facts(path, follow);
		if (found === null) throw failure('ENOENT', path);
		return { ...kindQuestions(found.kind), size: found.size, mtimeMs: 0 };
	};
	const walk = {
		lstatSync: stats(false),
		statSync: stats(true),
		readdirSync(path: string, options?: { readonly withFileTypes?: boolean }) {
			const entries = list(path);
			if (typeof entries === 'string') throw failure(entries, path);
			return options?.withFileTypes === true
				? entries.map(({ name, kind }) => ({ name, parentPath: path, ...kindQuestions(kind) }))
				: entries.map(({ name }) => name);
		},
	};
	// The many overloads of Node cannot be declared by hand; these three are called as above.
	return walk as unknown as Files['walk'];
}

function kindQuestions(kind: FileFacts['kind']) {
	return {
		isFile: () => kind === 'file',
		isDirectory: () => kind === 'directory',
		isSymbolicLink: () => kind === 'link',
		isBlockDevice: () => false,
		isCharacterDevice: () => false,
		isFIFO: () => false,
		isSocket: () => false,
	};
}

function failure(code: string, path: string): NodeJS.ErrnoException {
	return Object.assign(new Error(`${code}: ${path}`), { code, path });
}
