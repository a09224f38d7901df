import type { CommandDefinition } from '../../command.ts';

export const codeownersCommand: CommandDefinition = {
	name: 'codeowners',
	group: 'Set up',
	writes: true,
	summary: 'Write CODEOWNERS from owners and signers.',
	description:
		'Writes who must be asked before a file is changed, so that GitHub or GitLab asks them: for each document those who hold the role of its owner and of its signatures in section 15, for config, registers and records those who hold the role that keeper: names in sop.config.yaml. People are written by their handle in the people register, else by their e-mail address of today. Only a block of its own in the file is written; other lines stay. A document that nobody can be asked about is said.',
	flags: [
		{ flags: '--check', summary: 'write nothing; end with 1 and print what differs' },
		{ flags: '--commit', summary: 'commit exactly this file' },
	],
	examples: [
		{ call: 'sop codeowners', does: 'write the file, or bring it up to date' },
		{ call: 'sop codeowners --check', does: 'say in CI whether it is up to date' },
	],
	load: () => import('./run.ts'),
};
