import type { OpenLibrary } from '../../../library/open-library.ts';
import { readDocuments } from '../../../library/read-documents.ts';
import { ownersOf, parseCodeOwners } from '../../../model/code-owners.ts';
import type { Checklist, Sop } from '../../../model/documents.generated.ts';
import { configFileName } from '../../../model/file-kind.ts';
import { type ForgeOwners, forgeOwners, ownersOfDocument } from '../../../model/forge-owners.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import type { OwnedPath } from '../../../scaffold/code-owners-block.ts';
import type { CommandContext } from '../../command-context.ts';

/** What the block says, and what is to be said beside it. */
export interface Owned {
	readonly paths: readonly OwnedPath[];
	/** Each as a sentence without a full stop. */
	readonly warnings: readonly string[];
	/** Whether a document could not be read. */
	readonly isPartial: boolean;
}

/**
 * The owners of all that a library holds, on a day: first what everything leans on, then documents by their path. A
 * document that cannot be read keeps the owners that the block gave it before.
 */
export async function ownedPaths(
	context: CommandContext,
	library: OpenLibrary,
	folder: string,
	own: string,
	before: readonly string[],
	today: string,
): Promise<Owned> {
	const paths: OwnedPath[] = [];
	const warnings: string[] = [];
	const add = (path: string, { owners, gaps }: ForgeOwners) => {
		paths.push({ path, owners });
		if (gaps.length > 0)
			warnings.push(`${path}${owners.length === 0 ? ' has no owner' : ''}: ${gaps.join(', ')}`);
	};
	const { keeper } = library.config;
	const keepers = keeper === undefined ? undefined : forgeOwners([keeper], library.registers, today);
	const kept = [
		...new Set([configFileName, '.sop-baseline.json', library.peopleFile, 'records/', 'registers/']),
	]
		.filter((path) => path !== 'registers/people.yaml')
		.map((path) => folder + path);
	for (const path of [own, ...kept].sort()) paths.push({ path, owners: keepers?.owners ?? [] });
	if (keepers === undefined)
		warnings.push(
			'Nobody is asked about config, registers and records, on which everything leans: name a role or person in sop.config.yaml, such as keeper: quality',
		);
	else if (keepers.gaps.length > 0) warnings.push(`keeper: ${keeper}: ${keepers.gaps.join(', ')}`);
	const old = parseCodeOwners(before.join('\n'));
	let isPartial = false;
	for await (const read of readDocuments(context.io.files, library)) {
		const path = folder + read.file;
		if (/[\r\n]/.test(path))
			warnings.push(`${path} cannot be named in CODEOWNERS: its name holds a line break`);
		else if (isReadable(read))
			add(path, ownersOfDocument(read.checked as Sop & Checklist, library.registers, today));
		else {
			isPartial = true;
			add(path, {
				owners: ownersOf(old, path),
				gaps: ['it cannot be read, so its owners stay as they were'],
			});
		}
	}
	return { paths, warnings, isPartial };
}

/** Whether the text passed as a document: then `checked` has the type of its kind. */
function isReadable({ checked }: ReadDocument): boolean {
	return typeof checked === 'object' && checked !== null && !Array.isArray(checked);
}
