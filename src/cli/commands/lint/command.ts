import type { CommandDefinition } from '../../command.ts';
import { classificationFlag } from '../../withholding.ts';

export const lintCommand: CommandDefinition = {
	name: 'lint',
	group: 'Check',
	summary: 'Check documents against every rule.',
	description:
		'Checks SOPs, checklists, registers and the config, and says what is wrong, where, why it matters and what to do. It never writes, unless --fix asks it to.',
	arguments: [{ name: '[path...]', summary: 'files, folders or patterns; the whole library unless told' }],
	flags: [
		{ flags: '--fix', summary: 'mend what can be mended without changing meaning' },
		{ flags: '--fix-unsafe', summary: 'also mend what may change meaning: read the diff' },
		{
			flags: '--changed [ref]',
			summary: 'only files that differ from a commit or branch (HEAD unless told)',
		},
		{ flags: '--staged', summary: 'only files staged for the next commit, as staged' },
		{ flags: '--stdin-filename <path>', summary: 'check standard input as if it were this file' },
		{ flags: '--rule <name>', summary: 'run only this rule or family (may be repeated)', many: true },
		{
			flags: '--preset <preset>',
			summary: 'minimal, recommended, strict or audit',
			choices: ['minimal', 'recommended', 'strict', 'audit'],
		},
		{
			flags: '--fail-on <level>',
			summary: 'what makes the exit code 1 (error unless told)',
			choices: ['error', 'warning', 'not-evaluated'],
		},
		{ flags: '--max-warnings <n>', summary: 'fail when there are more warnings than this' },
		{ flags: '--baseline <file>', summary: 'use this baseline instead of .sop-baseline.json' },
		{
			flags: '--policy-from [ref]',
			summary:
				'judge by the config, baseline and suppressions of where this branch left a commit or branch (the mainline unless told)',
		},
		{ flags: '--no-history', summary: 'do not ask git: rules about the past are not evaluated' },
		{ flags: '--branches', summary: 'also look for ids that other branches use' },
		{ flags: '--shard <i/n>', summary: 'check only the i-th of n parts of the library' },
		{ flags: '--watch', summary: 'check again whenever a file changes, until Ctrl-C' },
		{ flags: '--stats', summary: 'say how long what took' },
		{
			...classificationFlag,
			summary: 'leave out findings in what is classified higher; they stay in the count',
		},
	],
	formats: ['pretty', 'line', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'],
	examples: [
		{ call: 'sop lint', does: 'check the whole library' },
		{ call: 'sop lint sops/finance', does: 'check one folder' },
		{ call: 'sop lint --changed main', does: 'check what a branch changes' },
		{
			call: 'sop lint --policy-from main',
			does: 'judge a pull request by rules that it cannot loosen',
		},
		{ call: 'sop lint --watch', does: 'check again while you write' },
		{ call: 'sop lint --fix', does: 'mend what can be mended safely' },
		{ call: 'sop lint --format sarif --output sop.sarif', does: 'write results for code scanning' },
	],
	load: () => import('./run.ts'),
};
