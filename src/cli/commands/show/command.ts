import type { CommandDefinition } from '../../command.ts';
import { momentFlags } from '../../history/moment-flags.ts';
import { classificationFlag } from '../../withholding.ts';

export const showCommand: CommandDefinition = {
	name: 'show',
	group: 'Read',
	summary: 'Show the version of a document that is in force.',
	description:
		'Shows the version that is in force: which one, since when, and the text itself, as git holds it. ID@2.1 shows a version whether it is in force or not, ID@2.1~9f0c one of several texts with that number, ID@work the file on disk. Ends with 1 where none is in force, or what is shown is not.',
	arguments: [
		{ name: '<id>', summary: 'id of a document, in any case; ID@VERSION, ID@VERSION~DIGEST or ID@work' },
	],
	flags: [...momentFlags, { flags: '--why', summary: 'say how the answer follows' }, classificationFlag],
	formats: ['pretty', 'yaml', 'canonical', 'json', 'mermaid'],
	examples: [
		{ call: 'sop show SOP-FIN-101', does: 'read what is in force' },
		{ call: 'sop show SOP-FIN-101 --on 2026-11-22 --why', does: 'read what was in force on a day, and why' },
		{ call: 'sop show sop-fin-101 --format mermaid', does: 'draw its procedure' },
		{ call: 'sop show SOP-FIN-101@work --format canonical', does: 'give the text its digest is taken over' },
	],
	load: () => import('./run.ts'),
};
