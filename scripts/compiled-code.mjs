// Runs the built program over the examples and keeps what V8 compiled meanwhile, for `sop` to start from (ADR 9).
// Used by build.mjs: node scripts/compiled-code.mjs DIST
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const dist = resolve(process.argv[2]);
const examples = fileURLToPath(new URL('../examples', import.meta.url));
const { compiledCodeFile, programScript, runProgramScript } = await import(
	pathToFileURL(`${dist}/load-program.js`).href
);

const script = programScript();
const { main, nodeIo } = runProgramScript(script);
for (const command of [
	['lint', '--no-history', '--cwd', examples],
	['list', '--cwd', examples],
]) {
	const exitCode = await main(command, nodeIo());
	if (exitCode !== 0) throw new Error(`sop ${command[0]} ended with ${exitCode} while the build ran it`);
}
writeFileSync(compiledCodeFile, script.createCachedData());
