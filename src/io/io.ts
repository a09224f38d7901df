/** What became of reading a file. Never throws for what a file system does. */
export type FileRead =
	| { readonly ok: true; readonly bytes: Uint8Array }
	| { readonly ok: false; readonly code: string };

/** What stands at a path, links followed only where asked. */
export interface FileFacts {
	readonly kind: 'file' | 'directory' | 'link' | 'other';
	readonly size: number;
	/** Milliseconds since 1970, for caches only; never evidence. */
	readonly modified: number;
}

export interface DirectoryEntry {
	readonly name: string;
	readonly kind: FileFacts['kind'];
}

/** The file system, as much of it as `sop` uses. Paths are absolute and native. */
export interface Files {
	read(path: string): FileRead;
	/** Some bytes of a file, fewer at its end; undefined where it cannot be read. */
	readPart(path: string, from: number, length: number): Uint8Array | undefined;
	/** Facts of the path itself (a link is a link), or null where nothing is there. */
	facts(path: string): FileFacts | null;
	/** The path with all links resolved, or null where it leads nowhere. */
	realPath(path: string): string | null;
	/** Entries sorted by name, or the error code (`EACCES`, `ENOENT`, …). */
	list(path: string): readonly DirectoryEntry[] | string;
	/** Write all of it or nothing: a temporary file beside it, synced and renamed. Folders are made. */
	write(path: string, text: string): void;
	/** Like `write`, but refuses where something stands already (throws with code EEXIST). */
	create(path: string, text: string): void;
	/**
	 * Like `write`, but only where the file is still what was read before, undefined for none: else it throws with code
	 * ECHANGED, or EEXIST where there was none.
	 */
	replace(path: string, before: Uint8Array | undefined, text: string): void;
	/** Gives a file another path in one move; refuses where something stands there (throws with code EEXIST). */
	move(from: string, to: string): void;
	makeExecutable(path: string): void;
	/** The same file system as functions of `node:fs`, for a library that walks folders itself. */
	readonly walk: Pick<typeof import('node:fs'), 'lstatSync' | 'statSync' | 'readdirSync'>;
}

/** A stream for people or machines. */
export interface TextOut {
	write(text: string): void;
	readonly isTerminal: boolean;
	/** Columns of the terminal; 80 where there is none. */
	readonly columns: number;
	/** Colours to use, by the terminal and the environment (NO_COLOR, FORCE_COLOR): 0 none, 1 to 3 as chalk counts. */
	readonly colorLevel: 0 | 1 | 2 | 3;
}

/**
 * `changed`: something below a folder is not what it was at the last answer. `gone`: the folder itself is. `ended`: the
 * user has pressed Ctrl-C, or nobody reads standard output any more. `failed`: it cannot be watched, with the error code.
 */
export type WatchEvent = 'changed' | 'gone' | 'ended' | { readonly failed: string };

/** Tells of changes below a folder, and of the user's wish to end. */
export interface FolderWatch {
	next(): Promise<WatchEvent>;
	close(): void;
}

/** The outside world, handed to `main`. The only way to it. */
export interface Io {
	readonly stdout: TextOut;
	readonly stderr: TextOut;
	readonly stdin: { readonly isTerminal: boolean; read(): Promise<Uint8Array> };
	/** Absolute, native. */
	readonly workingDirectory: string;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** The clock. Only commands read it, once. */
	now(): Date;
	/** Bytes nobody can guess. */
	randomBytes(count: number): Uint8Array;
	readonly files: Files;
	/** Watches a folder (absolute) with all below it, but for `.git` and `node_modules`. */
	watch(folder: string): FolderWatch;
	/** How many processors there are to work on. */
	readonly processors: number;
	/**
	 * Runs a module of the bundle in another thread and gives what it answers; `onStep` is told of steps it has made.
	 * Undefined where threads cannot be had.
	 */
	readonly runWorker?: (
		module: 'lint-worker',
		data: unknown,
		onStep: (steps: number) => void,
	) => Promise<unknown>;
}
