import type { CommandError } from '../diagnostics/command-error.ts';

/** What the user reads where a command stops without an answer. It may name a file or quote a document: not inert yet. */
export function describeCommandError({ message, help }: CommandError): string {
	return `sop: ${message}\n${help === undefined ? '' : `${help}\n`}`;
}
