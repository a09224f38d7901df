import type { CommandContext } from '../command-context.ts';

/** So many records that count for nothing are named. */
const mostNamed = 10;

/** Says for which documents an answer could not be given, and which records count for nothing. */
export function warnOfMissing(
	context: CommandContext,
	notEvaluated: readonly { readonly document: string; readonly reason: string | null }[],
	unread: readonly string[],
): void {
	const [first] = notEvaluated;
	if (first !== undefined)
		context.warn(
			`Not evaluated for ${notEvaluated.length === 1 ? first.document : `${notEvaluated.length} documents`}: ${first.reason}.`,
		);
	for (const one of unread.slice(0, mostNamed)) context.warn(`A record counts for nothing: ${one}.`);
	if (unread.length > mostNamed) context.warn(`And ${unread.length - mostNamed} more records.`);
}
