import { spawnSync } from 'node:child_process';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	realpathSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { consoleCalls, type FencedBlock } from './markdown-blocks.ts';
import { cleanEnvironment, sopBin } from './run-sop.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** A call of a page, what the page says it prints, and what it printed. */
export interface CallOutcome {
	readonly command: string;
	readonly line: number;
	readonly expected: readonly string[];
	readonly printed: string;
}

/**
 * Runs the console blocks of a page in order, in one folder that begins empty, with the built `sop`. Comments above a
 * block prepare it: `new folder` begins again; `copy: PATH` does so with the files of the project; `save: PATH` writes
 * the block as a file; `change: PATH: FROM => TO` is the edit that the text tells the reader to make; `lay: PATH`
 * lays the files of a folder of the project over what is there; `commit: DAY MESSAGE` commits all of it on a day, or `now`,
 * on the branch that is checked out; `as: PERSON` says who types from then on;
 * `run: COMMAND` is what somebody else has done before the reader comes.
 */
export function runPage(blocks: readonly FencedBlock[]): readonly CallOutcome[] {
	const top = realpathSync(mkdtempSync(join(tmpdir(), 'sop-docs-')));
	try {
		mkdirSync(join(top, 'bin'));
		const shim = `#!/bin/sh\nexec '${process.execPath}' '${sopBin}' "$@"\n`;
		writeFileSync(join(top, 'bin/sop'), shim, { mode: 0o755 });
		return new PageRun(top).run(blocks);
	} finally {
		rmSync(top, { recursive: true, force: true });
	}
}

class PageRun {
	readonly #top: string;
	#folder = '';
	#folders = 0;
	#status = 0;
	#person: Readonly<Record<string, string>> = {};

	constructor(top: string) {
		this.#top = top;
		this.#begin();
	}

	run(blocks: readonly FencedBlock[]): readonly CallOutcome[] {
		return blocks.flatMap((block) => {
			for (const note of block.notes) this.#prepare(note, block);
			if (block.language !== 'console') return [];
			return consoleCalls(block.text).map(({ command, output }) => ({
				command,
				line: block.line,
				expected: output,
				printed: this.#call(command),
			}));
		});
	}

	#begin(): void {
		this.#folders++;
		this.#folder = join(this.#top, `page-${this.#folders}`);
		mkdirSync(this.#folder);
	}

	#prepare(note: string, block: FencedBlock): void {
		const [, verb = note, rest = ''] = /^(\w+): (.*)$/.exec(note) ?? [];
		if (verb === 'new folder') this.#begin();
		else if (verb === 'copy') {
			this.#begin();
			const from = join(project, rest);
			const to = statSync(from).isFile() ? join(this.#folder, basename(rest)) : this.#folder;
			cpSync(from, to, { recursive: true });
		} else if (verb === 'lay') cpSync(join(project, rest), this.#folder, { recursive: true });
		else if (verb === 'save') this.#save(rest, block.text);
		else if (verb === 'change') this.#change(rest);
		else if (verb === 'commit') this.#commit(rest);
		else if (verb === 'as') this.#person = nameOf(rest);
		else if (verb === 'run') this.#runs(rest);
		else throw new Error(`Line ${block.line}: nothing is known to do for "${note}"`);
	}

	#save(path: string, text: string): void {
		const file = join(this.#folder, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}

	#change(what: string): void {
		const [, path = '', from = '', to = ''] = /^(\S+): (.*) => (.*)$/.exec(what) ?? [];
		const before = readFileSync(join(this.#folder, path), 'utf8');
		if (from === '' || !before.includes(from)) throw new Error(`${path} does not hold "${from}"`);
		this.#save(
			path,
			before.replace(from, () => to.replaceAll('\\n', '\n')),
		);
	}

	#commit(what: string): void {
		const [, day = '', message = ''] = /^(\S+) (.*)$/.exec(what) ?? [];
		const at = `${day}T12:00:00Z`;
		const dates = day === 'now' ? {} : { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at };
		const env = { ...cleanEnvironment(), ...this.#person, ...dates };
		for (const words of [
			['init', '--quiet', '--initial-branch', 'main'],
			['add', '--all'],
			['commit', '--quiet', '--message', message],
		]) {
			const { status, stderr } = spawnSync('git', words, { cwd: this.#folder, encoding: 'utf8', env });
			if (status !== 0) throw new Error(stderr);
		}
	}

	#runs(command: string): void {
		const said = this.#call(command);
		if (this.#status !== 0) throw new Error(`${command}: ${said}`);
	}

	#call(command: string): string {
		const into = /^cd (\S+)$/.exec(command)?.[1];
		if (into !== undefined) {
			this.#folder = resolve(this.#folder, into);
			return '';
		}
		const environment = { ...cleanEnvironment(), ...this.#person };
		// Both streams in one, as they stand on a terminal.
		const { status, stdout } = spawnSync('sh', ['-c', `exec 2>&1\n(exit ${this.#status})\n${command}\n`], {
			cwd: this.#folder,
			encoding: 'utf8',
			input: '',
			env: { ...environment, PATH: `${join(this.#top, 'bin')}:${environment['PATH'] ?? ''}` },
		});
		this.#status = status ?? 1;
		return stdout;
	}
}

/** What git takes for the name and the address of a person. */
function nameOf(person: string): Readonly<Record<string, string>> {
	const [name, email] = [person, `${person}@acme.example`];
	return {
		GIT_AUTHOR_NAME: name,
		GIT_AUTHOR_EMAIL: email,
		GIT_COMMITTER_NAME: name,
		GIT_COMMITTER_EMAIL: email,
	};
}
