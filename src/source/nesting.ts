/** Deeper than this no procedure is, and readers that recurse run out of stack. */
export const deepestNesting = 100;

/**
 * Offset of the first place that nests beyond the limit, or -1. Looks at brackets and at the dashes and
 * indentation of one line, without parsing: brackets inside quotes count too, which errs on the safe side.
 */
export function tooDeepAt(text: string): number {
	let brackets = 0;
	const indents: number[] = [];
	let lineStart = 0;
	while (lineStart < text.length) {
		let lineEnd = text.indexOf('\n', lineStart);
		if (lineEnd === -1) lineEnd = text.length;
		let indent = lineStart;
		while (
			indent < lineEnd &&
			(text[indent] === ' ' || (text[indent] === '-' && isSpace(text, indent + 1)))
		) {
			if (text[indent] === '-') push(indents, indent - lineStart);
			if (indents.length > deepestNesting) return indent;
			indent++;
		}
		if (indent < lineEnd) {
			push(indents, indent - lineStart);
			if (indents.length > deepestNesting) return indent;
		}
		for (let at = indent; at < lineEnd; at++) {
			const code = text.charCodeAt(at);
			if (code === 0x5b || code === 0x7b) brackets++;
			else if ((code === 0x5d || code === 0x7d) && brackets > 0) brackets--;
			if (brackets > deepestNesting) return at;
		}
		lineStart = lineEnd + 1;
	}
	return -1;
}

/** Keeps the columns at which open levels began. */
function push(indents: number[], column: number): void {
	while (indents.length > 0 && (indents.at(-1) ?? 0) >= column) indents.pop();
	indents.push(column);
}

function isSpace(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code === 0x20 || code === 0x0a || code === 0x0d || Number.isNaN(code);
}
