/** The line ending of a text: that of its first line. */
export function lineEndOf(text: string): '\r\n' | '\n' {
	return /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
}

/** Where the line of an offset ends, its line ending included; the end of the text for the last one. */
export function endOfLine(text: string, at: number): number {
	const end = text.indexOf('\n', at);
	return end === -1 ? text.length : end + 1;
}
