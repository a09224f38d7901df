import { CommandError } from '../../diagnostics/command-error.ts';
import { gitIdentity } from '../../git/commit-files.ts';
import type { OpenLibrary } from '../../library/open-library.ts';
import { dayIn } from '../../model/day-in.ts';
import type { Person } from '../../model/documents.generated.ts';
import { nearest } from '../../model/nearest.ts';
import { withoutRegister } from '../../model/registers.ts';
import { rows } from '../../model/several.ts';
import { inertText } from '../../report/inert-text.ts';
import type { CommandContext } from '../command-context.ts';

/** The flag that says who acts, for every command that writes a record. */
export const personFlag = {
	flags: '--person <id>',
	summary: 'who acts, by the id of the people register (from git unless told)',
} as const;

/** A person of the people register, whose id is known. */
export type KnownPerson = Person & { readonly id: string };

/**
 * Whoever acts: who is asked for by `--person`, else the person of the people register whose address git commits under and which is theirs
 * today. A usage error where that is nobody, or more than one.
 */
export async function personFor(
	context: CommandContext,
	library: OpenLibrary,
	{
		mayHaveLeft = false,
		asked = context.text('person'),
	}: { readonly mayHaveLeft?: boolean; readonly asked?: string | undefined } = {},
): Promise<KnownPerson> {
	const people = knownPeople(library);
	const today = dayIn(context.io.now(), library.config.timezone);
	const person = asked === undefined ? await fromGit(context, library, people, today) : named(asked, people);
	if (!mayHaveLeft && person.until !== undefined && person.until < today) {
		throw new CommandError(`${inertText(person.id)} has left: the last day was ${person.until}`, {
			help: 'Only somebody who is here can act. Name another person with --person.',
		});
	}
	return person;
}

/** Whoever git commits as here, whomever `--person` names. */
export function personOfGit(context: CommandContext, library: OpenLibrary): Promise<KnownPerson> {
	const today = dayIn(context.io.now(), library.config.timezone);
	return fromGit(context, library, knownPeople(library), today);
}

function knownPeople(library: OpenLibrary): readonly KnownPerson[] {
	const people = rows(library.registers.people?.people).flatMap((person) =>
		person.id === undefined ? [] : [{ ...person, id: person.id }],
	);
	if (people.length === 0) {
		throw new CommandError(
			`Nobody can be named in a record: ${withoutRegister(library.registers, 'people')}`,
			{
				help: `Enter the people into ${inertText(library.peopleFile)}, with their addresses, and commit it; where they stand there already, sop lint shows what is wrong with it.`,
			},
		);
	}
	return people;
}

function named(asked: string, people: readonly KnownPerson[]): KnownPerson {
	const fitting = people.filter(({ id }) => id === asked);
	const found =
		fitting.length > 0 ? fitting : people.filter(({ id }) => id.toLowerCase() === asked.toLowerCase());
	const [person, another] = found;
	if (person !== undefined && another === undefined) return person;
	if (another !== undefined)
		throw new CommandError(`Several people are called ${inertText(asked)} in the people register`, {
			help: 'Write the id as it stands there; ids must differ.',
		});
	const near = nearest(
		asked,
		people.map(({ id }) => id),
	);
	throw new CommandError(`There is no person ${inertText(asked)} in the people register`, {
		help: near === undefined ? 'Enter the person there first.' : `Did you mean ${inertText(near)}?`,
	});
}

async function fromGit(
	context: CommandContext,
	library: OpenLibrary,
	people: readonly KnownPerson[],
	today: string,
): Promise<KnownPerson> {
	const identity = await gitIdentity(library.root.path, context.io.environment);
	if (identity === undefined) {
		throw new CommandError('git does not know who you are', {
			help: 'Say it once: git config --global user.email you@example.com (and user.name), or name yourself with --person.',
		});
	}
	const address = identity.email.toLowerCase();
	const found = people.filter(({ addresses }) =>
		rows(addresses).some(
			({ address: known, from, until }) =>
				known?.toLowerCase() === address && (from ?? '') <= today && (until === undefined || today <= until),
		),
	);
	const [person, another] = found;
	const email = inertText(identity.email);
	if (person === undefined) {
		throw new CommandError(
			`The address ${email}, which git commits under, is nobody's in the people register today`,
			{
				help: `Enter it under addresses in ${inertText(library.peopleFile)}, or name yourself with --person.`,
			},
		);
	}
	if (another !== undefined) {
		const ids = found.map(({ id }) => inertText(id)).join(' and ');
		throw new CommandError(`The address ${email}, which git commits under, is that of ${ids}`, {
			help: 'Name yourself with --person, and give the address to one of them only (until: ends an entry).',
		});
	}
	return person;
}
