import type { CommandDefinition } from '../../command.ts';

/** Bare `sop`. */
export const hereCommand: CommandDefinition = {
	name: '',
	summary: 'Say where you are, and what to do next.',
	formats: ['text', 'json'],
	examples: [
		{ call: 'sop', does: 'in a library: where you are, and what to do next' },
		{ call: 'sop lint', does: 'check every document' },
		{ call: 'sop help lint', does: 'explain a command' },
	],
	load: () => import('./run.ts'),
};
