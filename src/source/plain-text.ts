const manySpaces = ' '.repeat(200);

/**
 * Whether a text has nothing that js-yaml reads otherwise than the specification says, or that the format refuses:
 * tabs, anchors, tags, document markers, explicit keys, keys that are lists or maps, block scalars that state or
 * hide their indentation, comments stuck to a sign, escapes that may halve a character. Looks only at the few signs
 * that matter, because it runs on every text. A text that fails wrongly is only read slower. Half characters need no
 * look: bytes that decode have none.
 */
export function isPlainText(text: string): boolean {
	return (
		!text.includes('\t') &&
		!text.includes('\ufeff') &&
		!text.includes(manySpaces) &&
		!(text.includes('\r') && /\r(?!\n)/.test(text)) &&
		!(text.includes('\\') && /\\[uU\r\n]/.test(text)) &&
		!(text.includes('---') && /(?:^(?!---\n)|\n)---/.test(text)) &&
		!(text.includes('...') && /(?:^|\n)\.\.\./.test(text)) &&
		!some(text, '%', beginsLine) &&
		!some(text, '&', beginsNode) &&
		!some(text, '!', beginsNode) &&
		!some(text, '?', beginsNode) &&
		!some(text, '#', isOddComment) &&
		!some(text, ']', isKey) &&
		!some(text, '}', isKey) &&
		!some(text, '|', isOddHeader) &&
		!some(text, '>', isOddHeader)
	);
}

function some(text: string, sign: string, test: (text: string, at: number) => boolean): boolean {
	for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) {
		if (test(text, at)) return true;
	}
	return false;
}

function beginsLine(text: string, at: number): boolean {
	return at === 0 || text[at - 1] === '\n';
}

const beforeNode = new Set(['', '\n', ':', '?', '-', '[', '{', ',']);

function beginsNode(text: string, at: number): boolean {
	return beforeNode.has(text[skipSpacesBack(text, at)] ?? '');
}

const sticky = new Set(['"', "'", '[', ']', '{', '}', ',', ':']);

/** A comment without a space before it; or one, below a key, that stands no further right than the key. */
function isOddComment(text: string, at: number): boolean {
	if (sticky.has(text[at - 1] ?? '')) return true;
	const lineEnd = skipSpacesBack(text, at);
	if (lineEnd < 0 || text[lineEnd] !== '\n') return false;
	// The reference reader then takes the lines of a text below it together with whatever follows.
	const column = at - lineEnd - 1;
	for (let end = lineEnd, lines = 0; end > 0; lines++) {
		if (lines === 100) return true;
		const start = text.lastIndexOf('\n', end - 1) + 1;
		const line = text.slice(start, end).trimEnd();
		const content = line.trimStart();
		if (content !== '' && content[0] !== '#') {
			const mayBeOpen = line.endsWith(':') || (line.endsWith('-') && line !== '---') || line.includes(' #');
			return mayBeOpen && column <= (/^ *(?:- +)*/.exec(line)?.[0].length ?? 0);
		}
		end = start - 1;
	}
	return false;
}

function isKey(text: string, at: number): boolean {
	let after = at + 1;
	while (text[after] === ' ') after++;
	return text[after] === ':';
}

const oddHeader = /(?:-?[+\d][-+\d]* *(?: #.*)?\r?(?:\n|$)|-?(?: *| +#.*)\r?\n(?:\r?\n)* +\r?(?:\n|$))/y;

function isOddHeader(text: string, at: number): boolean {
	oddHeader.lastIndex = at + 1;
	return oddHeader.test(text);
}

function skipSpacesBack(text: string, at: number): number {
	let before = at - 1;
	while (text[before] === ' ') before--;
	return before;
}
