import { simpleGit } from 'simple-git';
import { CommandError } from '../diagnostics/command-error.ts';

/** A checkout, asked in ways that no configuration of the user or the repository can change. */
export interface Git {
	/** The top folder of the checkout, absolute. */
	readonly top: string;
	/** Runs git and gives its output as text. */
	text(words: readonly string[]): Promise<string>;
	/** The bytes of a blob, e.g. `:path` for what is staged. */
	blob(name: string): Promise<Uint8Array>;
}

/** No prompts, no pager, no replaced objects, messages in English, and no lock taken for a look. */
const environment = {
	GIT_TERMINAL_PROMPT: '0',
	GIT_NO_REPLACE_OBJECTS: '1',
	GIT_OPTIONAL_LOCKS: '0',
	LC_ALL: 'C',
};

/** Opens the checkout around a folder; a usage error where there is none. */
export async function openGit(
	folder: string,
	home: Readonly<Record<string, string | undefined>>,
): Promise<Git> {
	const env = { PATH: home['PATH'] ?? '', HOME: home['HOME'] ?? '', ...environment };
	const open = (baseDir: string) =>
		simpleGit({
			baseDir,
			config: ['core.quotePath=false', 'core.fsmonitor=false'],
			allowEnvironment: Object.keys(env),
			unsafe: { allowUnsafeFsMonitor: true },
		}).env(env);
	let top: string;
	try {
		top = (await open(folder).raw(['rev-parse', '--show-toplevel'])).replace(/\n$/, '');
	} catch (error) {
		if (!(error instanceof Error) || !error.message.includes('not a git repository')) throw error;
		throw new CommandError(`${folder} is in no git checkout`, {
			help: 'Run it inside one, or leave the git flags out.',
		});
	}
	const git = open(top);
	return {
		top,
		text: async (words) => {
			try {
				return await git.raw([...words]);
			} catch (error) {
				const said = error instanceof Error ? (error.message.trim().split('\n')[0] ?? '') : String(error);
				throw new CommandError(`git ${words[0]} failed: ${said.replace(/^fatal: /, '')}`, { exitCode: 3 });
			}
		},
		blob: (name) => git.showBuffer([name]),
	};
}
