import { CommandError } from '../../../diagnostics/command-error.ts';
import type { DocumentSummary } from '../../../model/document-summary.ts';
import { nearest } from '../../../model/nearest.ts';
import type { CommandContext } from '../../command-context.ts';
import type { RegisterEntry } from './register-entry.ts';

/** The flags that choose among documents, each with what a document has to say to it. */
const flags: readonly {
	readonly name: string;
	readonly noun: string;
	readonly valuesOf: (summary: DocumentSummary) => readonly string[];
}[] = [
	{ name: 'function', noun: 'function', valuesOf: (summary) => present(summary.function) },
	{ name: 'owner', noun: 'owner', valuesOf: (summary) => present(summary.owner) },
	{ name: 'needs', noun: 'document', valuesOf: ({ references }) => references.map(({ id }) => id) },
];

/** Chooses the documents that a call of `sop list` asks for, whatever the case of its words. */
export class RegisterFilter {
	readonly #asked: readonly (readonly [flag: (typeof flags)[number], word: string])[];
	readonly #status: string | undefined;
	readonly #known = new Map<string, Set<string>>();

	constructor(context: CommandContext) {
		this.#asked = flags.flatMap((flag) => {
			const word = context.text(flag.name);
			return word === undefined ? [] : [[flag, word] as const];
		});
		this.#status = context.text('status');
	}

	/** Whether a document is among them. To be asked of every document of the library, readable or not. */
	fits(summary: DocumentSummary, entry: RegisterEntry | undefined): boolean {
		let fits = this.#status === undefined || this.#status === entry?.standing.status;
		for (const [flag, word] of this.#asked) {
			const values = flag.valuesOf(summary);
			const known = this.#known.get(flag.name) ?? new Set();
			for (const value of flag.name === 'needs' ? [...values, ...present(summary.id)] : values)
				known.add(value);
			this.#known.set(flag.name, known);
			fits &&= values.some((value) => same(value, word));
		}
		return fits;
	}

	/** Throws a usage error that names the nearest where a word of the call means nothing in this library. */
	refuseUnknown(alsoKnown: Readonly<Record<string, readonly string[]>>): void {
		for (const [{ name, noun }, word] of this.#asked) {
			const known = [...(this.#known.get(name) ?? []), ...(alsoKnown[name] ?? [])];
			if (known.some((value) => same(value, word))) continue;
			const near = nearest(word, known);
			throw new CommandError(`There is no ${noun} ${JSON.stringify(word)} in this library`, {
				help: near === undefined ? 'sop list shows all documents.' : `Did you mean ${near}?`,
			});
		}
	}
}

function same(value: string, word: string): boolean {
	return value.toLowerCase() === word.toLowerCase();
}

function present(value: string | undefined): readonly string[] {
	return value === undefined ? [] : [value];
}
