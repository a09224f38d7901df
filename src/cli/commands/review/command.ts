import type { CommandDefinition } from '../../command.ts';
import { momentFlags } from '../../history/moment-flags.ts';
import { roleFlag } from '../../records/choose-role.ts';
import { personFlag } from '../../records/person-for.ts';
import { signFlag } from '../../records/signing-key.ts';
import { commitFlag } from '../../records/write-record.ts';
import { classificationFlag } from '../../withholding.ts';

export const reviewCommand: CommandDefinition = {
	name: 'review',
	group: 'Write',
	writes: true,
	readsWith: 'agenda',
	summary: 'Record a periodic review of the version in force.',
	description: `Writes a record that somebody looked at the version in force again, and what came of it: keep it, revise it, or retire it. The next review counts from then; an edit is no review. It takes a role of section 15 or the owner, and nobody who wrote the text.

--agenda puts together what a review needs: what is in force since when, when it was last reviewed, and what changed, was allowed and was said since. It writes nothing. --agenda weekly lists the exceptions of the week over all documents or a function, with corrective actions and new suggestions; --agenda quarterly lists for each document its next review, open feedback, exceptions since the last review and findings.`,
	arguments: [
		{ name: '[id]', summary: 'the document; of --agenda weekly and quarterly, all of them where left out' },
	],
	flags: [
		{
			flags: '--verdict <verdict>',
			summary: 'what the review came to',
			choices: ['keep', 'revise', 'retire'],
		},
		{ flags: '--reason <text>', summary: 'why' },
		{ flags: '--event <text>', summary: 'the event of section 15 that made it necessary before its time' },
		{
			flags: '--agenda [kind]',
			summary: 'print what the review needs, and write nothing; weekly or quarterly: over all documents',
		},
		{ flags: '--function <name>', summary: 'an agenda of this function only' },
		...momentFlags.map(({ flags, summary }) => ({ flags, summary: `of --agenda: ${summary}` })),
		classificationFlag,
		roleFlag,
		personFlag,
		signFlag,
		commitFlag,
	],
	formats: ['text', 'markdown', 'json'],
	examples: [
		{ call: 'sop review SOP-FIN-001 --agenda', does: 'see what to look at' },
		{
			call: 'sop review --agenda weekly --format markdown',
			does: 'prepare the meeting about exceptions',
		},
		{ call: 'sop review --agenda quarterly --function finance', does: 'look at all of one function' },
		{
			call: 'sop review --agenda weekly --on 2030-01-31',
			does: 'look ahead to a meeting',
		},
		{
			call: 'sop review SOP-FIN-001 --verdict keep --reason "Walked through the May close" --commit',
			does: 'record that it stays as it is',
		},
	],
	load: () => import('./run.ts'),
};
