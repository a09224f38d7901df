import type { Registers } from '../../../model/registers.ts';
import { rows } from '../../../model/several.ts';
import type { ThinCover } from '../../../model/training/thin-cover.ts';
import type { TrainingRow } from '../../../model/training/training-row.ts';
import type { CommandContext } from '../../command-context.ts';
import { knownWord } from '../../known-word.ts';

/** Chooses the rows that a call of `sop train` asks for, whatever the case of its words. */
export class TrainingFilter {
	readonly #person: string | undefined;
	readonly #role: string | undefined;
	readonly #id: string | undefined;
	readonly #hasPeople: boolean;

	/** Throws a usage error that names the nearest where a word of the call means nothing in this library. */
	constructor(
		context: CommandContext,
		ids: readonly string[],
		{ people, roles }: Registers,
		found: readonly TrainingRow[],
	) {
		const asked = (flag: string, noun: string, known: () => readonly string[]) => {
			const word = context.text(flag);
			return word === undefined ? undefined : knownWord(word, noun, known(), 'sop train lists all rows.');
		};
		this.#hasPeople = people !== undefined;
		this.#id = asked('id', 'document', () => ids);
		this.#person = asked('person', 'person', () => rows(people?.people).flatMap(({ id }) => id ?? []));
		this.#role = asked('role', 'role', () => [
			...rows(roles?.roles).flatMap(({ id }) => id ?? []),
			...rows(people?.people).flatMap((person) => rows(person.roles).flatMap(({ role }) => role ?? [])),
			...found.flatMap(({ role }) => role ?? []),
		]);
	}

	fits({ person, role, version }: TrainingRow): boolean {
		// A role that nobody holds is not about one person.
		const isOfNobody = person === null && role !== null && this.#hasPeople;
		return (
			this.fitsDocument(version.document) &&
			fits(this.#person, isOfNobody ? '' : person) &&
			fits(this.#role, role)
		);
	}

	fitsCover({ document, roles, able, untrained }: ThinCover): boolean {
		const people = [...able, ...untrained];
		return (
			this.fitsDocument(document) &&
			(this.#person === undefined || people.includes(this.#person)) &&
			(this.#role === undefined || roles.includes(this.#role))
		);
	}

	fitsDocument(id: string): boolean {
		return fits(this.#id, id);
	}
}

/** What nobody can tell of is not left out by a filter on who it is about. */
function fits(asked: string | undefined, value: string | null): boolean {
	return asked === undefined || value === null || asked === value;
}
