/** A text made ready to look for words in: one kind of space and dash, and once more in small letters. */
export interface SearchableText {
	readonly exact: string;
	readonly small: string;
}

/** Texts one after another, ready to be searched. */
export function searchable(texts: readonly string[]): SearchableText {
	const exact = normal(texts.join('\n'));
	return { exact, small: exact.toLowerCase() };
}

/**
 * Whether a term is used: as it stands where it is an abbreviation, else whatever its capitals and its ending
 * (`incidental finding`, `incidental findings`). A term may name several ways to say it: `GL (general ledger)`.
 */
export function usesTerm({ exact, small }: SearchableText, term: string): boolean {
	return namesOf(term).some((name) => {
		if (/^\p{Lu}[\p{Lu}\p{N}]*$/u.test(name)) return hasWord(exact, name, /^(?:s?(?![\p{L}\p{N}]))/u);
		const stem = name.toLowerCase().replace(/(?:y|e|s)$/u, '');
		return hasWord(small, stem, /^\p{L}{0,4}(?![\p{L}\p{N}])/u);
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
