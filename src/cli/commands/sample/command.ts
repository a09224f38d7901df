import type { CommandDefinition } from '../../command.ts';

export const sampleCommand: CommandDefinition = {
	name: 'sample',
	group: 'Read',
	summary: 'Draw a sample from a population of a packet.',
	description:
		'Draws items out of a list of an audit packet, so that anybody can draw the same ones again: keys are taken in the order of SHA-256(seed, line feed, key). A population that was changed since the packet was sealed is refused. Without --seed the hash of the population is the seed. Without --size the number follows from how often the items happen, or from the table of the auditor. A larger sample keeps what a smaller one has.',
	arguments: [{ name: '<packet>', summary: 'folder or ZIP of the packet' }],
	flags: [
		{ flags: '--population <name>', summary: 'the list to draw from; may be left out where there is one' },
		{ flags: '--size <number>', summary: 'how many to draw' },
		{ flags: '--seed <text>', summary: 'what decides the draw (the hash of the population unless told)' },
		{
			flags: '--seed-from <whom>',
			summary: 'who chose the seed (preparer unless told)',
			choices: ['auditor', 'preparer'],
		},
		{ flags: '--table <file>', summary: 'sizes of the auditor, as CSV: population or frequency, and size' },
	],
	formats: ['table', 'json', 'csv'],
	examples: [
		{ call: 'sop sample packet.zip --population approvals', does: 'draw as many as is usual' },
		{
			call: 'sop sample packet --population approvals --size 5 --seed 20260412 --seed-from auditor',
			does: 'draw five by the seed of an auditor',
		},
	],
	load: () => import('./run.ts'),
};
