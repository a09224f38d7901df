import { Chalk, type ChalkInstance } from 'chalk';
import type { Severity } from '../diagnostics/severity.ts';

/** The colours of the terminal formats, by what they mean. */
export interface Paint {
	strong(text: string): string;
	quiet(text: string): string;
	good(text: string): string;
	bad(text: string): string;
	severity(severity: Severity, text: string): string;
	/** A field of a map, filled with a colour. */
	field(tone: Tone, text: string): string;
}

/** How good what a field of a map stands for is. */
export type Tone = 'good' | 'middling' | 'bad' | 'quiet';

/**
 * Colours, or none: the caller decides, and nothing here looks at the environment.
 * Only the sixteen colours that every theme of a terminal makes readable.
 */
export function paint(color: boolean): Paint {
	const chalk = new Chalk({ level: color ? 1 : 0 });
	return {
		strong: (text) => chalk.bold(text),
		quiet: (text) => chalk.dim(text),
		good: (text) => chalk.green(text),
		bad: (text) => chalk.red(text),
		severity: (severity, text) => (severity === 'error' ? chalk.red(text) : chalk.yellow(text)),
		field: (tone, text) => chalk.inverse(fills[tone](chalk)(text)),
	};
}

const fills: Readonly<Record<Tone, (chalk: ChalkInstance) => (text: string) => string>> = {
	good: (chalk) => chalk.green,
	middling: (chalk) => chalk.yellow,
	bad: (chalk) => chalk.red,
	quiet: (chalk) => chalk.gray,
};
