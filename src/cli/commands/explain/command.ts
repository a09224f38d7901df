import type { CommandDefinition } from '../../command.ts';

export const explainCommand: CommandDefinition = {
	name: 'explain',
	group: 'Check',
	summary: 'Explain a rule, with a bad and a good example.',
	description:
		'Says of a rule when it fires, why it matters, what to do, which clauses it answers, and shows it on an example.',
	arguments: [{ name: '<rule>', summary: 'a rule (decisions/gap) or a family (decisions)' }],
	formats: ['text', 'json'],
	examples: [
		{ call: 'sop explain decisions/gap', does: 'explain one rule' },
		{ call: 'sop explain exceptions', does: 'explain the rules of a family' },
	],
	load: () => import('./run.ts'),
};
