import { gitIdentity } from '../../../git/commit-files.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { rows } from '../../../model/several.ts';
import { slugOf } from '../../../scaffold/slug.ts';
import type { CommandContext } from '../../command-context.ts';

/**
 * The id of whoever types, as change logs name authors: that of the people register by the address git knows, else
 * the name git knows, written as an id. Undefined where git was told no name.
 */
export async function knownAuthor(
	context: CommandContext,
	library: OpenLibrary,
): Promise<string | undefined> {
	const identity = await gitIdentity(library.root.path, context.io.environment).catch(() => undefined);
	if (identity === undefined) return undefined;
	const address = identity.email.toLowerCase();
	const person = rows(library.registers.people?.people).find((one) =>
		rows(one.addresses).some((known) => known.address?.toLowerCase() === address),
	);
	return person?.id ?? (slugOf(identity.name, '').replaceAll('-', '.') || undefined);
}
