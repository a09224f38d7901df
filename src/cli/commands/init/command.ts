import type { CommandDefinition } from '../../command.ts';

export const initCommand: CommandDefinition = {
	name: 'init',
	group: 'Write',
	writes: true,
	summary: 'Lay out a library of SOPs and checklists.',
	description:
		'Writes the config with a new library id, folders for each function, registers, JSON Schemas and settings for editors. Nothing that exists is written over. Where there is no git repository it asks on a terminal whether to make one; in a pipe it does nothing to git unless --git says so. In a library that exists it only adds what --ci and --hook ask for. Ctrl-C ends it with exit code 3, and nothing is written.',
	arguments: [{ name: '[dir]', summary: 'the folder of the library; this one unless told' }],
	flags: [
		{
			flags: '--example',
			summary: 'copy the example company, a small back office with two years of history',
		},
		{ flags: '--ci <services>', summary: 'write a pipeline for github, gitlab or both (github,gitlab)' },
		{ flags: '--hook', summary: 'check what is staged before each commit (a hook of git, in this clone)' },
		{ flags: '--git', summary: 'make a repository and a first commit where there is none' },
		{ flags: '--no-git', summary: 'do nothing to git' },
		{ flags: '--commit', summary: 'commit exactly the files that are written' },
	],
	examples: [
		{ call: 'sop init procedures', does: 'lay out a library in a folder' },
		{ call: 'sop init office --example', does: 'look at a back office that has run for two years' },
		{ call: 'sop init procedures --ci github,gitlab --no-git', does: 'with pipelines, without touching git' },
	],
	load: () => import('./run.ts'),
};
