import type { CommandDefinition } from '../../command.ts';
import { roleFlag } from '../../records/choose-role.ts';
import { personFlag } from '../../records/person-for.ts';
import { signFlag } from '../../records/signing-key.ts';
import { commitFlag } from '../../records/write-record.ts';

export const approveCommand: CommandDefinition = {
	name: 'approve',
	group: 'Write',
	writes: true,
	summary: 'Sign the text of a document as it is committed.',
	description: `Writes a record that somebody signs a line of section 15: of exactly the text that is checked out and committed. It refuses what would not count: findings or placeholders left, a text that is not committed, one's own text, a role that is not held, a number that belongs to another text, a day in force that is past.

The version is complete when every line is signed, each by another person, and the mainline (the branch that everybody goes by) shows all of it. Without --sign the record is a claim of whoever could push it, and is refused where the library asks for more (approval: trust: signed) and git does not sign commits; with --sign it bears a signature by an SSH key.

--on-paper records a signature that was made on paper before the library was adopted (adopted: in the config): the scan lies in the library, --date is the day that stands on it, --person who signed.`,
	arguments: [{ name: '<id>', summary: 'the document' }],
	flags: [
		roleFlag,
		{
			flags: '--meaning <meaning>',
			summary: 'what the signature means (as the line of section 15 says, unless told)',
			choices: ['approval', 'review', 'authorship', 'responsibility'],
		},
		personFlag,
		signFlag,
		{ flags: '--on-paper <file>', summary: 'the scan of a signature on paper, in the library' },
		{ flags: '--date <day>', summary: 'the day that stands on the paper' },
		commitFlag,
	],
	examples: [
		{ call: 'sop approve SOP-FIN-001', does: 'write the approval' },
		{
			call: 'sop approve SOP-FIN-001 --as controller --sign --commit',
			does: 'sign with an SSH key and commit',
		},
		{
			call: 'sop approve SOP-FIN-001 --on-paper scan.pdf --person j.roe --date 2019-05-02',
			does: 'record one on paper',
		},
	],
	load: () => import('./run.ts'),
};
