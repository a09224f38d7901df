import { Lexer } from 'yaml';

/** A comment with its `#`, and where it stands. */
export interface Comment {
	readonly from: number;
	readonly text: string;
	/** Whether nothing but spaces stands before it on its line. */
	readonly ownLine: boolean;
}

/** Lexemes the lexer puts between those of the text: document start, end of a flow, start of a scalar. */
const marks = new Set(['\u0002', '\u0018', '\u001f']);

/** All comments of a YAML text, in order. A `#` inside quotes or block text is none. */
export function commentsOf(text: string): readonly Comment[] {
	const comments: Comment[] = [];
	let at = 0;
	let afterScalar = false;
	for (const lexeme of new Lexer().lex(text)) {
		if (marks.has(lexeme)) {
			afterScalar = lexeme === '\u001f';
			continue;
		}
		if (lexeme.startsWith('#') && !afterScalar) {
			const lineStart = text.lastIndexOf('\n', at - 1) + 1;
			comments.push({ from: at, text: lexeme, ownLine: text.slice(lineStart, at).trim() === '' });
		}
		afterScalar = false;
		at += lexeme.length;
	}
	return comments;
}
