import { gitIdentity } from '../git/commit-files.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import { dayIn } from '../model/day-in.ts';
import { covers } from '../model/day-span.ts';
import { rows } from '../model/several.ts';
import type { CommandContext } from './command-context.ts';

/** Whoever types, as git knows them. */
export interface GitPerson {
	/** Of the people register; undefined where the address is today that of nobody there, or of two. */
	readonly id: string | undefined;
	readonly name: string;
	readonly address: string;
}

/** Who git says the user is, looked up in the people register by today's addresses; undefined where git was told no name. */
export async function gitPerson(
	context: CommandContext,
	library: OpenLibrary,
): Promise<GitPerson | undefined> {
	const identity = await gitIdentity(library.root.path, context.io.environment).catch(() => undefined);
	if (identity === undefined) return undefined;
	const { name, email } = identity;
	const today = dayIn(context.io.now(), library.config.timezone);
	const people = rows(library.registers.people?.people).filter((one) =>
		rows(one.addresses).some(
			({ address, from, until }) =>
				address?.toLowerCase() === email.toLowerCase() && covers({ from, until }, today),
		),
	);
	return { id: people.length === 1 ? people[0]?.id : undefined, name, address: email };
}
