import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { callSop } from '../support/lint-library.ts';
import { cleanEnvironment, runSop, sopBin } from '../support/run-sop.ts';
import { smallSop, temporaryLibrary } from '../support/temporary-library.ts';

/** A document that every safe fix has something to do in, oddly laid out. */
const odd = smallSop
	.replace('format: 1', '# At the top \u{1f600}\nformat:   1   # odd   spacing')
	.replace('version: "1.0"', 'version:   1.0      # as it stands\n\n\n# a comment   ')
	.replace('Pay an invoice', 'Pay an invoice to Mu\u0308ller')
	.replace('  - version: "1.0"', "  - version:    1.0   # row");
const mended = odd
	.replace('version:   1.0  ', 'version:   "1.0"  ')
	.replace('version:    1.0   #', 'version:    "1.0"   #')
	.replace('Mu\u0308ller', 'M\u00fcller');
const mark = '\ufeff';
const lf = (text: string) => text;
const crlf = (text: string) => text.replaceAll('\n', '\r\n');

describe('sop lint --fix', () => {
	it.each([
		['as it stands', lf],
		['with CRLF', crlf],
		['with a byte-order mark', (text: string) => mark + text],
		['with a mark, CRLF and no final line break', (text: string) => mark + crlf(text).trimEnd()],
	])('mends and leaves every other byte: %s', (_, form) => {
		const folder = temporaryLibrary({ 'a.sop.yaml': form(odd) });
		const path = join(folder, 'a.sop.yaml');
		expect(runSop(folder, 'lint', '--fix', '--format', 'line')).toEqual({
			code: 0,
			stdout: '',
			stderr: '3 fixes made in 1 file\n',
		});
		expect(readFileSync(path, 'utf8')).toBe(form(mended));
		const before = statSync(path);
		expect(runSop(folder, 'lint', '--fix', '--format', 'line').stderr).toBe('0 fixes made in 0 files\n');
		const after = statSync(path);
		expect([after.ino, after.mtimeMs, after.size]).toEqual([before.ino, before.mtimeMs, before.size]);
	});

	it('makes unsafe fixes only where asked for', () => {
		const text = smallSop.replace('owner: controller', 'ownr: controller');
		const folder = temporaryLibrary({ 'a.sop.yaml': text });
		expect(runSop(folder, 'lint', '--fix', '--format', 'line').code).toBe(1);
		expect(readFileSync(join(folder, 'a.sop.yaml'), 'utf8')).toBe(text);
		expect(runSop(folder, 'lint', '--fix-unsafe', '--format', 'line').code).toBe(0);
		expect(readFileSync(join(folder, 'a.sop.yaml'), 'utf8')).toBe(smallSop);
	});

	it('leaves alone what does not parse, what a comment keeps quiet, and what the run is not about', () => {
		const files = {
			'broken.sop.yaml': `${odd}\nx: [1\n`,
			'quiet.sop.yaml': smallSop.replace(
				'version: "1.0"',
				'# sop-disable-next-line document/version-not-text -- the form of the old system\nversion: 1.0',
			),
			'other.sop.yaml': odd,
		};
		const folder = temporaryLibrary(files);
		expect(runSop(folder, 'lint', '--fix', '--format', 'line', 'broken.sop.yaml', 'quiet.sop.yaml')).toMatchObject({
			code: 1,
			stderr: '0 fixes made in 0 files\n',
		});
		for (const [name, text] of Object.entries(files)) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
	});

	it('keeps links, modes and neighbours', () => {
		const folder = temporaryLibrary({ 'texts/a.yaml': odd });
		symlinkSync('texts/a.yaml', join(folder, 'a.sop.yaml'));
		symlinkSync('texts/a.yaml', join(folder, 'b.sop.yaml'));
		chmodSync(join(folder, 'texts/a.yaml'), 0o640);
		expect(runSop(folder, 'lint', '--fix', '--rule', 'document', '--format', 'line').stderr).toBe('3 fixes made in 1 file\n');
		expect(lstatSync(join(folder, 'a.sop.yaml')).isSymbolicLink()).toBe(true);
		expect(readFileSync(join(folder, 'texts/a.yaml'), 'utf8')).toBe(mended);
		expect(statSync(join(folder, 'texts/a.yaml')).mode & 0o777).toBe(0o640);
		expect(readdirSync(join(folder, 'texts'))).toEqual(['a.yaml']);
	});

	it.each([
		['a file', 0o755, 0o444],
		['a folder', 0o555, 0o666],
	])('says that it cannot write: %s is read-only', (_, folderMode, fileMode) => {
		const folder = temporaryLibrary({ 'in/a.sop.yaml': odd });
		const user = process.getuid?.() === 0 ? 65534 : undefined;
		chmodSync(folder, 0o755);
		chmodSync(join(folder, 'in/a.sop.yaml'), fileMode);
		chmodSync(join(folder, 'in'), folderMode);
		const outcome = callSop(folder, ['lint', '--fix'], user === undefined ? {} : { user });
		chmodSync(join(folder, 'in'), 0o755);
		expect(outcome).toEqual({
			code: 3,
			stdout: '',
			stderr: `sop: ${folder}/in/a.sop.yaml cannot be written (EACCES)\nCheck the path, its permissions and the space on the disk.\n`,
		});
		expect(readdirSync(join(folder, 'in'))).toEqual(['a.sop.yaml']);
		expect(readFileSync(join(folder, 'in/a.sop.yaml'), 'utf8')).toBe(odd);
	});

	it('leaves each file old or new, whole, however it is killed', async () => {
		const names = Array.from({ length: 40 }, (_, at) => `s${at}.sop.yaml`);
		const folder = temporaryLibrary(Object.fromEntries(names.map((name) => [name, odd])));
		let partly = 0;
		for (let run = 0; run < 6; run++) {
			for (const name of names) writeFileSync(join(folder, name), odd);
			const child = spawn(process.execPath, [sopBin, 'lint', '--fix', '--rule', 'document'], {
				cwd: folder,
				env: cleanEnvironment(),
				stdio: 'ignore',
			});
			const started = Date.now();
			// From the moment the first file is new, anywhere in the work.
			while (readFileSync(join(folder, 's0.sop.yaml'), 'utf8') === odd && Date.now() - started < 20_000)
				await new Promise((done) => setTimeout(done, 1));
			await new Promise((done) => setTimeout(done, run * 3));
			child.kill('SIGKILL');
			if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
			const texts = names.map((name) => readFileSync(join(folder, name), 'utf8'));
			expect(texts.every((text) => text === odd || text === mended)).toBe(true);
			if (texts.includes(odd) && texts.includes(mended)) partly++;
			expect(readdirSync(folder).filter((name) => name.endsWith('.sop.yaml'))).toHaveLength(names.length);
		}
		expect(partly).toBeGreaterThan(0);
	});
});

describe('standard input', () => {
	it('is judged as the file it is said to be, with the library around it', () => {
		const folder = temporaryLibrary({ 'sops/b.sop.yaml': smallSop });
		const words = ['lint', '--stdin-filename', 'sops/a.sop.yaml', '--format', 'line'];
		expect(callSop(folder, words, { input: odd.replace('Mu\u0308ller', 'x') })).toEqual({
			code: 1,
			stderr: '',
			stdout: [
				'sops/a.sop.yaml:3:5: error: The id SOP-FIN-900 is also that of sops/b.sop.yaml [document/duplicate-id]',
				'sops/a.sop.yaml:6:12: error: The version 1.0 is a number, not text [document/version-not-text]',
				'sops/a.sop.yaml:121:17: error: The version 1.0 is a number, not text [document/version-not-text]',
				'',
			].join('\n'),
		});
		expect(existsSync(join(folder, 'sops/a.sop.yaml'))).toBe(false);
		// The file itself, as it is being edited, is not another document.
		expect(callSop(folder, [...words.slice(0, 2), 'sops/b.sop.yaml'], { input: smallSop }).code).toBe(0);
	});

	it('gives the mended text with --fix, byte for byte, and tells the rest beside it', () => {
		const folder = temporaryLibrary();
		const words = ['lint', '--stdin-filename', 'a.sop.yaml', '--fix', '--format', 'line'];
		expect(callSop(folder, words, { input: mark + crlf(odd) })).toEqual({ code: 0, stdout: mark + crlf(mended), stderr: '' });
		const wrong = smallSop.replace('owner: controller', 'ownr: controller');
		const rest = callSop(folder, words, { input: wrong });
		expect(rest).toMatchObject({ code: 1, stdout: wrong });
		expect(rest.stderr).toContain('a.sop.yaml:6:1: error: ');
		expect(callSop(folder, [...words, '--quiet'], { input: wrong })).toEqual({ code: 1, stdout: wrong, stderr: '' });
		expect(callSop(folder, words, { input: new Uint8Array([0xff, 0xfe, 0x41, 0]) })).toEqual({
			code: 3,
			stdout: '',
			stderr: 'sop: Standard input cannot be mended: The file is UTF-16, not UTF-8\nSave it again as UTF-8 (in Notepad: Save as, Encoding UTF-8).\n',
		});
	});
});
