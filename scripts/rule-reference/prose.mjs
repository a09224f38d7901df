/** Text of a rule as Markdown: outside its code spans, nothing in it is taken for HTML. */
export function prose(text) {
	return text
		.split(/(`[^`]*`)/)
		.map((piece, at) => (at % 2 === 0 ? piece.replaceAll('<', '\\<') : piece))
		.join('');
}
