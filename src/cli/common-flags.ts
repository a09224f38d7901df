import type { FlagDefinition } from './command-shape.ts';

/** Flags that every command has. */
export const commonFlags: readonly FlagDefinition[] = [
	{ flags: '--cwd <dir>', summary: 'work in this folder' },
	{ flags: '--config <file>', summary: 'use this config instead of sop.config.yaml' },
	{ flags: '--output <file>', summary: 'write the result to a file' },
	{ flags: '--quiet', summary: 'say nothing but the result' },
	{ flags: '--no-color', summary: 'print without colours' },
	{ flags: '--no-cache', summary: 'use nothing remembered from earlier runs' },
];

/** The flag that chooses among the formats of a command, the first being what it prints unless told. */
export function formatFlag(formats: readonly [string, ...string[]]): FlagDefinition {
	return {
		flags: '--format <format>',
		summary: `how to print it (${formats[0]} unless told)`,
		choices: formats,
	};
}
