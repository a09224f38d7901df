import type { OpenLibrary } from '../../../library/open-library.ts';
import { slugOf } from '../../../scaffold/slug.ts';
import type { CommandContext } from '../../command-context.ts';
import { gitPerson } from '../../git-person.ts';

/**
 * The id of whoever types, as change logs name authors: that of the people register by the address git knows, else
 * the name git knows, written as an id. Undefined where git was told no name.
 */
export async function knownAuthor(
	context: CommandContext,
	library: OpenLibrary,
): Promise<string | undefined> {
	const person = await gitPerson(context, library);
	return person === undefined
		? undefined
		: (person.id ?? (slugOf(person.name, '').replaceAll('-', '.') || undefined));
}
