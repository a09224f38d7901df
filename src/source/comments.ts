import { lexemesOf } from './lexemes.ts';

/** A comment with its `#`, and where it stands. */
export interface Comment {
	readonly from: number;
	readonly text: string;
	/** Whether nothing but spaces stands before it on its line. */
	readonly ownLine: boolean;
}

/** All comments of a YAML text, in order. A `#` inside quotes or block text is none. */
export function commentsOf(text: string): readonly Comment[] {
	const comments: Comment[] = [];
	for (const { text: lexeme, at, isScalar } of lexemesOf(text)) {
		if (isScalar || !lexeme.startsWith('#')) continue;
		const lineStart = text.lastIndexOf('\n', at - 1) + 1;
		comments.push({ from: at, text: lexeme, ownLine: text.slice(lineStart, at).trim() === '' });
	}
	return comments;
}
