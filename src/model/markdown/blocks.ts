import type { OffsetRange } from '../../diagnostics/position.ts';

const fence = /^(`{3,}(?=[^`]*$)|~{3,})/;
const listMarker = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const heading = /^#{1,6}(?:[ \t]|$)/;
const underline = /^(?:=+|-{2,}|\*(?:[ \t]*\*){2,}|_(?:[ \t]*_){2,}|-(?:[ \t]*-){2,})[ \t]*$/;

/**
 * The stretches of a CommonMark text that hold inline content: a paragraph, a heading or an item each. Code, fenced or
 * indented, is left out. What stands in a stretch can't reach into the next.
 */
export function inlineStretches(text: string): readonly OffsetRange[] {
	const stretches: OffsetRange[] = [];
	let open: number | undefined;
	let closing: RegExp | undefined;
	let inQuote = false;
	let inList = false;
	const end = (at: number) => {
		if (open !== undefined && at > open) stretches.push({ from: open, to: at });
		open = undefined;
	};
	for (const { from, to } of lines(text)) {
		const line = text.slice(from, to);
		const bare = line.replace(/^[ \t>]+/, '');
		// A quote that ends closes the code in it.
		if (inQuote && !quoted(line)) closing = undefined;
		if (closing !== undefined) {
			if (closing.test(bare)) closing = undefined;
			continue;
		}
		const opening = fence.exec(afterMarkers(bare))?.[1];
		if (opening !== undefined) {
			end(from);
			inQuote = quoted(line);
			closing = new RegExp(`^\\${opening[0]}{${opening.length},}[ \\t]*$`);
		} else if (bare === '') end(from);
		else if (open === undefined && !inList && /^(?: {4}| {0,3}\t)/.test(line)) continue;
		else if (heading.test(bare)) {
			end(from);
			stretches.push({ from, to });
		} else if (underline.test(bare) && !(bare.startsWith('=') && open === undefined)) end(from);
		else {
			const item = listMarker.test(bare);
			if (item) inList = true;
			if (item || (open !== undefined && quoted(line) && !quoted(text.slice(open, from)))) end(from);
			open ??= from;
		}
	}
	end(text.length);
	return stretches;
}

function* lines(text: string): Generator<OffsetRange> {
	for (let from = 0; from < text.length; ) {
		const newline = text.indexOf('\n', from);
		const to = newline === -1 ? text.length : newline;
		yield { from, to: text[to - 1] === '\r' && to > from ? to - 1 : to };
		from = newline === -1 ? text.length : newline + 1;
	}
}

/** What an item holds: `- 1. text` is an item of an item. */
function afterMarkers(line: string): string {
	let rest = line;
	for (let marker = listMarker.exec(rest); marker; marker = listMarker.exec(rest))
		rest = rest.slice(marker[0].length).trimStart();
	return rest;
}

function quoted(line: string): boolean {
	return /^ {0,3}>/.test(line);
}
