import { shellWord } from '../../../model/shell-word.ts';
import type { CommandContext } from '../../command-context.ts';
import { requestsPath } from '../given/requests-path.ts';

/**
 * The call that makes a packet, as an auditor would type it again: what decides its content, not where it goes. What was its
 * newest commit is said, so that the call gives the same when there are newer ones.
 */
export function callOf(context: CommandContext, head: string | undefined): string {
	const valued = ['from', 'to', 'maxClassification', 'redact'] as const;
	const words = [
		...valued.flatMap((flag) => pair(flag, context.text(flag))),
		...pair('known', head),
		...(['id', 'function', 'framework'] as const).flatMap((flag) =>
			[...context.all(flag)].sort().flatMap((value) => pair(flag, value)),
		),
		...(['asAuditor', 'opaqueIds'] as const).flatMap((flag) => (context.has(flag) ? [flagName(flag)] : [])),
		...(context.has('requests') ? ['--requests', requestsPath] : []),
		...(context.has('previous') ? ['--previous', 'PREVIOUS'] : []),
	];
	return ['sop', 'audit', ...words].join(' ');
}

function pair(flag: string, value: string | undefined): readonly string[] {
	return value === undefined ? [] : [flagName(flag), shellWord(value)];
}

function flagName(flag: string): string {
	return `--${flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
