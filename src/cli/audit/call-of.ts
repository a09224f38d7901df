import { shellWord } from '../../audit/reperform.ts';
import type { CommandContext } from '../command-context.ts';
import { requestsPath } from './requests-path.ts';

/** The call that makes a packet, as an auditor would type it again: what decides its content, not where it goes. */
export function callOf(context: CommandContext): string {
	const valued = ['from', 'to', 'known', 'maxClassification', 'redact'] as const;
	const words = [
		...valued.flatMap((flag) => pair(flag, context.text(flag))),
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
