import { commentsOf } from '../source/comments.ts';
import { valueBefore, writtenScalars } from '../source/written-scalars.ts';
import type { CutText } from './cut-text.ts';

/** Unquoted texts that end at ` #` before more words: `account #4711`. A comment has a space after its sign. */
export function cutByComment(text: string): CutText[] {
	if (!hasSignBeforeWord(text)) return [];
	const scalars = writtenScalars(text);
	return commentsOf(text).flatMap((comment): CutText[] => {
		const words = comment.text.trimEnd();
		if (comment.ownLine || !/^#[^\s#!]/.test(words) || /^#(?:confirm\b|sop-)/i.test(words)) return [];
		const before = valueBefore(scalars, text, comment.from);
		if (before?.style !== 'plain' || typeof before.value !== 'string') return [];
		const between = text.slice(before.to, comment.from);
		if (between.trim() !== '') return [];
		const to = comment.from + words.length;
		return [
			{ path: before.path, from: before.from, to, kept: before.value, whole: before.value + between + words },
		];
	});
}

/** Whether a ` #` stands in a text with a word right behind it. */
function hasSignBeforeWord(text: string): boolean {
	for (let at = text.indexOf('#'); at !== -1; at = text.indexOf('#', at + 1)) {
		if (/[ \t]/.test(text[at - 1] ?? '') && /[^\s#]/.test(text[at + 1] ?? ' ')) return true;
	}
	return false;
}
