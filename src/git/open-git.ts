import { isAbsolute, relative, resolve } from 'node:path';
import { simpleGit } from 'simple-git';
import { CommandError } from '../diagnostics/command-error.ts';
import { blobNow } from './blob-now.ts';
import { gitFailure } from './git-failure.ts';
import { readingEnvironment, safeSettings } from './safe-settings.ts';
import { streamGit } from './stream-git.ts';

/** A checkout, asked in ways that no configuration of the user or the repository can change. */
export interface Git {
	/** The top folder of the checkout, absolute. */
	readonly top: string;
	/** The git directory that all worktrees of the repository share, absolute. */
	readonly commonFolder: string;
	/** Whether the history is cut off at some commits (a shallow clone). */
	readonly shallow: boolean;
	/** Runs git and gives its output as text. */
	text(words: readonly string[]): Promise<string>;
	/** Runs git and gives its output piece by piece; `input` is what it reads. */
	stream(words: readonly string[], input?: Iterable<string>): AsyncIterable<Buffer>;
	/** The bytes of a blob, e.g. `:0:path` for what is staged. */
	blob(name: string): Promise<Uint8Array>;
	/** The bytes of one object (id and size), without waiting; undefined where the repository does not have it. */
	blobNow(id: string, size: number): Uint8Array | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Opens the checkout around a folder; a usage error where there is none. */
export async function openGit(folder: string, environment: Environment): Promise<Git> {
	const env = readingEnvironment(environment);
	const [top, gitFolder, common, shallow] = await placesOf((...words) =>
		ask(open(folder, env).raw(['rev-parse', ...words]), folder),
	);
	// Of linked worktrees and submodules a file in the place of the git folder says so; else a setting claims the files.
	const isPlain = resolve(gitFolder) === resolve(top, '.git');
	if (!isPlain && (await gitFolderAt(top, env)) !== gitFolder) throw elsewhere(folder, top);
	// Whatever stands around the top: another repository must not answer for this one.
	const whole = { ...env, GIT_DIR: gitFolder, ...indexOf(environment, top, gitFolder) };
	const git = open(top, whole);
	return {
		top,
		// Git before 2.31 gives it relative to where it was called.
		commonFolder: resolve(folder, common),
		shallow: shallow === 'true',
		// One instance does one thing after another; several calls may well run side by side.
		text: (words) => ask(open(top, whole).raw([...words]), folder, words[0]),
		stream: (words, input) => streamGit({ folder: top, environment: whole }, words, input),
		blob: (name) => ask(git.showBuffer([name]), folder, 'show'),
		blobNow: (id, size) => blobNow({ folder: top, environment: whole }, id, size),
	};
}

/** Top, git folder and shared git folder; asked one by one where a newline in a name leaves open where one ends. */
async function placesOf(
	revParse: (...words: readonly string[]) => Promise<string>,
): Promise<readonly [top: string, gitFolder: string, common: string, shallow: string]> {
	const questions = [
		'--show-toplevel',
		'--absolute-git-dir',
		'--git-common-dir',
		'--is-shallow-repository',
	] as const;
	const [top = '', gitFolder = '', common = '', shallow = '', ...rest] = (await revParse(...questions)).split(
		'\n',
	);
	if (rest.length <= 1) return [top, gitFolder, common, shallow];
	const [one, two, three, four] = questions;
	const alone = async (word: string) => (await revParse(word)).replace(/\n$/, '');
	return [await alone(one), await alone(two), await alone(three), await alone(four)];
}

function open(baseDir: string, env: Readonly<Record<string, string>>) {
	return simpleGit({
		baseDir,
		config: [...safeSettings],
		allowEnvironment: Object.keys(env),
		unsafe: { allowUnsafeFsMonitor: true, allowUnsafeConfigPaths: true, allowUnsafeProtocolOverride: true },
	}).env(env);
}

/**
 * The index that a hook was started for: `git commit FILE` makes one of its own. One outside this repository belongs to
 * another, whose hook has called.
 */
function indexOf(environment: Environment, top: string, gitFolder: string): Record<string, string> {
	const index = environment['GIT_INDEX_FILE'];
	if (index === undefined || index === '') return {};
	const path = resolve(top, index);
	return isOutside(gitFolder, path) ? {} : { GIT_INDEX_FILE: path };
}

function isOutside(folder: string, path: string): boolean {
	const inside = relative(folder, path);
	return /^\.\.(?:$|[/\\])/.test(inside) || isAbsolute(inside);
}

/** The git folder of what lies at the top of a checkout; undefined where it is none. */
async function gitFolderAt(top: string, env: Readonly<Record<string, string>>): Promise<string | undefined> {
	try {
		return (await open(top, env).raw(['rev-parse', '--absolute-git-dir'])).replace(/\n$/, '');
	} catch {
		return undefined;
	}
}

function elsewhere(folder: string, top: string): CommandError {
	return new CommandError(
		`The repository at ${folder} says that its files are at ${top} (core.worktree), and not here`,
		{ help: 'Work there; or, if that is not so: git config --unset core.worktree' },
	);
}

/** Waits for git; what it complains about becomes a message for the user. */
async function ask<Answer>(answer: PromiseLike<Answer>, folder: string, word = 'rev-parse'): Promise<Answer> {
	try {
		return await answer;
	} catch (error) {
		throw gitFailure(error instanceof Error ? error.message : String(error), folder, word);
	}
}
