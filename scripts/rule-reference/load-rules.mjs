import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The rules and presets as the program has them, bundled from their sources on the fly. */
export async function loadRules(root) {
	const folder = await mkdtemp(join(tmpdir(), 'sop-rules-'));
	try {
		const outfile = join(folder, 'rules.mjs');
		await build({
			absWorkingDir: root,
			stdin: {
				contents: `export { rules } from './src/lint/rules.generated.ts';
export { familyOf, inPreset, presets } from './src/lint/presets.ts';`,
				resolveDir: root,
			},
			bundle: true,
			format: 'esm',
			platform: 'node',
			outfile,
			banner: {
				js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
			},
			logLevel: 'error',
		});
		return await import(pathToFileURL(outfile).href);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
