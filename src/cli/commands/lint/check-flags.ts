import { CommandError } from '../../../diagnostics/command-error.ts';
import type { CommandContext } from '../../command-context.ts';

/** Flags that name files in different ways: only one of them can hold. */
const ways = [
	['stdinFilename', '--stdin-filename'],
	['staged', '--staged'],
	['changed', '--changed'],
] as const;

/** Flags of calls that make sense once, and not again and again. */
const onlyOnce = [
	['stdinFilename', '--stdin-filename'],
	['staged', '--staged'],
	['output', '--output'],
	['fix', '--fix'],
	['fixUnsafe', '--fix-unsafe'],
] as const;

/** Refuses calls whose flags contradict each other, before any work is done. */
export function checkFlags(context: CommandContext): void {
	const given = ways.flatMap(([name, flag]) => (context.has(name) ? [flag] : []));
	if (given.length > 1) {
		throw new CommandError(`${given.join(' and ')} cannot stand together`, {
			help: 'Each says by itself what is looked at.',
		});
	}
	if (context.has('stdinFilename') && context.arguments.length > 0) {
		throw new CommandError('--stdin-filename takes the place of paths', {
			help: 'Give either paths, or a text on standard input with its file name.',
		});
	}
	if (context.has('staged') && (context.has('fix') || context.has('fixUnsafe'))) {
		throw new CommandError('What is staged cannot be mended where it is', {
			help: 'Mend the files with sop lint --changed --fix, then stage them.',
		});
	}
	if (context.has('policyFrom') && context.yesOrNo('history') === false) {
		throw new CommandError('--policy-from and --no-history cannot stand together', {
			help: 'The policy of a branch is read from git.',
		});
	}
	const once = onlyOnce.find(([name]) => context.has(name));
	if (context.has('watch') && once !== undefined) {
		throw new CommandError(`--watch and ${once[1]} cannot stand together`, {
			help: '--watch prints what it finds in files, each time one of them changes, and never writes.',
		});
	}
	context.count('maxWarnings');
}
