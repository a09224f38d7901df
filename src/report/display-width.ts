import { eastAsianWidth } from 'get-east-asian-width';
import { hiddenSpans } from './inert-text.ts';

/** One thing that a terminal prints, and the stretch of the text it stands for (UTF-16 offsets). */
export interface Cell {
	readonly text: string;
	/** How many columns of the terminal it takes. */
	readonly width: number;
	readonly from: number;
	readonly to: number;
}

const tabStop = 4;
const plain = /^[\x20-\x7E]*$/;
let segmenter: Intl.Segmenter | undefined;

/** Cuts one line of text into what a terminal prints: inert, tabs expanded to every fourth column. */
export function displayCells(text: string): readonly Cell[] {
	if (plain.test(text) && !/##\w*\[|::/.test(text)) {
		return Array.from(text, (character, at) => ({ text: character, width: 1, from: at, to: at + 1 }));
	}
	const cells: Cell[] = [];
	let column = 0;
	const add = (shown: string, width: number, from: number, to: number): void => {
		cells.push({ text: shown, width, from, to });
		column += width;
	};
	let done = 0;
	for (const span of [...hiddenSpans(text), { from: text.length, to: text.length, shown: '' }]) {
		for (const { segment, index } of graphemes(text.slice(done, span.from))) {
			add(segment, graphemeWidth(segment), done + index, done + index + segment.length);
		}
		if (text[span.from] === '\t') {
			const width = tabStop - (column % tabStop);
			add(' '.repeat(width), width, span.from, span.to);
		} else if (span.shown !== '') {
			add(span.shown, span.shown.length, span.from, span.to);
		}
		done = span.to;
	}
	return cells;
}

/** Columns that a terminal takes for inert text without colour. */
export function displayWidth(text: string): number {
	if (plain.test(text)) return text.length;
	let width = 0;
	for (const { segment } of graphemes(text)) width += graphemeWidth(segment);
	return width;
}

/** Letters and signs none of which joins the one before it: each is a grapheme. */
const unjoined =
	/^[\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u23FF\u2500-\u27BF]*$/;

function graphemes(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
	// To make a segmenter takes longer than all the rest of a short answer.
	if (unjoined.test(text)) return Array.from(text, (segment, index) => ({ segment, index }));
	segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
	return segmenter.segment(text);
}

function graphemeWidth(grapheme: string): number {
	const code = grapheme.codePointAt(0);
	if (code === undefined || /^\p{M}/u.test(grapheme)) return 0;
	// Flags are two letters of width one, and U+FE0F asks for the wide picture.
	if (/^\p{Regional_Indicator}{2}|\uFE0F/u.test(grapheme)) return 2;
	return eastAsianWidth(code);
}
