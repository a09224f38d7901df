import { posix } from 'node:path';
import type { Config } from '../../model/documents.generated.ts';
import { fileKindOf } from '../../model/file-kind.ts';

/** Where the people register lies by a config, relative to the library; or why it lies nowhere, as a clause. */
export function placeOfPeopleBy(config: Config): { readonly file: string } | { readonly problem: string } {
	const written = config.people?.file;
	if (written === undefined) return { file: 'registers/people.yaml' };
	const file = posix.normalize(written);
	if (posix.isAbsolute(file) || file.startsWith('..'))
		return { problem: `people.file names ${written}, which lies outside the library` };
	const kind = fileKindOf(file);
	return kind === undefined || kind === 'people'
		? { file }
		: { problem: `people.file names ${written}, which is something else by its name` };
}
