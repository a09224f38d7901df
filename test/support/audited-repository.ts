import { CommandContext } from '../../src/cli/command-context.ts';
import { type OpenRecord, openRecord } from '../../src/cli/history/open-record.ts';
import { nodeIo } from '../../src/io/node-io.ts';
import { openLibrary } from '../../src/library/open-library.ts';
import type { HistoryRepository } from './history-repository.ts';

/** The record of a repository of a test, as a command would open it at noon of a day. */
export async function recordOf(repository: HistoryRepository, today = '2026-11-22'): Promise<OpenRecord> {
	const io = {
		...nodeIo(),
		workingDirectory: repository.folder,
		environment: { PATH: process.env['PATH'], HOME: repository.home, GIT_CONFIG_NOSYSTEM: '1' },
		now: () => new Date(`${today}T12:00:00Z`),
	};
	const context = new CommandContext(io, [], { cwd: repository.at }, { commands: [], showHelp: () => {} });
	const library = openLibrary(io.files, context.folder);
	const { record, cause } = await openRecord(context, library);
	if (record === undefined) throw new Error(cause);
	return record;
}
