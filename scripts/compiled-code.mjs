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
/** What people call most. Only the first must go well: a copy without its git repository has no history. */
const calls = [
	['lint', '--no-history'],
	['list'],
	['show', 'SOP-FIN-101'],
	['history', 'SOP-FIN-101'],
	['diff', 'SOP-FIN-101'],
];
for (const [index, words] of calls.entries()) {
	const exitCode = await main([...words, '--quiet', '--cwd', examples], nodeIo());
	if (index === 0 && exitCode !== 0)
		throw new Error(`sop ${words.join(' ')} ended with ${exitCode} while the build ran it`);
}
writeFileSync(compiledCodeFile, script.createCachedData());
