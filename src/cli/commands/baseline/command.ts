import type { CommandDefinition } from '../../command.ts';

export const baselineCommand: CommandDefinition = {
	name: 'baseline',
	group: 'Check',
	summary: 'Put off the findings of today, so that only new ones fail.',
	description:
		'Writes .sop-baseline.json with what sop lint finds today: those findings stay quiet, new ones fail. It is a ratchet: once written it may only shrink, with --prune. Errors about approvals, records and the config are never put off.',
	flags: [
		{ flags: '--baseline <file>', summary: 'this file instead of .sop-baseline.json' },
		{ flags: '--prune', summary: 'take out what has been mended; nothing is added' },
		{ flags: '--force', summary: 'write a new baseline over an old one' },
	],
	examples: [
		{ call: 'sop baseline', does: 'put off what sop lint finds today' },
		{ call: 'sop baseline --prune', does: 'take out what has been mended' },
	],
	load: () => import('./run.ts'),
};
