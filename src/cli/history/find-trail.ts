import { CommandError } from '../../diagnostics/command-error.ts';
import type { LibraryHistory } from '../../library/history/library-history.ts';
import type { Trail } from '../../model/history/trail.ts';
import { nearest } from '../../model/nearest.ts';

/** What happened to a document, by its id in any case; a usage error that names the nearest where no commit has it. */
export function findTrail(history: LibraryHistory, id: string): Trail {
	const exact = history.trail(id);
	if (exact !== undefined && !id.startsWith('/')) return exact;
	const known = history.ids.find((one) => one.toLowerCase() === id.toLowerCase());
	const trail = known === undefined ? undefined : history.trail(known);
	if (trail !== undefined) return trail;
	const near = nearest(id, history.ids);
	throw new CommandError(`No commit holds a document ${JSON.stringify(id)}`, {
		help: near === undefined ? 'sop list shows all documents.' : `Did you mean ${near}?`,
	});
}
