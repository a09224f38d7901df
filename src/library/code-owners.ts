import { join } from 'node:path';
import type { Files } from '../io/io.ts';
import { decodeText } from '../source/decode-text.ts';
import { toLibraryPath } from './find-files.ts';
import type { LibraryRoot } from './find-root.ts';

/** Where forges look for it, in the order in which GitHub and GitLab do: only the first counts. */
const places = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];

/** The limit of GitHub, in bytes. */
const largest = 3 * 1024 * 1024;

/** What a repository says of code owners: nothing where it has no such file. */
export interface CodeOwnersFile {
	readonly codeOwners?: string;
	/** Where it lies, from the top of the repository, with `/`. */
	readonly place?: string;
	/** Where the library lies in the repository: empty at its top, else ending in `/`. */
	readonly folderInRepository?: string;
}

/** Reads the CODEOWNERS file of the repository that the library lies in. */
export function readCodeOwners(files: Files, root: LibraryRoot): CodeOwnersFile {
	const top = root.repository ?? root.path;
	for (const place of places) {
		const path = join(top, place);
		const facts = files.facts(path);
		// Forges follow no links here, and leave out what is larger.
		if (facts?.kind !== 'file' || facts.size > largest) continue;
		const read = files.read(path);
		const decoded = read.ok ? decodeText(read.bytes) : undefined;
		if (!decoded?.ok) continue;
		const folder = toLibraryPath(top, root.path);
		return { codeOwners: decoded.text, place, folderInRepository: folder === '' ? '' : `${folder}/` };
	}
	return {};
}
