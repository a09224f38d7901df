import type { FlagDefinition } from '../command-shape.ts';

/** The flags of commands that read the past. */
export const momentFlags: readonly FlagDefinition[] = [
	{ flags: '--on <day>', summary: 'what was true at the end of a day, or at an instant' },
	{ flags: '--known <commit>', summary: 'with the knowledge of a commit of the mainline, or of a day' },
	{ flags: '--as-of <day>', summary: 'both: what was true on a day, as known on it' },
];
