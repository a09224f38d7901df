import { CommandError } from '../../../diagnostics/command-error.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import type { CommandContext } from '../../command-context.ts';
import { exitCode } from '../../exit-code.ts';
import { type OpenRecord, openRecord } from '../../history/open-record.ts';

/** What the mainline shows of a library, for an agenda: refused with the cause where there is nothing to show. */
export async function recordOfAgenda(context: CommandContext, library: OpenLibrary): Promise<OpenRecord> {
	const { record, cause } = await openRecord(context, library);
	if (record !== undefined) return record;
	throw new CommandError(`There is no agenda: ${cause}`, {
		help: 'Only what the mainline shows can be reviewed.',
		exitCode: exitCode.unfinished,
	});
}
