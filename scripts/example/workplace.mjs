// The checkout that the people of the example company share. They do nothing but write files and type `git` and `sop`,
// each under a name, an address and a key of their own, at the moment that the story says it is.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { sshKey } from './ssh-key.mjs';

export class Workplace {
	/** The checkout. */
	folder;
	#top;
	#program;
	#person;
	#now = '';
	#randomCalls = 0;

	/**
	 * @param {string} top an empty folder
	 * @param {{ main: Function, nodeIo: Function }} program
	 */
	constructor(top, program) {
		this.#top = top;
		this.#program = program;
		this.folder = join(top, 'library');
		mkdirSync(this.folder);
	}

	/**
	 * Who types from now on, and when: a day is its noon in UTC, and every further act of that day a minute later.
	 *
	 * @param {{ id: string, name: string, address: string }} person
	 * @param {string} when YYYY-MM-DD, or an instant in UTC
	 */
	as(person, when) {
		this.#person = person;
		const instant = when.length === 10 ? `${when}T09:00:00Z` : when;
		// Of two acts at one time the second comes after the first.
		if (instant.slice(0, 10) !== this.#now.slice(0, 10) || instant > this.#now) this.#moveTo(instant);
		return this;
	}

	/** The instant it is. */
	get now() {
		return this.#now;
	}

	/** Runs git, and stops the story where git fails. */
	git(...words) {
		const { status, stdout, stderr } = spawnSync('git', words, {
			cwd: this.folder,
			encoding: 'utf8',
			env: this.#environment(),
		});
		if (status !== 0)
			throw new Error(`${this.#now} ${this.#person.id}: git ${words.join(' ')}: ${stderr}${stdout}`);
		return stdout.trimEnd();
	}

	/** Runs `sop`, and stops the story where it refuses; what it printed and said. */
	async sop(...words) {
		const { code, printed, said } = await this.#run(words);
		if (code !== 0)
			throw new Error(`${this.#now} ${this.#person.id}: sop ${words.join(' ')} ended with ${code}: ${said}`);
		this.#tick();
		return printed;
	}

	/** What `sop` prints to standard output, whether it finds something or not. */
	async printed(...words) {
		const { code, printed, said } = await this.#run(words);
		if (code > 1) throw new Error(`${this.#now}: sop ${words.join(' ')} ended with ${code}: ${said}`);
		return printed;
	}

	/** @param {Readonly<Record<string, string>>} files texts by path */
	write(files) {
		for (const [path, text] of Object.entries(files)) {
			const full = join(this.folder, path);
			mkdirSync(dirname(full), { recursive: true });
			writeFileSync(full, text);
		}
		return this;
	}

	read(path) {
		return readFileSync(join(this.folder, path), 'utf8');
	}

	/**
	 * Edits a file as in an editor: words that stand there, for others.
	 *
	 * @param {string} path
	 * @param {string | RegExp} from
	 * @param {string | ((found: string, ...groups: string[]) => string)} to
	 */
	edit(path, from, to) {
		const before = this.read(path);
		const after = before.replace(from, typeof to === 'string' ? () => to : to);
		if (after === before) throw new Error(`${this.#now}: ${path} does not hold ${from}`);
		return this.write({ [path]: after });
	}

	remove(path) {
		rmSync(join(this.folder, path));
		return this;
	}

	/** Commits all that lies in the checkout. */
	save(message, ...options) {
		this.git('add', '--all');
		this.git('commit', '--quiet', ...options, '-m', message);
		this.#tick();
		return this;
	}

	/** Begins a branch of whoever types. */
	branch(name) {
		this.git('switch', '--quiet', '--create', name);
		return this;
	}

	/** Brings a branch to the mainline, goes there and deletes it. */
	merge(branch) {
		this.git('switch', '--quiet', 'main');
		this.git('merge', '--quiet', '--no-ff', '-m', `Merge ${branch}`, branch);
		this.git('branch', '--quiet', '--delete', branch);
		this.#tick();
		return this;
	}

	async #run(words) {
		let [printed, said] = ['', ''];
		const stream = (take) => ({
			write: (text) => {
				take(text);
				said += text;
			},
			isTerminal: false,
			columns: 100,
			colorLevel: 0,
		});
		const now = new Date(this.#now);
		const code = await this.#program.main(words, {
			...this.#program.nodeIo(),
			stdout: stream((text) => {
				printed += text;
			}),
			stderr: stream(() => {}),
			stdin: { isTerminal: false, read: async () => new Uint8Array() },
			workingDirectory: this.folder,
			environment: this.#environment(),
			now: () => now,
			randomBytes: (count) =>
				createHash('sha512')
					.update(`${this.#now} ${++this.#randomCalls}`)
					.digest()
					.subarray(0, count),
		});
		return { code, printed, said };
	}

	/** Time goes on a minute with everything that is written, so that all commits have an order. */
	#tick() {
		this.#moveTo(new Date(Date.parse(this.#now) + 60_000).toISOString());
	}

	#moveTo(when) {
		const next = new Date(when).toISOString().replace('.000Z', 'Z');
		if (next < this.#now) throw new Error(`the story goes back from ${this.#now} to ${next}`);
		this.#now = next;
	}

	#environment() {
		const { id, name, address } = this.#person;
		const home = join(this.#top, 'homes', id);
		const key = join(home, '.ssh/id_ed25519');
		mkdirSync(dirname(key), { recursive: true, mode: 0o700 });
		const { privateFile, line } = sshKey(address);
		writeFileSync(key, privateFile, { mode: 0o600 });
		writeFileSync(`${key}.pub`, `${line}\n`);
		writeFileSync(
			join(home, '.gitconfig'),
			`[gpg]\n\tformat = ssh\n[user]\n\tsigningkey = ${key}\n[init]\n\tdefaultBranch = main\n`,
		);
		return {
			PATH: process.env.PATH ?? '',
			HOME: home,
			LC_ALL: 'C',
			TZ: 'UTC',
			GIT_CONFIG_GLOBAL: join(home, '.gitconfig'),
			GIT_CONFIG_NOSYSTEM: '1',
			GIT_AUTHOR_NAME: name,
			GIT_AUTHOR_EMAIL: address,
			GIT_COMMITTER_NAME: name,
			GIT_COMMITTER_EMAIL: address,
			GIT_AUTHOR_DATE: this.#now,
			GIT_COMMITTER_DATE: this.#now,
			GIT_CEILING_DIRECTORIES: this.#top,
		};
	}
}

/** The head of a repository and its objects as one file that `git clone` reads. */
export function bundleOf(folder, file) {
	execFileSync(
		'git',
		['-c', 'pack.threads=1', '-c', 'pack.compression=9', 'bundle', 'create', '--quiet', file, 'main', 'HEAD'],
		{
			cwd: folder,
		},
	);
}
