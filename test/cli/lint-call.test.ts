import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { callSop, sopWithId } from '../support/lint-library.ts';
import { runMain } from '../support/run-main.ts';
import { cleanEnvironment, runSop, sopBin } from '../support/run-sop.ts';
import { smallSop, temporaryFolder, temporaryLibrary } from '../support/temporary-library.ts';

const broken = smallSop.replace('version: "1.0"', 'version: 1.0');
const brokenLine = (file: string) =>
	`${file}:5:10: error: The version 1.0 is a number, not text [document/version-not-text]\n`;
/** A document with one warning and no error. */
const warned = smallSop.replace('First version', 'TODO');
const clean = { code: 0, stdout: '', stderr: '' };

describe('exit codes of sop lint', () => {
	it.each([
		['nothing found', smallSop, [], 0],
		['an error', broken, [], 1],
		['a warning', warned, [], 0],
		['a warning that is to fail', warned, ['--fail-on', 'warning'], 1],
		['no more warnings than allowed', warned, ['--max-warnings', '1'], 0],
		['more warnings than allowed', warned, ['--max-warnings', '0'], 1],
		['a check not made', smallSop, ['--fail-on', 'not-evaluated'], 1],
		['a check not made, by a lower level', smallSop, ['--fail-on', 'warning'], 0],
		['every check made', smallSop, ['--fail-on', 'not-evaluated', '--rule', 'decisions'], 0],
	] as const)('%s', (_, text, flags, code) => {
		const folder = temporaryLibrary({ 'a.sop.yaml': text });
		const outcome = runSop(folder, 'lint', '--format', 'line', ...flags);
		expect(outcome).toMatchObject({ code, stderr: '' });
		expect(outcome.stdout.split('\n').length - 1).toBe(text === smallSop ? 0 : 1);
	});

	it.each([
		[['--max-warnings', 'none'], '--max-warnings takes a whole number, not "none"'],
		[['--max-warnings', '-1'], '--max-warnings takes a whole number, not "-1"'],
		[['--shard', '5/4'], '--shard takes a part and a number of parts, e.g. 1/4, not "5/4"'],
		[['--shard', '0/0'], '--shard takes a part and a number of parts, e.g. 1/4, not "0/0"'],
		[['--rule', 'decision/gap'], 'There is no rule "decision/gap"\nDid you mean decisions/gap?'],
		[['--rule', 'decision'], 'There is no rule "decision"\nDid you mean decisions?'],
		[['--rule', 'qqqqqqqqqqqqqqqq'], 'There is no rule "qqqqqqqqqqqqqqqq"\nsop rules lists them all.'],
		[['--staged', '--changed'], '--staged and --changed cannot stand together'],
		[['--staged', '--fix'], 'What is staged cannot be mended where it is'],
		[['--stdin-filename', 'a.sop.yaml', 'a.sop.yaml'], '--stdin-filename takes the place of paths'],
		[['--stdin-filename', '../a.sop.yaml'], '--stdin-filename ../a.sop.yaml is no name of an SOP'],
		[['--stdin-filename', 'a.txt'], '--stdin-filename a.txt is no name of an SOP'],
		[['missing'], 'There is nothing at missing\n'],
		[['empty'], 'There is no SOP, checklist, register, record or config in empty\n'],
		[['none/**'], 'There is no SOP, checklist, register, record or config in none/**\n'],
		[['note.txt'], 'There is no SOP, checklist, register, record or config in note.txt\n'],
		[['..'], '.. is outside the library at '],
		[['a\nb\u001b[31m.sop.yaml'], 'There is no SOP, checklist, register, record or config in a'],
		[['--baseline', 'none.json'], 'The baseline none.json cannot be read (ENOENT)'],
		[['--config', 'none.yaml'], 'There is no config at '],
	])('%j is refused with 2', async (words, message) => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop, 'empty/x.md': '', 'note.txt': '' });
		const outcome = await runMain(['lint', '--cwd', '.', ...words], { folder, home: folder });
		expect(outcome).toMatchObject({ code: 2, stdout: '' });
		expect(outcome.stderr).toContain(`sop: ${message}`);
		expect(outcome.stderr).not.toContain('\u001b');
	});

	it('refuses unknown words of flags', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop });
		for (const words of [['--fail-on', 'never'], ['--preset', 'lax'], ['--format', 'xml'], ['--fixx']]) {
			expect(runSop(folder, 'lint', ...words)).toMatchObject({ code: 2, stdout: '' });
		}
	});

	it('ends with 3 where a folder cannot be looked into, and still says what it found', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': broken, 'closed/b.sop.yaml': broken });
		chmodSync(folder, 0o755);
		chmodSync(join(folder, 'closed'), 0);
		const user = process.getuid?.() === 0 ? 65534 : undefined;
		expect(callSop(folder, ['lint', '--format', 'line'], user === undefined ? {} : { user })).toEqual({
			code: 3,
			stdout: brokenLine('a.sop.yaml'),
			stderr: 'sop: The folder closed cannot be read (EACCES)\n',
		});
		chmodSync(join(folder, 'closed'), 0o755);
	});
});

describe('paths of sop lint', () => {
	const odd = ['-x.sop.yaml', 'a b.sop.yaml', `it's "odd".sop.yaml`, '[a].sop.yaml', 'ü.sop.yaml'];

	it('takes files with odd names, after -- where they begin with a dash', () => {
		const folder = temporaryLibrary(Object.fromEntries(odd.map((name) => [name, broken])));
		for (const name of odd) {
			expect(runSop(folder, 'lint', '--rule', 'document/version-not-text', '--format', 'line', '--', name)).toEqual(
				{ code: 1, stdout: brokenLine(name), stderr: '' },
			);
		}
	});

	it('keeps line breaks and control characters of names from acting', () => {
		const name = 'a\nb\u001b[31m.sop.yaml';
		const folder = temporaryLibrary({ [name]: broken });
		const { code, stdout } = runSop(folder, 'lint', '--format', 'line', name);
		expect(code).toBe(1);
		expect(stdout.trimEnd().split('\n')).toHaveLength(1);
		expect(stdout).not.toContain('\u001b');
		const json = JSON.parse(runSop(folder, 'lint', '--format', 'json').stdout) as { findings: { file: string }[] };
		expect(json.findings.map(({ file }) => file)).toEqual([name]);
	});

	it.each([
		['sops/**', ['sops/a.sop.yaml', 'sops/hr/b.sop.yaml']],
		['./sops/*', ['sops/a.sop.yaml', 'sops/hr/b.sop.yaml']],
		['sops/*.yaml', ['sops/a.sop.yaml']],
		['**/b.*', ['sops/hr/b.sop.yaml']],
		['{other,sops/hr}', ['other/c.sop.yaml', 'sops/hr/b.sop.yaml']],
		['sops/[ab].sop.yaml', ['sops/a.sop.yaml']],
	])('takes the pattern %s as it is quoted', (pattern, files) => {
		const folder = temporaryLibrary({
			'sops/a.sop.yaml': broken,
			'sops/hr/b.sop.yaml': broken,
			'other/c.sop.yaml': broken,
		});
		const words = ['--rule', 'document/version-not-text', '--format', 'line', pattern];
		expect(runSop(folder, 'lint', ...words)).toEqual({
			code: 1,
			stdout: files.map(brokenLine).join(''),
			stderr: '',
		});
	});

	it('reads patterns from where the user stands, also from outside the library', () => {
		const outer = temporaryFolder({
			'lib/sop.config.yaml': 'library: 3f1b0c6a9d4e4f7a\n',
			'lib/sops/a.sop.yaml': broken,
		});
		const words = ['lint', '--format', 'line'];
		expect(runSop(outer, ...words, 'lib/**/*.yaml').stdout).toBe(brokenLine('lib/sops/a.sop.yaml'));
		expect(runSop(join(outer, 'lib/sops'), ...words, '../*/a*').stdout).toBe(
			brokenLine('../sops/a.sop.yaml'),
		);
		expect(runSop(outer, ...words, '--cwd', 'lib', 'sops/*').code).toBe(1);
	});

	it('takes a folder once, however often and with whatever slashes it is named', () => {
		const folder = temporaryLibrary({ 'sops/a.sop.yaml': broken });
		expect(runSop(folder, 'lint', '--format', 'line', 'sops', './sops/', join(folder, 'sops/a.sop.yaml'), 'sops/**')).toEqual({
			code: 1,
			stdout: brokenLine('sops/a.sop.yaml'),
			stderr: '',
		});
	});

	it('refuses paths of two libraries', () => {
		const config = 'library: 3f1b0c6a9d4e4f7a\n';
		const outer = temporaryFolder({
			'one/sop.config.yaml': config,
			'one/a.sop.yaml': smallSop,
			'one/nested/sop.config.yaml': config,
			'one/nested/c.sop.yaml': smallSop,
			'two/sop.config.yaml': config,
			'two/b.sop.yaml': smallSop,
		});
		expect(runSop(outer, 'lint', 'one', 'two')).toEqual({
			code: 2,
			stdout: '',
			stderr: `sop: two is outside the library at ${outer}/one\nLint it in a call of its own.\n`,
		});
		expect(runSop(outer, 'lint', 'one/a.sop.yaml', 'one/nested')).toEqual({
			code: 2,
			stdout: '',
			stderr: `sop: one/nested belongs to the library at ${outer}/one/nested, and this call is about the one at ${outer}/one\nLint each library in a call of its own.\n`,
		});
	});

	it('judges a linked file under the name of the link, and refuses links that leave the library', () => {
		const folder = temporaryLibrary({ 'texts/a.yaml': broken });
		symlinkSync('texts/a.yaml', join(folder, 'a.sop.yaml'));
		symlinkSync('/etc/hostname', join(folder, 'b.sop.yaml'));
		symlinkSync('nowhere', join(folder, 'c.sop.yaml'));
		expect(runSop(folder, 'lint', '--format', 'line', 'a.sop.yaml').stdout).toBe(brokenLine('a.sop.yaml'));
		expect(runSop(folder, 'lint', '--format', 'line').stdout).toBe(
			`${brokenLine('a.sop.yaml')}b.sop.yaml:1:1: error: The link leaves the library [document/syntax]\nc.sop.yaml:1:1: error: The link leads nowhere [document/syntax]\n`,
		);
		expect(runSop(folder, 'lint', '--format', 'line', 'c.sop.yaml')).toMatchObject({ code: 1, stderr: '' });
		expect(runSop(folder, 'lint', '--format', 'line', 'b.sop.yaml')).toMatchObject({ code: 1, stderr: '' });
	});
});

describe('where the report goes', () => {
	it('writes --output whole, and its place never changes the exit code', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': broken });
		writeFileSync(join(folder, 'out.txt'), 'old', { mode: 0o600 });
		expect(runSop(folder, 'lint', '--format', 'line', '--output', 'out.txt')).toEqual({ code: 1, stdout: '', stderr: '' });
		expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe(brokenLine('a.sop.yaml'));
		expect(runSop(folder, 'lint', '--format', 'line', '--output', 'new/out.txt').code).toBe(1);
		expect(readFileSync(join(folder, 'new/out.txt'), 'utf8')).toBe(brokenLine('a.sop.yaml'));
		expect(readdirSync(folder).sort()).toEqual(['a.sop.yaml', 'new', 'out.txt', 'sop.config.yaml']);
	});

	it('writes into devices and links instead of replacing them', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': broken, 'out.txt': 'old' });
		symlinkSync('out.txt', join(folder, 'link.txt'));
		expect(runSop(folder, 'lint', '--format', 'line', '--output', 'link.txt').code).toBe(1);
		expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe(brokenLine('a.sop.yaml'));
		const fifo = join(folder, 'pipe');
		execFileSync('mkfifo', [fifo]);
		const words = `cat ${fifo} & ${process.execPath} ${sopBin} lint --format line --output ${fifo}; echo "code $?"; wait`;
		const { stdout } = spawnSync('sh', ['-c', words], { cwd: folder, encoding: 'utf8', env: cleanEnvironment() });
		expect(stdout).toContain(brokenLine('a.sop.yaml'));
		expect(stdout).toContain('code 1\n');
		expect(execFileSync('stat', ['-c', '%F', fifo], { encoding: 'utf8' })).toBe('fifo\n');
	});

	it('says in words that --output cannot be written', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': broken });
		mkdirSync(join(folder, 'out'));
		expect(runSop(folder, 'lint', '--output', 'out')).toEqual({
			code: 3,
			stdout: '',
			stderr: `sop: ${folder}/out cannot be written (EISDIR)\nCheck the path, its permissions and the space on the disk.\n`,
		});
	});

	it('colours only where it is asked to', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': broken });
		const escapes = (words: readonly string[], environment: Record<string, string>) =>
			callSop(folder, ['lint', ...words], { environment }).stdout.includes('\u001b[');
		expect(escapes([], {})).toBe(false);
		expect(escapes([], { FORCE_COLOR: '1' })).toBe(true);
		expect(escapes(['--no-color'], { FORCE_COLOR: '1' })).toBe(false);
		expect(escapes([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
		expect(escapes([], { FORCE_COLOR: '0' })).toBe(false);
		const plain = callSop(folder, ['lint']).stdout;
		const coloured = callSop(folder, ['lint'], { environment: { FORCE_COLOR: '1' } }).stdout;
		expect(coloured.replace(/\u001b\[[0-9;]*m/g, '')).toBe(plain);
	});

	it('keeps its exit code and its peace when the reader goes away', () => {
		const many = Object.fromEntries(
			Array.from({ length: 120 }, (_, at) => [`s${at}.sop.yaml`, sopWithId(`SOP-FIN-${100 + at}`, (text) => text.replace('version: "1.0"', 'version: 1.0'))]),
		);
		const folder = temporaryLibrary(many);
		const words = `${process.execPath} ${sopBin} lint | head -1; echo "$\{PIPESTATUS[0]}"`;
		const { stdout, stderr } = spawnSync('bash', ['-c', words], { cwd: folder, encoding: 'utf8', env: cleanEnvironment() });
		expect(stderr).toBe('');
		expect(stdout.split('\n').at(-2)).toBe('1');
	});

	it('is silent about itself with --quiet', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': broken });
		const words = ['lint', '--format', 'line', '--fix'];
		expect(runSop(folder, ...words, '--quiet')).toEqual(clean);
		expect(runSop(folder, ...words)).toEqual({ ...clean, stderr: '0 fixes made in 0 files\n' });
		expect(runSop(folder, 'lint', '--format', 'line', '--stats').stderr).toMatch(/^2 files, \d+ rules, \d+ ms\n$/);
	});
});

describe('parts of a library', () => {
	it('together give what the whole gives', () => {
		const folder = temporaryLibrary(
			Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`s${at}.sop.yaml`, sopWithId(`SOP-FIN-80${at}`, at % 2 ? (text) => text.replace('"1.0"', '1.0') : undefined)])),
		);
		const findings = (...words: string[]) => runSop(folder, 'lint', '--format', 'line', ...words).stdout.split('\n').filter((line) => line !== '');
		const parts = ['1/4', '2/4', '3/4', '4/4'].map((part) => findings('--shard', part));
		expect(parts.filter((part) => part.length > 0).length).toBeGreaterThan(1);
		expect(parts.flat().sort()).toEqual(findings().sort());
		expect(findings('--shard', '99/99')).toEqual([]);
	});
});
