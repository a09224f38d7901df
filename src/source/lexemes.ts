import { Lexer } from 'yaml';

/** The smallest piece of a YAML text that means something. */
export interface Lexeme {
	readonly text: string;
	readonly at: number;
	/** The words of a plain or block scalar: no sign in it means anything. */
	readonly isScalar: boolean;
	/** What the lexer puts in between, to tell the parser where things begin and end; it stands nowhere in the text. */
	readonly isMark: boolean;
	/** A quoted text whose quote never closes. */
	readonly isOpenQuote: boolean;
}

const startsDocument = '\u0002';
const endsFlow = '\u0018';
const startsScalar = '\u001f';
const marks = new Set([startsDocument, endsFlow, startsScalar]);

/** Each quote that is never closed sends the lexer through the rest of the text: after so many it is stopped. */
const mostOpenQuotes = 20;

/** The lexemes of a YAML text, in order; of a text with very many open quotes only the first ones. */
export function* lexemesOf(text: string): Generator<Lexeme> {
	let at = 0;
	let isScalar = false;
	let openQuotes = 0;
	for (const lexeme of new Lexer().lex(text)) {
		const isMark: boolean = !isScalar && marks.has(lexeme);
		const isOpenQuote = !isScalar && !isMark && neverCloses(lexeme);
		yield { text: lexeme, at, isScalar, isMark, isOpenQuote };
		if (isOpenQuote && ++openQuotes === mostOpenQuotes) return;
		isScalar = isMark && lexeme === startsScalar;
		if (!isMark) at += lexeme.length;
	}
}

/** Whether a bracket was given up here: the text goes on further left than what it opened in. */
export function givesUpFlow({ text, isMark }: Lexeme): boolean {
	return isMark && text === endsFlow;
}

function neverCloses(lexeme: string): boolean {
	const quote = lexeme[0];
	if (quote !== '"' && quote !== "'") return false;
	const last = lexeme.length - 1;
	if (last === 0 || lexeme[last] !== quote) return true;
	// A quote behind a backslash, and single quotes in pairs, are text.
	const sign = quote === '"' ? '\\' : quote;
	let signs = 0;
	for (let before = last - 1; before > 0 && lexeme[before] === sign; before--) signs++;
	return signs % 2 === 1;
}
