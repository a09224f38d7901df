import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { callSop } from '../support/lint-library.ts';
import { hasPython, onTerminal } from '../support/on-terminal.ts';
import { cleanEnvironment, sopBin } from '../support/run-sop.ts';
import { smallSop, temporaryFolder, temporaryLibrary } from '../support/temporary-library.ts';

const faulty = smallSop.replace('version: "1.0"', 'version: 1.0');
const waits = 'Waiting for changes in ';

/** A running `sop lint --watch`, its output since it was last asked for. */
class Watching {
	readonly #child: ChildProcess;
	readonly #ended: Promise<number | null>;
	#stdout = '';
	#stderr = '';

	constructor(folder: string, ...words: readonly string[]) {
		const call = [sopBin, 'lint', '--watch', '--format', 'line', ...words];
		this.#child = spawn(process.execPath, call, { cwd: folder, env: cleanEnvironment() });
		this.#child.stdout?.on('data', (data) => {
			this.#stdout += data;
		});
		this.#child.stderr?.on('data', (data) => {
			this.#stderr += data;
		});
		this.#ended = new Promise((resolve) => this.#child.once('close', resolve));
		onTestFinished(() => void this.#child.kill('SIGKILL'));
	}

	/** The next result of this kind: a busy machine may see one change as two. */
	async until(isThis: (seen: string) => boolean): Promise<void> {
		for (;;) {
			const { stdout, stderr } = await this.nextResult();
			if (isThis(stdout + stderr)) return;
		}
	}

	/** What it has printed when it waits next. */
	async nextResult(): Promise<{ readonly stdout: string; readonly stderr: string }> {
		await expect.poll(() => this.#stderr, { timeout: 20_000, interval: 20 }).toContain(waits);
		const seen = { stdout: this.#stdout, stderr: this.#stderr };
		this.#stdout = '';
		this.#stderr = '';
		return seen;
	}

	/** Its exit code after Ctrl-C. */
	end(): Promise<number | null> {
		this.#child.kill('SIGINT');
		return this.#ended;
	}

	/** Closes its standard output, as `head` does. */
	stopReading(): Promise<number | null> {
		this.#child.stdout?.destroy();
		return this.#ended;
	}

	get ended(): Promise<number | null> {
		return this.#ended;
	}

	get errors(): string {
		return this.#stderr;
	}
}

describe('sop lint --watch', () => {
	it('lints, lints again when a file changes, and ends with the code of the last result', async () => {
		const folder = temporaryLibrary({ 'sops/a.sop.yaml': faulty });
		const file = join(folder, 'sops/a.sop.yaml');
		const watching = new Watching(folder);
		const first = await watching.nextResult();
		expect(first.stdout).toContain('sops/a.sop.yaml:5:10: error');
		expect(first.stderr).toBe(`${waits}${folder}; Ctrl-C ends\n`);
		writeFileSync(file, smallSop);
		await watching.until((seen) => !seen.includes('error'));
		// As editors save: a new file takes the place of the old one.
		writeFileSync(`${file}.new`, faulty);
		renameSync(`${file}.new`, file);
		await watching.until((seen) => seen.includes('sops/a.sop.yaml:5:10: error'));
		expect(await watching.end()).toBe(1);
	});

	it('sees new folders, and folders that went and came again', async () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop });
		const watching = new Watching(folder);
		await watching.nextResult();
		for (const wait of [true, false]) {
			mkdirSync(join(folder, 'new/deep'), { recursive: true });
			if (wait) await watching.nextResult();
			writeFileSync(join(folder, 'new/deep/b.sop.yaml'), faulty.replace('SOP-FIN-900', 'SOP-FIN-901'));
			await watching.until((seen) => seen.includes('new/deep/b.sop.yaml:5:10'));
			rmSync(join(folder, 'new'), { recursive: true });
			await watching.until((seen) => !seen.includes('new/deep'));
		}
		expect(await watching.end()).toBe(0);
	});

	it('says what is wrong with a config that breaks, and goes on when it is mended', async () => {
		const folder = temporaryLibrary({ 'sops/a.sop.yaml': smallSop });
		const config = join(folder, 'sop.config.yaml');
		const watching = new Watching(folder, 'sops');
		await watching.nextResult();
		writeFileSync(config, 'format: 1\nextends: ./missing.yaml\n');
		await watching.until((seen) => seen.includes('sop: The config missing.yaml'));
		writeFileSync(config, 'format: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\n');
		await watching.until((seen) => !seen.includes('sop: '));
		expect(await watching.end()).toBe(0);
	});

	it('does not wait for git and npm', async () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop });
		mkdirSync(join(folder, '.git'));
		const watching = new Watching(folder);
		await watching.nextResult();
		writeFileSync(join(folder, '.git/index'), 'x');
		mkdirSync(join(folder, 'node_modules'));
		writeFileSync(join(folder, 'node_modules/a.sop.yaml'), faulty);
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(watching.errors).toBe('');
		expect(await watching.end()).toBe(0);
	});

	it('ends when the library goes, and when nobody reads any more', async () => {
		const gone = temporaryLibrary({ 'a.sop.yaml': smallSop });
		const first = new Watching(gone);
		await first.nextResult();
		rmSync(gone, { recursive: true });
		expect(await first.ended).toBe(3);
		expect(first.errors).toContain('is not there any more');

		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop });
		const second = new Watching(folder);
		await second.nextResult();
		const ended = second.stopReading();
		writeFileSync(join(folder, 'a.sop.yaml'), faulty);
		expect(await ended).toBe(1);
	});

	it.each([
		['--stdin-filename', 'a.sop.yaml'],
		['--staged'],
		['--output', 'report.txt'],
		['--fix'],
		['--fix-unsafe'],
	])('cannot stand with %s', (...words) => {
		const outcome = callSop(temporaryLibrary(), ['lint', '--watch', ...words]);
		expect(outcome).toMatchObject({ code: 2, stdout: '' });
		expect(outcome.stderr).toContain(`--watch and ${words[0]} cannot stand together`);
	});

	it.skipIf(!hasPython)('ends with Ctrl-C on a terminal', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': faulty });
		const ended = onTerminal(['lint', '--watch'], [[waits, '\u0003']], { folder, home: temporaryFolder() });
		expect(ended).toMatchObject({ code: 1, missed: null });
		expect(ended.shown).toContain('document/version-not-text');
	});

	it('ends at once where the call is wrong', () => {
		const outcome = callSop(temporaryLibrary(), ['lint', '--watch', 'no-such-file.sop.yaml']);
		expect(outcome.code).toBe(2);
		expect(outcome.stderr).not.toContain(waits);
	});
});
