import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Makes a program of one of the files of `test/support`, to be run by Node in a process of its own. Gives its path. */
export async function bundled(
	name: string,
): Promise<{ readonly program: string; readonly remove: () => void }> {
	const folder = mkdtempSync(join(tmpdir(), 'sop-program-'));
	const program = join(folder, `${name}.mjs`);
	await build({
		entryPoints: [fileURLToPath(new URL(`${name}.ts`, import.meta.url))],
		outfile: program,
		bundle: true,
		platform: 'node',
		format: 'esm',
		logLevel: 'error',
		banner: {
			js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
		},
	});
	return { program, remove: () => rmSync(folder, { recursive: true }) };
}
