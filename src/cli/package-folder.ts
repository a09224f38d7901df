import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError } from '../diagnostics/command-error.ts';
import type { Files } from '../io/io.ts';

/** A folder of the package `sop` runs from, such as `examples`: above the bundle, or above the sources. */
export function packageFolder(files: Files, name: string): string {
	let here = dirname(fileURLToPath(import.meta.url));
	for (;;) {
		const folder = join(here, name);
		if (files.facts(join(here, 'package.json')) !== null && files.facts(folder) !== null) return folder;
		const above = dirname(here);
		if (above === here) break;
		here = above;
	}
	throw new CommandError(`The folder ${name} of sop itself is missing`, {
		help: 'Install sop again: its package is not whole.',
		exitCode: 3,
	});
}
