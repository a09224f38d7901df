import { CommandError } from '../../../diagnostics/command-error.ts';
import { documentStates, type KnownDocument } from '../../history/document-states.ts';
import type { OpenRecord } from '../../history/open-record.ts';

/** The state of one document at the moment of a record, every text of it read. */
export async function stateOf(record: OpenRecord, id: string): Promise<KnownDocument> {
	const [known] = await documentStates(record, [id], undefined, true);
	if (known === undefined) throw new CommandError(`No commit holds a document ${JSON.stringify(id)}`);
	return known;
}
