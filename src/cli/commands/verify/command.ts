import type { CommandDefinition } from '../../command.ts';

export const verifyCommand: CommandDefinition = {
	name: 'verify',
	group: 'Read',
	summary: 'Check a packet against its manifest, its signature and the repository.',
	description:
		'Checks an audit packet, a folder or a ZIP: that every file is as the manifest has it and none was added; that somebody you trust signed it; that its lists, texts and records agree with each other; and, where the repository that it was made from is here, that they agree with that. What could not be checked is said, with its cause. Nothing is written. Ends with 1 where a check does not hold; with 0 also where only the origin could not be evaluated.',
	arguments: [{ name: '<packet>', summary: 'folder or ZIP of the packet' }],
	flags: [
		{ flags: '--trust <file>', summary: 'whose keys count, in the allowed-signers form of OpenSSH' },
		{ flags: '--head <commit>', summary: 'the commit that it must have been made from, in full' },
		{ flags: '--previous <hash>', summary: 'the hash of the packet that it must follow' },
		{
			flags: '--redaction-key <file>',
			summary: 'the key of its pseudonyms, to make it anew from the repository',
		},
	],
	formats: ['table', 'json'],
	examples: [
		{ call: 'sop verify packet.zip', does: 'check that nothing in it was changed' },
		{ call: 'sop verify packet --trust signers', does: 'check as well who signed it' },
	],
	load: () => import('./run.ts'),
};
