import { isAbsolute, relative, resolve } from 'node:path';
import { simpleGit } from 'simple-git';
import { CommandError } from '../diagnostics/command-error.ts';

/** A checkout, asked in ways that no configuration of the user or the repository can change. */
export interface Git {
	/** The top folder of the checkout, absolute. */
	readonly top: string;
	/** Runs git and gives its output as text. */
	text(words: readonly string[]): Promise<string>;
	/** The bytes of a blob, e.g. `:0:path` for what is staged. */
	blob(name: string): Promise<Uint8Array>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** No prompts, no pager, no replaced objects, messages in English, and no lock taken for a look. */
const own = {
	GIT_TERMINAL_PROMPT: '0',
	GIT_NO_REPLACE_OBJECTS: '1',
	GIT_OPTIONAL_LOCKS: '0',
	LC_ALL: 'C',
};

/** Where git is, and where it reads which folders are safe to read. */
const kept = [
	'PATH',
	'HOME',
	'USERPROFILE',
	'SystemRoot',
	'XDG_CONFIG_HOME',
	'GIT_CONFIG_GLOBAL',
	'GIT_CONFIG_NOSYSTEM',
];

/** Opens the checkout around a folder; a usage error where there is none. */
export async function openGit(folder: string, environment: Environment): Promise<Git> {
	const env = { ...pick(environment, kept), ...own };
	const found = await ask(
		open(folder, env).raw(['rev-parse', '--show-toplevel', '--absolute-git-dir']),
		folder,
	);
	const [top = '', gitFolder = ''] = found.split('\n');
	const git = open(top, { ...env, ...indexOf(environment, top, gitFolder) });
	return {
		top,
		text: (words) => ask(git.raw([...words]), folder, words[0]),
		blob: (name) => ask(git.showBuffer([name]), folder, 'show'),
	};
}

function open(baseDir: string, env: Readonly<Record<string, string>>) {
	return simpleGit({
		baseDir,
		config: ['core.quotePath=false', 'core.fsmonitor=false'],
		allowEnvironment: Object.keys(env),
		unsafe: { allowUnsafeFsMonitor: true, allowUnsafeConfigPaths: true },
	}).env(env);
}

function pick(environment: Environment, names: readonly string[]): Record<string, string> {
	return Object.fromEntries(
		names.flatMap((name) => {
			const value = environment[name];
			return value === undefined ? [] : [[name, value]];
		}),
	);
}

/**
 * The index that a hook was started for: `git commit FILE` makes one of its own. One outside this repository belongs to
 * another, whose hook has called.
 */
function indexOf(environment: Environment, top: string, gitFolder: string): Record<string, string> {
	const index = environment['GIT_INDEX_FILE'];
	if (index === undefined || index === '') return {};
	const path = resolve(top, index);
	const inside = relative(gitFolder, path);
	return inside.startsWith('..') || isAbsolute(inside) ? {} : { GIT_INDEX_FILE: path };
}

/** Waits for git; what it complains about becomes a message for the user. */
async function ask<Answer>(answer: PromiseLike<Answer>, folder: string, word = 'rev-parse'): Promise<Answer> {
	try {
		return await answer;
	} catch (error) {
		const said = error instanceof Error ? error.message : String(error);
		if (said.includes('not a git repository') || said.includes('must be run in a work tree')) {
			throw new CommandError(`${folder} is in no git checkout`, {
				help: 'Run it inside one, or leave the git flags out.',
			});
		}
		if (said.includes('ENOENT')) {
			throw new CommandError('git is not installed, or not on the PATH', {
				help: 'Install git, or leave the git flags out.',
				exitCode: 3,
			});
		}
		const lines = said.split('\n').map((line) => line.trim());
		const reason =
			lines.find((line) => line.startsWith('fatal: ')) ?? lines.find((line) => line !== '') ?? '';
		const help = said.includes('safe.directory')
			? `The folder belongs to somebody else. If you trust it: git config --global --add safe.directory ${folder}`
			: undefined;
		throw new CommandError(`git ${word} failed: ${reason.replace(/^fatal: /, '')}`, {
			...(help === undefined ? {} : { help }),
			exitCode: 3,
		});
	}
}
