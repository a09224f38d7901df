/** What took the place of something that is no longer in force. */
export interface Supersession {
	/** First day on which it no longer counts, YYYY-MM-DD. */
	readonly since: string;
	/** What to cite instead, as one would write it. */
	readonly by: string;
}

/** A numbered part of a law or standard. */
export interface Clause {
	/** As its issuer writes it, without the name of the framework: `7.5.3.2`, `11.10`, `AS 2201.39`. */
	readonly number: string;
	/** What it is about, in our own words: texts of standards are not ours to copy. */
	readonly title: string;
	/** Every lettered or numbered part it has; where left out, parts are not held and any is believed. */
	readonly parts?: readonly string[];
	readonly superseded?: Supersession;
}

/** A way in which citations of a framework begin. */
export interface CitationHead {
	/** From the beginning of the citation up to the number of the clause; group `edition` where it names one. Sticky. */
	readonly pattern: RegExp;
	/** What the number lacks: `Annex 11 ` where the head has eaten these words. */
	readonly prefix?: string;
	/** Too short to tell the framework on its own: counts only behind the framework's id. */
	readonly afterId?: true;
}

/** The clauses of one framework, as far as `sop` holds them. */
export interface ClausePack {
	/** The id by which a config names it and by which rules say what they answer. */
	readonly framework: string;
	/** What goes before a clause when it is printed: `ISO 9001:2015`, `21 CFR`; empty where the numbers say it. */
	readonly name: string;
	readonly title: string;
	readonly issuer: string;
	/** The edition its clauses are of. */
	readonly edition: string;
	/** The pack's own version, raised whenever its content changes. */
	readonly version: string;
	/** The day on which its content was last changed. */
	readonly date: string;
	readonly status: 'in force';
	/** Editions before, each with what took its place. */
	readonly earlierEditions?: Readonly<Record<string, Supersession>>;
	/** How long documents must at least be kept after they were last in effect, and the clause that says so. */
	readonly retention?: { readonly atLeast: string; readonly clause: string };
	readonly heads: readonly CitationHead[];
	/** Keys (`clauseKey`) of this form are either held here or do not exist; of all others nothing is said. */
	readonly complete: RegExp;
	readonly clauses: readonly Clause[];
}

/** Clauses from their numbers and titles. */
export function titled(titles: Readonly<Record<string, string>>): readonly Clause[] {
	return Object.entries(titles).map(([number, title]) => ({ number, title }));
}

/** Clauses that are numbered through, such as `A.5.1` to `A.5.37`; `digits` pads them (`.01`). */
export function numbered(
	prefix: string,
	first: number,
	last: number,
	title: string,
	digits = 1,
): readonly Clause[] {
	return Array.from({ length: last - first + 1 }, (_, index) => ({
		number: prefix + String(first + index).padStart(digits, '0'),
		title,
	}));
}

/** The letters from `a` up to one of them. */
export function letters(last: string): readonly string[] {
	const [first = 97, end = 97] = ['a'.codePointAt(0), last.codePointAt(0)];
	return Array.from({ length: end - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}
