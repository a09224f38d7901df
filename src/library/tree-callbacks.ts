import type { FileFacts, Files } from '../io/io.ts';

type Done = (error: NodeJS.ErrnoException | null, found?: unknown) => void;

/** A tree as `node:fs` callbacks, as far as a library asks for that walks folders itself: kinds and names. */
export function treeCallbacks(
	list: Files['list'],
	facts: (path: string, follow?: boolean) => FileFacts | null,
): Files['callbacks'] {
	const stats = (follow: boolean) => (path: string, done: Done) => {
		const found = facts(path, follow);
		if (found === null) done(failure('ENOENT', path));
		else done(null, { ...kindQuestions(found.kind), size: found.size, mtimeMs: 0 });
	};
	const callbacks = {
		lstat: stats(false),
		stat: stats(true),
		readdir(path: string, options: { readonly withFileTypes?: boolean }, done: Done) {
			const entries = list(path);
			if (typeof entries === 'string') done(failure(entries, path));
			else if (options.withFileTypes === true)
				done(
					null,
					entries.map(({ name, kind }) => ({ name, parentPath: path, ...kindQuestions(kind) })),
				);
			else
				done(
					null,
					entries.map(({ name }) => name),
				);
		},
	};
	// The many overloads of Node cannot be declared by hand; these three are called as above.
	return callbacks as unknown as Files['callbacks'];
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
