import type { FoundFile } from '../../../library/find-files.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';

/** The files that make up the config of a library: its own, or that of `--config`, and all that it extends. */
export function configFiles(library: OpenLibrary): readonly FoundFile[] {
	return library.configLayers.map(({ file }) => ({ file, kind: 'config' }));
}
