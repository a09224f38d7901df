import type { CommandDefinition } from '../../command.ts';
import { momentFlags } from '../../history/moment-flags.ts';
import { classificationFlag } from '../../withholding.ts';

export const handoffsCommand: CommandDefinition = {
	name: 'handoffs',
	group: 'Read',
	summary: 'List who passes what to whom, loose ends first.',
	description:
		'Lists what each procedure hands over and takes in: to whom, how, and whether the other side knows of it. First come the loose ends: a handoff that does not say everything, one that leads to no document, role or tool, or to a document that is retired or was never approved, and one that only one of two documents knows. It reads what is in force, as git holds it, or with --work the files here; of a document of which that cannot be told, the text that stands. It is a list and ends with 0 whatever it shows; with --check it ends with 1 where there is a loose end.',
	flags: [
		{ flags: '--function <name>', summary: 'only handoffs with an end in this function' },
		{ flags: '--id <id>', summary: 'only those of this document' },
		{ flags: '--tool <name>', summary: 'only those that this tool has to do with' },
		{ flags: '--by-tool', summary: 'list the tools, each with its limitation and its handoffs' },
		{ flags: '--check', summary: 'end with 1 where there is a loose end' },
		{ flags: '--work', summary: 'read the files here, drafts included' },
		...momentFlags,
		classificationFlag,
	],
	formats: ['table', 'json', 'csv', 'mermaid'],
	examples: [
		{ call: 'sop handoffs', does: 'list who passes what to whom' },
		{ call: 'sop handoffs --function finance --check', does: 'fail where finance has a loose end' },
		{
			call: 'sop handoffs --id SOP-FIN-103 --format mermaid',
			does: 'draw what one procedure takes and gives',
		},
		{ call: 'sop handoffs --by-tool', does: 'see which handoffs lean on which tool' },
		{ call: 'sop handoffs --tool ITSS', does: 'see what has to do with one tool' },
	],
	load: () => import('./run.ts'),
};
