import type { CommandDefinition } from '../../command.ts';
import { classificationFlag } from '../../withholding.ts';

export const diffCommand: CommandDefinition = {
	name: 'diff',
	group: 'Read',
	summary: 'Say in words what changed in a document.',
	description:
		'Compares two contents of a document and says what changed: steps added, removed and moved, roles, tolerances, branches, deadlines, approvers. What a control rests on is marked. Without versions: what is in force with the file on disk. A day stands for what was in force at its end, as known now. --changed compares every document of a branch with where it began.',
	arguments: [
		{ name: '[id]', summary: 'id of a document, in any case' },
		{
			name: '[from]',
			summary: 'a version (2.1, 2.1~9f0c), a day (what was in force), a commit, or work for the file on disk',
		},
		{ name: '[to]', summary: 'the same; work unless told' },
	],
	flags: [
		{
			flags: '--changed [ref]',
			summary: 'all documents that differ from where a branch began (the mainline unless told)',
		},
		classificationFlag,
	],
	formats: ['terminal', 'markdown', 'json'],
	examples: [
		{ call: 'sop diff SOP-FIN-101', does: 'compare what is in force with the file here' },
		{ call: 'sop diff SOP-FIN-101 HEAD work', does: 'compare the last commit with the file here' },
		{ call: 'sop diff --changed main --format markdown', does: 'describe a branch for its pull request' },
	],
	load: () => import('./run.ts'),
};
