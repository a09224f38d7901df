import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

/** A copy of the installed program, so that its files can be changed. */
function copyOfSop(): string {
	const folder = mkdtempSync(join(tmpdir(), 'sop start '));
	for (const part of ['bin', 'dist', 'schemas', 'package.json']) cpSync(join(root, part), join(folder, part), { recursive: true });
	return folder;
}

const node = (...words: string[]) => {
	const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
	return { status, stdout, stderr };
};
const example = join(root, 'examples/sops/finance');

describe('sop starts', () => {
	let folder: string;
	let expected: ReturnType<typeof node>;
	beforeAll(() => {
		folder = copyOfSop();
		expected = node(join(root, 'bin/sop.js'), 'lint', '--no-history', example);
		return () => rmSync(folder, { recursive: true });
	});
	const compiled = () => join(folder, 'dist/program.cjs.compiled');
	const lint = () => node(join(folder, 'bin/sop.js'), 'lint', '--no-history', example);

	it('from the code that this Node has compiled', () => {
		expect(expected.status).toBe(0);
		expect(node(join(root, 'scripts/compiled-code.mjs'), join(folder, 'dist')).status).toBe(0);
		const accepted = `
			import { readFileSync } from 'node:fs';
			import { compiledCodeFile, programScript } from ${JSON.stringify(join(folder, 'dist/load-program.js'))};
			console.log(programScript(readFileSync(compiledCodeFile)).cachedDataRejected);`;
		expect(node('--input-type=module', '-e', accepted).stdout).toBe('false\n');
		expect(lint()).toEqual(expected);
	});

	it('without compiled code, and with the code of another Node', () => {
		const code = readFileSync(compiled());
		// The second word of it is the version of V8.
		code.writeUInt32LE(0, 4);
		writeFileSync(compiled(), code);
		expect(lint()).toEqual(expected);
		writeFileSync(compiled(), '');
		expect(lint()).toEqual(expected);
		rmSync(compiled());
		expect(lint()).toEqual(expected);
	});

	it('and tells its version without loading the program', () => {
		rmSync(join(folder, 'dist/program.cjs'));
		for (const flag of ['--version', '-V'])
			expect(node(join(folder, 'bin/sop.js'), flag)).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
	});
});
