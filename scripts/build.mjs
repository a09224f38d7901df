// Bundles src/ into dist/: a small entry, and the program with its compiled code beside it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
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
const common = {
	absWorkingDir: root,
	outdir: fresh,
	bundle: true,
	platform: 'node',
	target: 'node20.19',
	minifySyntax: true,
	minifyWhitespace: true,
	minifyIdentifiers: true,
	legalComments: 'none',
	jsx: 'automatic',
	jsxImportSource: 'preact',
	define: { SOP_VERSION: JSON.stringify(version), SOP_BUILD: JSON.stringify(hashOfSources()) },
	logLevel: 'warning',
};
await build({
	...common,
	entryPoints: ['src/cli/launch.ts', 'src/cli/lint-worker.ts', 'src/cli/load-program.ts'],
	splitting: true,
	format: 'esm',
});
// One file, because compiled code can be kept of a script and not of modules (ADR 9). A part runs when it is first asked for.
const { metafile } = await build({
	...common,
	entryPoints: { program: 'src/cli/whole-program.ts' },
	outExtension: { '.js': '.cjs' },
	format: 'cjs',
	metafile: true,
	define: { ...common.define, 'import.meta.url': 'sopModuleUrl' },
	banner: { js: "const sopModuleUrl = require('node:url').pathToFileURL(__filename).href;" },
});
writeThirdPartyLicenses(root, fresh, metafile);
const compiled = spawnSync(process.execPath, [`${root}scripts/compiled-code.mjs`, fresh], {
	// Where there is no git to ask, it says so; only its exit code counts.
	stdio: ['ignore', 'ignore', 'pipe'],
});
if (compiled.status !== 0) {
	process.stderr.write(compiled.stderr);
	process.exit(compiled.status ?? 1);
}
rmSync(`${root}dist`, { recursive: true, force: true });
renameSync(fresh, `${root}dist`);

/** What the bundle follows from: the sources, generated ones included, and the versions of the libraries. */
function hashOfSources() {
	const hash = createHash('sha256');
	const sources = readdirSync(`${root}src`, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => `${entry.parentPath}/${entry.name}`)
		.sort();
	for (const file of [...sources, `${root}package-lock.json`, `${root}scripts/build.mjs`])
		hash.update(readFileSync(file)).update('\0');
	return hash.digest('hex');
}
