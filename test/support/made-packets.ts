import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { readFolderTree } from '../../src/io/packet/read-folder.ts';
import type { ListValue } from '../../src/packet/list-files.ts';
import { type HistoryRepository, repositoryUntil } from './history-repository.ts';
import type { SopOutcome } from './run-sop.ts';

/** The period of the tests of packets, as words of a call. */
export const quarter = ['--from', '2026-01-01', '--to', '2026-03-31'];

/** Files by their path. */
export type Files = ReadonlyMap<string, Buffer>;

/** An empty repository that is gone when all tests of the file have ended. */
export function repositoryOfFile(): HistoryRepository {
	return repositoryUntil(afterAll);
}

/** A packet that `sop audit` made. */
export interface MadePacket {
	readonly path: string;
	readonly said: SopOutcome;
	readonly files: Files;
}

/** Has `sop audit` make a packet beside a repository, as a folder; fails the test where it makes none. */
export function madeFolder(
	repository: HistoryRepository,
	name: string,
	...words: readonly string[]
): MadePacket {
	const path = beside(repository, name);
	const said = repository.sop('audit', ...quarter, '--out', path, ...words);
	expect([0, 1], said.stderr).toContain(said.code);
	return { path, said, files: filesBelow(path) };
}

/** The same as a ZIP, which `unzip` unpacks. Its files are told below its one top folder. */
export function madeZip(
	repository: HistoryRepository,
	name: string,
	...words: readonly string[]
): MadePacket {
	const path = beside(repository, name);
	const said = repository.sop('audit', ...quarter, '--zip', path, ...words);
	expect([0, 1], said.stderr).toContain(said.code);
	const folder = `${path}.unpacked`;
	mkdirSync(folder);
	execFileSync('unzip', ['-q', path, '-d', folder]);
	const top = 'audit-2026-01-01-2026-03-31/';
	const files = [...filesBelow(folder)].map(([file, bytes]): [string, Buffer] => {
		expect(file.startsWith(top), file).toBe(true);
		return [file.slice(top.length), bytes];
	});
	return { path, said, files: new Map(files) };
}

/** A path beside the checkout of a repository. */
export function beside(repository: HistoryRepository, name: string): string {
	return join(dirname(repository.folder), name);
}

/** All files below a folder; fails the test where something else lies there. */
export function filesBelow(folder: string): Files {
	const { files, others } = readFolderTree(folder);
	expect(others).toEqual([]);
	return new Map([...files].sort().map((path) => [path, readFileSync(join(folder, path))]));
}

/** The paths that differ between two packets: in one only, or with other bytes. */
export function differences(one: Files, other: Files): readonly string[] {
	return [...new Set([...one.keys(), ...other.keys()])].filter((path) => {
		const [a, b] = [one.get(path), other.get(path)];
		return a === undefined || b === undefined || !a.equals(b);
	});
}

/** A list of a packet, as its JSON file has it. */
export function listIn(files: Files, name: string): ListValue {
	return JSON.parse(textIn(files, `data/${name}.json`));
}

/** A file of a packet as text. */
export function textIn(files: Files, path: string): string {
	const bytes = files.get(path);
	if (bytes === undefined) throw new Error(`The packet has no ${path}`);
	return bytes.toString();
}

/** A check of a packet. */
export interface CheckInPacket {
	readonly name: string;
	readonly result: string;
	readonly counts: { readonly looked: number };
	readonly cause: string | null;
	readonly cure: string | null;
	readonly items: readonly { readonly key: string; readonly result: string; readonly detail: string }[];
}

/** The checks of all sections, by their name. */
export function checksIn(files: Files): ReadonlyMap<string, CheckInPacket> {
	const { sections } = JSON.parse(textIn(files, 'packet.json')) as {
		// As sectionJson writes them.
		readonly sections: readonly { readonly checks: readonly CheckInPacket[] }[];
	};
	return new Map(sections.flatMap(({ checks }) => checks.map((check) => [check.name, check] as const)));
}

/** Where a word stands in a packet, in names of files or in their bytes: `name: PATH` or `PATH: the words around it`. */
export function placesOf(files: Files, word: string | RegExp): readonly string[] {
	const pattern = typeof word === 'string' ? new RegExp(word.replace(/[^\w ]/g, '\\$&'), 'i') : word;
	return [...files].flatMap(([path, bytes]) => {
		const text = bytes.toString();
		const at = text.search(pattern);
		return [
			...(pattern.test(path) ? [`name: ${path}`] : []),
			...(at < 0 ? [] : [`${path}: ${text.slice(Math.max(0, at - 60), at + 60).replaceAll('\n', '⏎')}`]),
		];
	});
}
