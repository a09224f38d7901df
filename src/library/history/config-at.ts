import { dirname, resolve } from 'node:path';
import { filesAt } from '../../git/history/files-at.ts';
import type { Git } from '../../git/open-git.ts';
import { several } from '../../model/several.ts';
import { isInside, toLibraryPath } from '../find-files.ts';
import { type ConfigFiles, type ReadConfig, readConfig } from '../read-config.ts';
import { readDocument } from '../read-document.ts';

/** Where a config is to be read. */
export interface ConfigRequest {
	readonly git: Git;
	readonly commit: string;
	/** The library and the config, both absolute: where they would lie in a checkout of that commit. */
	readonly root: string;
	readonly path: string;
	/** Whether texts may have been left out when the repository was cloned. */
	readonly filtered: boolean;
}

/**
 * The config of a library as a commit holds it, with all that it extends at that same commit, whatever the working tree
 * says; `unseen` names a file of it whose text is not in the repository. Undefined where the commit has none. Throws a
 * `CommandError` where one that it extends is not there, or leads round in a circle or out of the repository.
 */
export async function configAt(
	request: ConfigRequest,
): Promise<ReadConfig | { readonly unseen: string } | undefined> {
	const { git, commit, root, path, filtered } = request;
	const texts = new Map<string, Buffer>();
	const asked = new Set([path]);
	for (let wanted = [path]; wanted.length > 0; ) {
		const found = await filesAt(
			git,
			commit,
			wanted.map((one) => toLibraryPath(git.top, one)),
			filtered,
		);
		const further: string[] = [];
		for (const one of wanted) {
			const bytes = found.get(toLibraryPath(git.top, one));
			if (bytes === undefined) continue;
			if (bytes === null) return { unseen: toLibraryPath(git.top, one) };
			texts.set(one, bytes);
			further.push(...extendedBy(one, bytes));
		}
		wanted = further.filter((one) => isInside(git.top, one) && !asked.has(one));
		for (const one of wanted) asked.add(one);
	}
	return texts.has(path) ? readConfig(filesOf(texts), root, path, git.top) : undefined;
}

function extendedBy(path: string, bytes: Uint8Array): readonly string[] {
	const { checked } = readDocument('config', path, bytes);
	const named: unknown =
		typeof checked === 'object' && checked !== null ? Reflect.get(checked, 'extends') : undefined;
	return several(named).flatMap((one) => (typeof one === 'string' ? [resolve(dirname(path), one)] : []));
}

/** The files of a commit, as if they lay in its checkout. */
function filesOf(texts: ReadonlyMap<string, Buffer>): ConfigFiles {
	return {
		facts: (path) =>
			texts.has(path) ? { kind: 'file', size: texts.get(path)?.length ?? 0, modified: 0 } : null,
		realPath: (path) => path,
		read: (path) => {
			const bytes = texts.get(path);
			return bytes === undefined ? { ok: false, code: 'ENOENT' } : { ok: true, bytes };
		},
	};
}
