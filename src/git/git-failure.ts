import { CommandError } from '../diagnostics/command-error.ts';

/** Why nothing is answered in a repository without files: which folder of it is the library stands nowhere. */
export function bareRepository(folder: string): CommandError {
	return new CommandError(`${folder} is a bare repository: it has no files to work on`, {
		help: 'Run it in a clone with a working tree.',
	});
}

/** What git complained about, as a message for the user: `word` is the git command, `folder` where it was called. */
export function gitFailure(said: string, folder: string, word: string): CommandError {
	if (/must be run in a work tree|cannot be used without a working tree/.test(said)) {
		return bareRepository(folder);
	}
	if (said.includes('not a git repository')) {
		return new CommandError(`${folder} is in no git checkout`, {
			help: 'Run it inside one; git init begins one.',
		});
	}
	if (said.includes('ENOENT')) {
		return new CommandError('git is not installed, or not on the PATH', {
			help: 'Install git, or leave the git flags out.',
			exitCode: 3,
		});
	}
	const lines = said.split('\n').map((line) => line.trim());
	const reason =
		lines.find((line) => line.startsWith('fatal: ')) ??
		lines.find((line) => line !== '') ??
		'it did not say why';
	const help = said.includes('safe.directory')
		? `The folder belongs to somebody else. If you trust it: git config --global --add safe.directory ${folder}`
		: /corrupt|loose object|bad object|unable to read|missing (?:blob|tree|commit)/.test(said)
			? 'The repository is damaged: git fsck tells where. A fresh clone may have what is missing here.'
			: undefined;
	return new CommandError(`git ${word} failed: ${reason.replace(/^(?:fatal|error): /, '')}`, {
		...(help === undefined ? {} : { help }),
		exitCode: 3,
	});
}
