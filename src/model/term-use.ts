/** A text in which words are looked for, in forms that are made when they are needed. */
export interface SearchableText {
	readonly exact: string;
	/** In small letters. */
	readonly small: string;
	/** In small letters, with one kind of space and dash: the same words whatever stands between them. */
	readonly plain: string;
}

/** Texts one after another, ready to be searched. */
export function searchable(texts: readonly string[]): SearchableText {
	const exact = texts.join('\n');
	let small: string | undefined;
	let plain: string | undefined;
	return {
		exact,
		get small() {
			small ??= exact.toLowerCase();
			return small;
		},
		get plain() {
			plain ??= normal(exact).toLowerCase();
			return plain;
		},
	};
}

/**
 * Whether a term is used: as it stands where it is an abbreviation, else whatever its capitals and its ending
 * (`incidental finding`, `incidental findings`). A term may name several ways to say it: `GL (general ledger)`.
 */
export function usesTerm(text: SearchableText, term: string): boolean {
	return namesOf(term).some((name) => {
		if (/^\p{Lu}[\p{Lu}\p{N}]*$/u.test(name)) return hasWord(text.exact, name, /^s?(?![\p{L}\p{N}])/u);
		const stem = name.toLowerCase().replace(/(?:y|e|s)$/u, '');
		const ending = /^\p{L}{0,4}(?![\p{L}\p{N}])/u;
		return hasWord(text.small, stem, ending) || hasWord(text.plain, stem, ending);
	});
}

/** A term as two rows are compared by: without regard to capitals, spaces and dashes. */
export function termKey(term: string): string {
	return normal(term).toLowerCase().trim();
}

function namesOf(term: string): readonly string[] {
	return normal(term)
		.split(/[(),;/]| or /)
		.map((name) => name.trim())
		.filter((name) => name !== '');
}

function hasWord(text: string, word: string, follows: RegExp): boolean {
	for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
		if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')) continue;
		if (follows.test(text.slice(at + word.length, at + word.length + 6))) return true;
	}
	return false;
}

function normal(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[\s_\u2010-\u2015-]+/g, ' ')
		.replace(/’/g, "'");
}
