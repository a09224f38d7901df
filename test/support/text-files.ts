import type { Files } from '../../src/io/io.ts';

/** Files that exist only as texts, below `/library`: enough of a file system to be read from. Nothing can be written. */
export function textFiles(texts: Readonly<Record<string, string>>): Files {
	const files = new Map(
		Object.entries(texts).map(([file, text]) => [`/library/${file}`, new TextEncoder().encode(text)]),
	);
	const isFolder = (path: string) => [...files.keys()].some((file) => file.startsWith(`${path}/`));
	const refuse = (): never => {
		throw new Error('These files can only be read');
	};
	return {
		read: (path) => {
			const bytes = files.get(path);
			return bytes === undefined ? { ok: false, code: 'ENOENT' } : { ok: true, bytes };
		},
		readPart: (path, from, length) => files.get(path)?.subarray(from, from + length),
		facts: (path) => {
			const bytes = files.get(path);
			if (bytes !== undefined) return { kind: 'file', size: bytes.length, modified: 0 };
			return isFolder(path) ? { kind: 'directory', size: 0, modified: 0 } : null;
		},
		realPath: (path) => (files.has(path) || isFolder(path) ? path : null),
		list: (path) =>
			[...files.keys()]
				.filter((file) => file.startsWith(`${path}/`) && !file.slice(path.length + 1).includes('/'))
				.map((file) => ({ name: file.slice(path.length + 1), kind: 'file' as const })),
		write: refuse,
		create: refuse,
		replace: refuse,
		move: refuse,
		makeExecutable: refuse,
		walk: { lstatSync: refuse, statSync: refuse, readdirSync: refuse } as never,
	};
}
