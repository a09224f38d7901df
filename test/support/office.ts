import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';
import { runBuilt } from './run-built.ts';
import type { SopOutcome } from './run-sop.ts';
import { makeKey } from './signing.ts';

/** What `sop list` says of a document, as a test reads it. */
export interface Registered {
	readonly inForce: string | null;
	readonly stands: string | null;
	readonly status: string;
}

/** What `sop show` says of the version in force, as a test reads it. */
export interface Shown {
	readonly version: string | null;
	readonly signatures: readonly string[];
	readonly trust: { readonly who: string | null; readonly when: string | null };
	readonly status: string;
	readonly notes: readonly string[];
	readonly from: string | null;
	readonly notEvaluated: string | null;
}

/**
 * One checkout that several people share, each with a name, an address, a home and an SSH key of their own. They do
 * nothing but type `sop` and `git`, at the moment that the test says it is.
 */
export class Office {
	/** The checkout. */
	readonly folder: string;
	readonly #top: string;
	readonly #keys = new Map<string, string>();
	#person = '';
	#now = '';

	constructor(top: string) {
		this.#top = top;
		this.folder = join(top, 'library');
		mkdirSync(this.folder);
	}

	/** Who types from now on, and when: a day is its noon in UTC. */
	as(person: string, when?: string): this {
		this.#person = person;
		if (when !== undefined) this.#now = when.length === 10 ? `${when}T12:00:00Z` : when;
		return this;
	}

	/** The line of the .pub file of somebody's key, which is made when first asked for. */
	keyLine(person: string): string {
		const known = this.#keys.get(person);
		if (known !== undefined) return known;
		const folder = join(this.#home(person), '.ssh');
		mkdirSync(folder, { recursive: true });
		const { line } = makeKey(folder, 'id_ed25519');
		this.#keys.set(person, line);
		return line;
	}

	/** The environment of whoever types. */
	environment(): Record<string, string> {
		const [name, email] = [this.#person, `${this.#person}@acme.example`];
		const home = this.#home(this.#person);
		mkdirSync(home, { recursive: true });
		return {
			PATH: process.env['PATH'] ?? '',
			HOME: home,
			LC_ALL: 'C',
			GIT_CONFIG_GLOBAL: join(home, '.gitconfig'),
			GIT_CONFIG_NOSYSTEM: '1',
			GIT_AUTHOR_NAME: name,
			GIT_AUTHOR_EMAIL: email,
			GIT_COMMITTER_NAME: name,
			GIT_COMMITTER_EMAIL: email,
			GIT_AUTHOR_DATE: this.#now,
			GIT_COMMITTER_DATE: this.#now,
			GIT_CEILING_DIRECTORIES: this.#top,
		};
	}

	/** Runs git, and fails the test where git fails. */
	git(...words: readonly string[]): string {
		const options = { cwd: this.folder, encoding: 'utf8', env: this.environment() } as const;
		const { status, stdout, stderr } = spawnSync('git', [...words], options);
		if (status !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}${stdout}`);
		return stdout.replace(/\n$/, '');
	}

	/** Runs the built `sop` with the clock of the test. */
	sop(...words: readonly string[]): SopOutcome {
		return runBuilt({ words, folder: this.folder, environment: this.environment(), now: this.#now });
	}

	/** The same where it has to go well: what it printed and said. */
	does(...words: readonly string[]): string {
		const { code, stdout, stderr } = this.sop(...words);
		if (code !== 0) throw new Error(`sop ${words.join(' ')} ended with ${code}: ${stderr}${stdout}`);
		return `${stdout}${stderr}`;
	}

	/** The same where it has to refuse: what it says, with its exit code in front. */
	refuses(...words: readonly string[]): string {
		const { code, stdout, stderr } = this.sop(...words);
		if (code === 0) throw new Error(`sop ${words.join(' ')} refused nothing: ${stderr}${stdout}`);
		return `${code}: ${stderr}`;
	}

	/** Writes files into the checkout. */
	write(files: Readonly<Record<string, string>>): this {
		for (const [path, text] of Object.entries(files)) {
			const full = join(this.folder, path);
			mkdirSync(dirname(full), { recursive: true });
			writeFileSync(full, text);
		}
		return this;
	}

	read(path: string): string {
		return readFileSync(join(this.folder, path), 'utf8');
	}

	/** Edits a file as in an editor: the words that stand there for others. */
	edit(path: string, from: string | RegExp, to: string): this {
		const before = this.read(path);
		const after = before.replace(from, () => to);
		if (after === before) throw new Error(`${path} does not hold ${from}`);
		return this.write({ [path]: after });
	}

	/** Commits all that lies in the checkout. */
	save(message: string): this {
		this.git('add', '--all');
		this.git('commit', '--quiet', '-m', message);
		return this;
	}

	/** Brings a branch to the mainline, and goes there. */
	merge(branch: string): this {
		this.git('switch', '--quiet', 'main');
		this.git('merge', '--quiet', '--no-ff', '--no-edit', branch);
		return this;
	}

	/** The line of the register for a document. */
	list(id: string, ...words: readonly string[]): Registered | undefined {
		const { documents } = this.#register(...words);
		const entry = documents.find((one) => one.id === id);
		return entry === undefined
			? undefined
			: {
					inForce: entry.inForce?.version ?? null,
					stands: entry.standing.version,
					status: entry.standing.status,
				};
	}

	/** When the next review of a document is due. */
	nextReview(id: string): string | undefined {
		const { documents } = this.#register();
		return documents.find((one) => one.id === id)?.nextReview ?? undefined;
	}

	/** What is in force of a document on a day, today where none is named. */
	show(id: string, on?: string): Shown {
		const day = on === undefined ? [] : ['--on', on];
		const { stdout } = this.sop('show', id, ...day, '--format', 'json');
		const answer = JSON.parse(stdout) as ShowAnswer;
		return {
			version: answer.inForce ? answer.version : null,
			signatures: answer.inForce
				? answer.signatures
						.filter(({ counts }) => counts)
						.map((one) => `${one.person} ${one.meaning} ${one.role} ${one.who}`)
				: [],
			trust: answer.trust,
			status: answer.standing.status,
			notes: answer.notes,
			from: answer.from,
			notEvaluated: answer.notEvaluated,
		};
	}

	/** The errors that lint finds, each as its rule and file; what it cannot evaluate too, where asked. */
	lint({ notEvaluated = false } = {}): readonly string[] {
		const { stdout, stderr } = this.sop('lint', '--format', 'json');
		if (stdout === '') throw new Error(stderr);
		const answer = JSON.parse(stdout) as LintAnswer;
		return [
			...answer.findings.flatMap(({ rule, severity, file }) =>
				severity === 'error' ? [`${rule} ${file}`] : [],
			),
			...(notEvaluated ? answer.notEvaluated.map(({ rule, file }) => `${rule} ${file ?? ''}`.trim()) : []),
		];
	}

	#register(...words: readonly string[]): ListAnswer {
		const { stdout, stderr } = this.sop('list', ...words, '--format', 'json');
		if (stdout === '') throw new Error(stderr);
		return JSON.parse(stdout);
	}

	#home(person: string): string {
		return join(this.#top, 'homes', person);
	}
}

interface ListAnswer {
	readonly documents: readonly {
		readonly id: string;
		readonly inForce: { readonly version: string } | null;
		readonly standing: { readonly version: string | null; readonly status: string };
		readonly nextReview: string | null;
	}[];
}

interface LintAnswer {
	readonly findings: readonly { readonly rule: string; readonly severity: string; readonly file: string }[];
	readonly notEvaluated: readonly { readonly rule: string; readonly file?: string }[];
}

interface ShowAnswer {
	readonly inForce: boolean;
	readonly version: string | null;
	readonly from: string | null;
	readonly notEvaluated: string | null;
	readonly signatures: readonly {
		readonly person: string;
		readonly meaning: string;
		readonly role: string;
		readonly who: string;
		readonly counts: boolean;
	}[];
	readonly trust: { readonly who: string | null; readonly when: string | null };
	readonly standing: { readonly status: string };
	readonly notes: readonly string[];
}

/** An office whose folder is gone when the test ends, or when `atEnd` says so: for tests that share one. */
export function newOffice(atEnd: (remove: () => void) => void = onTestFinished): Office {
	const top = realpathSync(mkdtempSync(join(tmpdir(), 'sop-office-')));
	atEnd(() => rmSync(top, { recursive: true, force: true }));
	return new Office(top);
}

/** A person of an office as the register names them: the address they commit under, the key they sign with, roles. */
export function personLines(office: Office, id: string, roles: readonly string[], more = ''): string {
	const held =
		roles.length === 0
			? ''
			: `    roles: [${roles.map((role) => `{ role: ${role}, from: 2026-01-01 }`).join(', ')}]\n`;
	return `  - id: ${id}\n    addresses: [{ address: ${id}@acme.example }${more}]\n${held}    keys: [{ ssh: "${office.keyLine(id)}" }]\n`;
}

/** A people register of these people. */
export function peopleRegister(...people: readonly string[]): string {
	return `format: 1\npeople:\n${people.join('')}`;
}
