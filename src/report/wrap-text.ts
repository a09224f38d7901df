import { displayCells, displayWidth } from './display-width.ts';

/**
 * Breaks inert text into lines of at most `width` columns, at spaces, and inside words that are longer than a line: after
 * a mark that joins their parts, where there is one. Always gives at least one line.
 */
export function wrapText(text: string, width: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/ +/)) {
		if (line !== '' && displayWidth(line) + 1 + displayWidth(word) <= width) {
			line += ` ${word}`;
			continue;
		}
		if (line !== '') lines.push(line);
		const pieces = displayWidth(word) <= width ? [word] : breakWord(word, width);
		lines.push(...pieces.slice(0, -1));
		line = pieces.at(-1) ?? '';
	}
	if (line !== '' || lines.length === 0) lines.push(line);
	return lines;
}

/** The parts of a word, each with the mark that joins it to the next: `finance.`, `bank-`, `reconciliation`. */
export function wordParts(word: string): readonly string[] {
	// A line that begins with `::` would be a command to a build server: a colon stays with what it follows.
	return word.match(/[-./_@]*[^-./_@]*(?:[-./_@]+(?!:)|$)/g)?.filter((part) => part !== '') ?? [word];
}

function breakWord(word: string, width: number): readonly string[] {
	const pieces: string[] = [];
	let piece = '';
	let used = 0;
	for (const part of wordParts(word)) {
		if (used > 0 && used + displayWidth(part) > width) {
			pieces.push(piece);
			piece = '';
			used = 0;
		}
		for (const cell of displayCells(part)) {
			if (used > 0 && used + cell.width > width && cell.text !== ':') {
				pieces.push(piece);
				piece = '';
				used = 0;
			}
			piece += cell.text;
			used += cell.width;
		}
	}
	return [...pieces, piece];
}
