import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/commands.ts';
import { runSop } from '../support/run-sop.ts';

const folder = mkdtempSync(join(tmpdir(), 'sop-completion-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const has = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;
for (const shell of ['bash', 'zsh', 'fish']) {
	if (!has(shell)) console.warn(`SKIPPED: ${shell} is not here, so its completion is not tried. Not passed, not failed.`);
}

const names = commands.map(({ name }) => name).filter((name) => name !== '');

const scripts = new Map<string, string>();

/** The path of the script for a shell, printed once. */
function scriptFor(shell: string): string {
	const known = scripts.get(shell);
	if (known !== undefined) return known;
	const { code, stdout, stderr } = runSop(folder, 'completion', shell);
	expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
	const path = join(folder, `sop.${shell}`);
	writeFileSync(path, stdout);
	scripts.set(shell, path);
	return path;
}

describe.skipIf(!has('bash'))('completion in bash', () => {
	writeFileSync(join(folder, 'a file.yaml'), '');
	const complete = (...words: readonly string[]) => {
		const program = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _sop; printf '%s\\n' "\${COMPREPLY[@]}"`;
		const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', program, 'bash', scriptFor('bash'), ...words], {
			cwd: folder,
			encoding: 'utf8',
		});
		expect(stderr).toBe('');
		return stdout.split('\n').filter((line) => line !== '');
	};

	test('of a command', () => {
		expect(complete('sop', '')).toEqual([...names, 'help']);
		expect(complete('sop', 'li')).toEqual(['lint', 'list']);
		expect(complete('sop', '--cwd', 'list', 'li')).toEqual(['lint', 'list']);
		expect(complete('sop', 'help', 'expl')).toEqual(['explain']);
	});

	test('of flags', () => {
		expect(complete('sop', 'lint', '--fix')).toEqual(['--fix', '--fix-unsafe']);
		expect(complete('sop', 'list', '--nee')).toEqual(['--needs']);
		expect(complete('sop', 'list', '--fix')).toEqual([]);
		for (const { name } of commands) {
			const words = name === '' ? ['sop', '--cw'] : ['sop', name, '--cw'];
			expect(complete(...words)).toEqual(['--cwd']);
		}
	});

	test('of what a flag or an argument can be', () => {
		expect(complete('sop', 'list', '--format', '')).toEqual(['table', 'json', 'csv']);
		expect(complete('sop', 'list', '--format', '=', 'c')).toEqual(['csv']);
		expect(complete('sop', 'list', '--format', '=')).toEqual(['table', 'json', 'csv']);
		expect(complete('sop', 'completion', '')).toEqual(['bash', 'zsh', 'fish']);
		expect(complete('sop', 'explain', 'decisions/g')).toEqual(['decisions/gap']);
		expect(complete('sop', 'lint', '--rule', 'exc')).toContain('exceptions');
	});

	test('of paths, also with spaces', () => {
		expect(complete('sop', 'lint', 'a')).toEqual(['a file.yaml']);
		expect(complete('sop', 'lint', '--output', 'a')).toEqual(['a file.yaml']);
		expect(complete('sop', 'find', 'a')).toEqual([]);
	});
});

describe('completion in zsh and fish', () => {
	test.skipIf(!has('zsh'))('zsh reads the script', () => {
		const { status, stderr } = spawnSync('zsh', ['-n', scriptFor('zsh')], { encoding: 'utf8' });
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		const load = `autoload -Uz compinit && compinit -u -D && source ${scriptFor('zsh')} && print -r -- $_comps[sop]`;
		expect(spawnSync('zsh', ['-f', '-c', load], { encoding: 'utf8' })).toMatchObject({ status: 0, stdout: '_sop\n' });
	});

	test.skipIf(!has('fish'))('fish completes commands and formats', () => {
		const complete = (line: string) =>
			spawnSync('fish', ['--no-config', '-c', `source ${scriptFor('fish')}; complete -C '${line}'`], {
				encoding: 'utf8',
			})
				.stdout.split('\n')
				.map((word) => word.split('\t')[0])
				.filter((word) => word !== '');
		expect(complete('sop li')).toEqual(['lint', 'list']);
		expect(complete('sop list --format ').sort()).toEqual(['csv', 'json', 'table']);
	});

	test('every script names every command', () => {
		for (const shell of ['bash', 'zsh', 'fish']) {
			const { stdout } = runSop(folder, 'completion', shell);
			for (const name of names) expect(stdout).toMatch(new RegExp(`(?<![\\w-])${name}(?![\\w-])`));
		}
	});

	test('refuses another shell', () => {
		expect(runSop(folder, 'completion', 'tcsh')).toMatchObject({ code: 2, stdout: '' });
	});
});
