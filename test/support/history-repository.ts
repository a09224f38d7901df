import { spawnSync } from 'node:child_process';
import {
	mkdirSync,
	mkdtempSync,
	realpathSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { expect, onTestFinished } from 'vitest';
import { runBuilt } from './run-built.ts';
import { cleanEnvironment, type SopOutcome, sopBin } from './run-sop.ts';
import { smallSop } from './temporary-library.ts';

/** What an SOP of a test says where it matters to its history. */
export interface SopWords {
	readonly id?: string;
	readonly version?: string;
	/** First day in force, YYYY-MM-DD. */
	readonly effective?: string;
	/** What its first step says to do. */
	readonly wording?: string;
}

/** The id that an SOP of a test has where it is given none. */
export const sopId = 'SOP-FIN-900';

/** The text of an SOP: the small one of the fixtures, with these words. */
export function sopText({ id = sopId, version = '1.0', effective, wording }: SopWords = {}): string {
	const day = effective === undefined ? '' : `effective: ${effective}\n`;
	return smallSop
		.replace(`id: ${sopId}\n`, `id: ${id}\n`)
		.replace('\nversion: "1.0"\n', `\nversion: "${version}"\n${day}`)
		.replace('Enter the invoice and its amount.', wording ?? 'Enter the invoice and its amount.');
}

/** A config; approvals and zone are the defaults where `more` names none. */
export function configText(more = ''): string {
	return `format: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\n${more}`;
}

/** A moment as git takes it: a day is its noon in UTC. */
function momentOf(when: string): string {
	return when.length === 10 ? `${when}T12:00:00Z` : when;
}

/** Files by path: a text, or null to remove it. */
type Files = Readonly<Record<string, string | Uint8Array | null>>;

interface CommitOptions {
	readonly message?: string;
	/** Where it differs from the committer date. */
	readonly authored?: string;
}

/** A real repository that a test makes commit by commit. Dates, names and settings are those of the test alone. */
export class HistoryRepository {
	/** The checkout. */
	readonly folder: string;
	/** A folder that is nobody's home, beside the checkout: settings of a user go here. */
	readonly home: string;
	/** Whose name and address git puts into commits. */
	identity = { name: 'Jane Doe', email: 'jane.doe@acme.example' };
	/** What the environment of `sop` has besides: for tests of the environment. */
	environment: Readonly<Record<string, string>> = {};
	/** When `sop` is called, where the environment is none of its own. */
	now = '2025-01-01T12:00:00Z';

	constructor(folder: string, home: string) {
		this.folder = folder;
		this.home = home;
	}

	/** Runs git, and fails the test where git fails. Gives what it printed, less the last newline. */
	git(...words: readonly string[]): string {
		return this.gitAt('2024-01-01', ...words);
	}

	/** Runs git as if it were some moment. */
	gitAt(when: string, ...words: readonly string[]): string {
		const { status, stdout, stderr } = this.tryGit(when, ...words);
		if (status !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}${stdout}`);
		return stdout.replace(/\n$/, '');
	}

	/** Runs git, whatever comes of it: a merge that ends in a conflict. */
	tryGit(when: string, ...words: readonly string[]) {
		const date = momentOf(when);
		const { name, email } = this.identity;
		const env = {
			...gitEnvironment(this.home),
			GIT_AUTHOR_DATE: date,
			GIT_COMMITTER_DATE: date,
			GIT_AUTHOR_NAME: name,
			GIT_AUTHOR_EMAIL: email,
			GIT_COMMITTER_NAME: name,
			GIT_COMMITTER_EMAIL: email,
		};
		return spawnSync('git', [...words], { cwd: this.folder, encoding: 'utf8', env });
	}

	/** Writes files into the checkout. */
	write(files: Files): this {
		for (const [path, content] of Object.entries(files)) {
			const full = join(this.folder, path);
			if (content === null) rmSync(full, { recursive: true });
			else {
				mkdirSync(dirname(full), { recursive: true });
				writeFileSync(full, content);
			}
		}
		return this;
	}

	/** Makes a link in the checkout; the target is written as it is. */
	link(path: string, target: string): this {
		symlinkSync(target, join(this.folder, path));
		return this;
	}

	/** Moves a file of the checkout. */
	move(from: string, to: string): this {
		mkdirSync(dirname(join(this.folder, to)), { recursive: true });
		renameSync(join(this.folder, from), join(this.folder, to));
		return this;
	}

	/** Commits all of the checkout, with these files written first. Gives the id. */
	commit(when: string, files: Files = {}, { message, authored }: CommitOptions = {}): string {
		this.write(files);
		this.git('add', '--all');
		const author = authored === undefined ? [] : ['--date', momentOf(authored)];
		this.gitAt(when, 'commit', '--quiet', '--allow-empty', '-m', message ?? `Of ${when}`, ...author);
		return this.id();
	}

	/** Begins a branch and checks it out. */
	branch(name: string, from = 'HEAD'): this {
		this.git('checkout', '--quiet', '-b', name, from);
		return this;
	}

	/** Checks out. */
	to(name: string): this {
		this.git('checkout', '--quiet', name);
		return this;
	}

	/** Merges branches with a merge commit. Gives its id. */
	merge(when: string, ...words: readonly string[]): string {
		this.gitAt(when, 'merge', '--quiet', '--no-ff', '--no-edit', ...words);
		return this.id();
	}

	/** Merges, then commits these files as what the merge holds, conflict or none. */
	mergeAs(when: string, branch: string, files: Files): string {
		this.tryGit(when, 'merge', '--quiet', '--no-ff', '--no-commit', branch);
		return this.commit(when, files);
	}

	/** The id of a commit. */
	id(name = 'HEAD'): string {
		return this.git('rev-parse', '--verify', name);
	}

	/** Another checkout made by `git clone`, `git worktree add` and the like: words with FOLDER for where. */
	another(name: string, ...words: readonly string[]): HistoryRepository {
		const folder = join(dirname(this.folder), name);
		this.git(...words.map((word) => word.replaceAll('FOLDER', folder)));
		return new HistoryRepository(folder, this.home);
	}

	/**
	 * Runs the built `sop` in the checkout, or in a folder of it: at `now`, or, with an environment of
	 * its own, in a process of its own.
	 */
	sop(...words: readonly string[]): SopOutcome {
		return this.sopIn('.', ...words);
	}

	sopIn(folder: string, ...words: readonly string[]): SopOutcome {
		const cwd = join(this.folder, folder);
		const env = { ...cleanEnvironment(), ...gitEnvironment(this.home), ...this.environment };
		if (Object.keys(this.environment).length === 0)
			return runBuilt({ words, folder: cwd, environment: env, now: this.now });
		const options = { cwd, env, encoding: 'utf8', input: '' } as const;
		const { status, stdout, stderr } = spawnSync(process.execPath, [sopBin, ...words], options);
		return { code: status, stdout, stderr };
	}

	/** What `sop history` says, and its changes. */
	history(id = sopId, ...words: readonly string[]): HistoryAnswer {
		return this.#json(['history', id, ...words]);
	}

	/** The changes, each as a line: short and enough to tell one from another. */
	changes(id = sopId, ...words: readonly string[]): readonly string[] {
		return this.history(id, ...words).changes.map(({ what, file, subject }) =>
			[subject, what, ...(file === null ? [] : [file])].join(' | '),
		);
	}

	/** What `sop show` answers: the version in force now, or as `words` ask. */
	show(id = sopId, ...words: readonly string[]): ShowAnswer {
		return this.#json(['show', id, ...words]);
	}

	/** The version in force on a day, or null. */
	inForce(on: string, ...words: readonly string[]): string | null {
		const answer = this.show(sopId, '--on', on, ...words);
		if (answer.notEvaluated !== null) return `not evaluated: ${answer.notEvaluated}`;
		return answer.inForce ? answer.version : null;
	}

	/** The register, by id. */
	list(...words: readonly string[]): ReadonlyMap<string, ListEntry> {
		const { documents } = this.#json<{ documents: ListEntry[] }>(['list', ...words]);
		return new Map(documents.map((entry) => [entry.id, entry]));
	}

	/** The line of the register for a document, as a test reads it: in force, and how the text stands. */
	register(id = sopId, ...words: readonly string[]) {
		const entry = this.list(...words).get(id);
		return entry === undefined
			? undefined
			: {
					inForce: entry.inForce?.version ?? null,
					stands: entry.standing.version,
					status: entry.standing.status,
				};
	}

	#json<Answer>(words: readonly string[]): Answer {
		const { code, stdout, stderr } = this.sopIn(this.at, ...words, '--format', 'json');
		if (stdout === '') expect({ code, stderr }, words.join(' ')).toEqual({ code: 0, stderr: '' });
		return JSON.parse(stdout);
	}

	/** The folder of the library in the checkout. */
	at = '.';
}

export interface HistoryAnswer {
	readonly partial: string | null;
	readonly mainline: { readonly ref: string; readonly commit: string } | null;
	readonly changes: readonly Change[];
}

interface Change {
	readonly commit: string;
	readonly subject: string;
	readonly author: { readonly name: string; readonly email: string };
	readonly knownAt: string | null;
	readonly knownLevel: string | null;
	readonly committedAt: string;
	readonly authoredAt: string;
	readonly mainline: boolean;
	readonly branches: readonly string[] | null;
	readonly merge: boolean;
	readonly changedInMerge: boolean;
	readonly what: string;
	readonly file: string | null;
	readonly renamedFrom: string | null;
	readonly replacedBy: string | null;
	readonly version: string | null;
	readonly digest: string | null;
	readonly signature: { readonly status: string };
	readonly sections: readonly number[];
}

export interface ShowAnswer {
	readonly on: string;
	readonly known: { readonly commit: string; readonly at: string; readonly ref: string };
	readonly inForce: boolean;
	readonly notEvaluated: string | null;
	readonly version: string | null;
	readonly digest: string | null;
	readonly from: string | null;
	readonly until: string | null;
	readonly commit: string | null;
	readonly file: string | null;
	readonly trust: { readonly who: string | null; readonly when: string | null };
	readonly authorsNotVisible: readonly string[];
	readonly signatures: readonly SignatureInAnswer[];
	readonly standing: {
		readonly version: string | null;
		readonly status: string;
		readonly why: readonly string[];
	};
	readonly partial: string | null;
	readonly notes: readonly string[];
	readonly content?: { readonly procedure: readonly { readonly do: string }[] };
}

export interface SignatureInAnswer {
	readonly person: string;
	readonly role: string;
	readonly meaning: string;
	readonly delegateOf: string | null;
	readonly inAbsenceOf: string | null;
	readonly known: string;
	readonly when: string;
	readonly who: string;
	readonly cause: string | null;
	readonly key: string | null;
	readonly counts: boolean;
	readonly why: readonly string[];
	readonly file: string;
}

export interface ListEntry {
	readonly id: string;
	readonly file: string | null;
	readonly inForce: { readonly version: string; readonly from: string } | null;
	readonly notEvaluated: string | null;
	readonly standing: {
		readonly version: string | null;
		readonly digest: string | null;
		readonly status: string;
		readonly why: readonly string[];
	};
	readonly here: { readonly version: string | null } | null;
}

/** An environment in which git knows this home and nothing else of the machine. */
function gitEnvironment(home: string): Record<string, string> {
	return {
		PATH: process.env['PATH'] ?? '',
		HOME: home,
		LC_ALL: 'C',
		GIT_CONFIG_GLOBAL: join(home, '.gitconfig'),
		GIT_CONFIG_NOSYSTEM: '1',
		GIT_AUTHOR_NAME: 'Jane Doe',
		GIT_AUTHOR_EMAIL: 'jane.doe@acme.example',
		GIT_COMMITTER_NAME: 'Jane Doe',
		GIT_COMMITTER_EMAIL: 'jane.doe@acme.example',
		// No repository around the temporary folder is taken for the test's.
		GIT_CEILING_DIRECTORIES: dirname(home),
	};
}

/** An empty repository that is gone when the test ends; `words` go to `git init`. */
export function emptyRepository(...words: readonly string[]): HistoryRepository {
	return repositoryUntil(onTestFinished, ...words);
}

/** An empty repository that is gone when `atEnd` says so: for tests that share one. */
export function repositoryUntil(
	atEnd: (remove: () => void) => void,
	...words: readonly string[]
): HistoryRepository {
	const top = realpathSync(mkdtempSync(join(tmpdir(), 'sop-history-')));
	atEnd(() => rmSync(top, { recursive: true, force: true }));
	const [folder, home] = [join(top, 'repository'), join(top, 'home')];
	mkdirSync(folder);
	mkdirSync(home);
	writeFileSync(join(home, '.gitconfig'), '[gc]\n\tauto = 0\n[advice]\n\tdetachedHead = false\n');
	const repository = new HistoryRepository(folder, home);
	repository.git('init', '--quiet', '--initial-branch=main', ...words);
	return repository;
}

/** A repository whose first commit, of 2 January 2024, holds a config and version 1.0 of an SOP at `a.sop.yaml`. */
export function libraryRepository(config = '', words: SopWords = {}): HistoryRepository {
	const repository = emptyRepository();
	repository.commit(
		'2024-01-02',
		{ 'sop.config.yaml': configText(config), 'a.sop.yaml': sopText(words) },
		{ message: 'First' },
	);
	return repository;
}
