import { readFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

type Program = typeof import('./whole-program.ts');

/**
 * Gives the built program, which lies beside this module. Reading and compiling its text takes longer than linting a
 * document, so the build leaves beside it what its own V8 made of it. Another V8 refuses that and compiles anew; where
 * Node keeps compiled code between runs (from 22 on), only the first time.
 */
export function loadProgram(): Program {
	const script = programScript(readCompiledCode());
	if (script.cachedDataRejected === false) return runProgramScript(script);
	// Node 20 and its types do not know this function.
	(module as { enableCompileCache?: () => void }).enableCompileCache?.();
	return createRequire(programFile)(programFile);
}

const programFile = fileURLToPath(new URL('./program.cjs', import.meta.url));

/** Where the build leaves compiled code. */
export const compiledCodeFile = `${programFile}.compiled`;

/** The program, not run yet: a function of what a CommonJS module is given. */
export function programScript(compiledCode?: Buffer): Script {
	const text = readFileSync(programFile, 'utf8');
	const wrapped = `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
	return new Script(wrapped, {
		filename: programFile,
		...(compiledCode === undefined ? {} : { cachedData: compiledCode }),
	});
}

export function runProgramScript(script: Script): Program {
	const loaded = { exports: {} };
	const require = createRequire(programFile);
	script.runInThisContext()(loaded.exports, require, loaded, programFile, dirname(programFile));
	// The build makes program.cjs of whole-program.ts.
	return loaded.exports as Program;
}

function readCompiledCode(): Buffer | undefined {
	try {
		return readFileSync(compiledCodeFile);
	} catch {
		return undefined;
	}
}
