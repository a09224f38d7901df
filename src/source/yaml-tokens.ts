import { type CST, Parser } from 'yaml';
import { givesUpFlow, lexemesOf } from './lexemes.ts';
import { deepestNesting, NestingGauge } from './nesting.ts';

/** What was noticed in a text while it was cut into tokens. Offsets. */
export interface TokenNotes {
	/** Where the text nests beyond the limit; the rest of it was not read. */
	tooDeepAt: number | undefined;
	/** Where a `%` directive begins. */
	directiveAt: number | undefined;
	/** Where a second document begins; it was not read. */
	secondDocumentAt: number | undefined;
	/** Quotes that never close: where the quoted text was given up, and where its quote opens. */
	readonly openQuotes: Map<number, number>;
	/** Brackets that never close, likewise: the innermost. */
	readonly openBrackets: Map<number, number>;
}

/** Once the parser has lost the document, each further sign of it is an error. */
const mostStrayTokens = 100;

export function newTokenNotes(): TokenNotes {
	return {
		tooDeepAt: undefined,
		directiveAt: undefined,
		secondDocumentAt: undefined,
		openQuotes: new Map(),
		openBrackets: new Map(),
	};
}

/** The tokens of the first document of a text. Stops early where reading on would only cost time or stack. */
export function* tokensOf(text: string, notes: TokenNotes): Generator<CST.Token> {
	let documents = 0;
	let stray = 0;
	for (const token of allTokens(text, notes)) {
		if (token.type === 'directive') notes.directiveAt ??= token.offset;
		if (token.type === 'document' && ++documents === 2) {
			notes.secondDocumentAt = token.offset;
			return;
		}
		yield token;
		if (token.type === 'error' && ++stray === mostStrayTokens) return;
	}
}

function* allTokens(text: string, notes: TokenNotes): Generator<CST.Token> {
	const parser = new Parser();
	const gauge = new NestingGauge();
	const brackets: number[] = [];
	for (const lexeme of lexemesOf(text)) {
		const { at, isScalar } = lexeme;
		yield* parser.next(lexeme.text);
		if (givesUpFlow(lexeme)) {
			noteOpenBracket(brackets, at, notes);
			gauge.dropBrackets();
		}
		if (lexeme.isMark) continue;
		gauge.take(lexeme.text, isScalar);
		if (gauge.depth > deepestNesting) {
			notes.tooDeepAt = at;
			return;
		}
		if (lexeme.isOpenQuote) notes.openQuotes.set(at + lexeme.text.length, at);
		if (isScalar) continue;
		if (lexeme.text === '[' || lexeme.text === '{') brackets.push(at);
		else if (lexeme.text === ']' || lexeme.text === '}') brackets.pop();
	}
	noteOpenBracket(brackets, text.length, notes);
	yield* parser.end();
}

function noteOpenBracket(brackets: number[], at: number, notes: TokenNotes): void {
	const innermost = brackets.at(-1);
	if (innermost !== undefined) notes.openBrackets.set(at, innermost);
	brackets.length = 0;
}
