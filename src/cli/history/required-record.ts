import { CommandError } from '../../diagnostics/command-error.ts';
import { openLibrary } from '../../library/open-library.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { type OpenRecord, openRecord } from './open-record.ts';

/**
 * The record of the library, for a command that can answer nothing without one: throws with the cause where there is
 * none. `what` is not evaluated then, as the beginning of a sentence; `help` says what it would take.
 */
export async function requiredRecord(
	context: CommandContext,
	what: string,
	help: string,
): Promise<OpenRecord> {
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const { record, cause } = await openRecord(context, library);
	if (record !== undefined) return record;
	throw new CommandError(`${what} is not evaluated: ${cause}`, { help, exitCode: exitCode.unfinished });
}
