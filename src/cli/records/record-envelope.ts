import { CommandError } from '../../diagnostics/command-error.ts';
import type { OpenLibrary } from '../../library/open-library.ts';
import { configFileName } from '../../model/file-kind.ts';
import type { CommandContext } from '../command-context.ts';

/** What every record says of itself besides what it is about. */
export interface RecordEnvelope {
	readonly format: 1;
	readonly library: string;
	/** Now, by the clock: no flag sets it. */
	readonly at: string;
}

/** The part of a record that no command chooses. A usage error where the library has no id, with the line to add. */
export function recordEnvelope(context: CommandContext, library: OpenLibrary): RecordEnvelope {
	const id = library.config.library;
	if (id === undefined) {
		const proposal = Buffer.from(context.io.randomBytes(16)).toString('hex');
		throw new CommandError('The library has no id, so a record could not say where it belongs', {
			help: `Add this line to ${configFileName}, commit it, and never change it: library: "${proposal}"`,
		});
	}
	const at = context.io
		.now()
		.toISOString()
		.replace(/\.\d+Z$/, 'Z');
	return { format: 1, library: id, at };
}
