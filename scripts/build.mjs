// Bundles src/ into dist/: one small entry, and a chunk for everything that loads only when it is needed.
import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeThirdPartyLicenses } from './third-party-licenses.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

const generated = spawnSync(process.execPath, [`${root}scripts/generate.mjs`], { stdio: 'inherit' });
if (generated.status !== 0) process.exit(generated.status ?? 1);

// Built beside the old one and swapped in at the end, so that whoever runs `sop` meanwhile finds it whole.
const fresh = `${root}dist.${process.pid}`;
rmSync(fresh, { recursive: true, force: true });
const { metafile } = await build({
	absWorkingDir: root,
	entryPoints: ['src/cli/launch.ts', 'src/cli/lint-worker.ts'],
	outdir: fresh,
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	target: 'node20.19',
	minifySyntax: true,
	minifyWhitespace: true,
	minifyIdentifiers: true,
	legalComments: 'none',
	metafile: true,
	define: { SOP_VERSION: JSON.stringify(version) },
	// Some packages are CommonJS and ask for built-in modules at run time.
	banner: {
		js: "import { createRequire as sopCreateRequire } from 'node:module'; const require = sopCreateRequire(import.meta.url);",
	},
	logLevel: 'warning',
});
writeThirdPartyLicenses(root, fresh, metafile);
rmSync(`${root}dist`, { recursive: true, force: true });
renameSync(fresh, `${root}dist`);
