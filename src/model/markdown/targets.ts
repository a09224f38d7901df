import type { OffsetRange } from '../../diagnostics/position.ts';

/** Where a link leads, as found in a text. */
export interface RawTarget {
	/** As it stands in the text, without `< >`. */
	readonly written: string;
	/** Escapes and entities resolved; not percent-decoded. */
	readonly target: string;
	/** UTF-16 offsets of `written`. */
	readonly at: OffsetRange;
}

/** A longer one is no path; so bounded, hostile text cannot make reading slow. */
const longest = 1000;
/** As other readers of CommonMark have it, parentheses nest no deeper in a target. */
const deepest = 32;

const space = '[ \\t]*(?:\\r?\\n[ \\t]*)?';
const angled = new RegExp(`<((?:[^<>\\n\\\\]|\\\\[^\\n]){0,${longest}})>`, 'y');
const title = new RegExp(
	`(?:"(?:[^"\\\\]|\\\\[^]){0,${longest}}"|'(?:[^'\\\\]|\\\\[^]){0,${longest}}'|\\((?:[^()\\\\]|\\\\[^]){0,${longest}}\\))`,
	'y',
);
const gap = new RegExp(space, 'y');

/** The target of an inline link from behind its `(`, and the offset behind its `)`; undefined where it is no link. */
export function inlineTarget(text: string, from: number): (RawTarget & { readonly end: number }) | undefined {
	const start = skip(gap, text, from);
	const destination = destinationAt(text, start);
	if (destination === undefined) return undefined;
	const behind = skip(gap, text, destination.end);
	const titled = behind > destination.end ? skip(title, text, behind) : behind;
	const last = skip(gap, text, titled);
	return text[last] === ')' ? { ...destination, end: last + 1 } : undefined;
}

/** A link definition at an offset (`[label]: target "title"`, alone on its line), and where the next line begins. */
export function definitionAt(
	text: string,
	from: number,
): (RawTarget & { readonly label: string; readonly end: number }) | undefined {
	const head = /[ \t]{0,8}\[((?:[^[\]\\]|\\[\s\S]){1,999})\]:/y;
	head.lastIndex = from;
	const label = head.exec(text)?.[1];
	if (label === undefined || label.trim() === '') return undefined;
	const start = skip(gap, text, head.lastIndex);
	const destination = destinationAt(text, start);
	if (destination === undefined || (destination.written === '' && text[start] !== '<')) return undefined;
	const behind = skip(gap, text, destination.end);
	const titled = behind > destination.end ? lineEnd(text, skip(title, text, behind)) : undefined;
	const end = titled ?? lineEnd(text, destination.end);
	return end === undefined ? undefined : { ...destination, label: normalLabel(label), end };
}

/** Labels are compared without regard to case and spacing. */
export function normalLabel(label: string): string {
	return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

function destinationAt(text: string, from: number): (RawTarget & { readonly end: number }) | undefined {
	if (text[from] === '<') {
		angled.lastIndex = from;
		const written = angled.exec(text)?.[1];
		return written === undefined ? undefined : found(written, from + 1, angled.lastIndex);
	}
	let depth = 0;
	let at = from;
	for (; at < text.length && at - from <= longest; at++) {
		const sign = text[at] ?? '';
		if (sign <= ' ' || sign === '\x7f') break;
		if (sign === '\\' && isPunctuation(text[at + 1])) at++;
		else if (sign === ')' && depth-- === 0) break;
		else if (sign === '(' && ++depth > deepest) return undefined;
	}
	if (depth > 0 || at - from > longest) return undefined;
	return found(text.slice(from, at), from, at);
}

function found(written: string, from: number, end: number): RawTarget & { readonly end: number } {
	const target = written.replace(/\\([!-/:-@[-`{-~])|&amp;/g, (_, sign?: string) => sign ?? '&');
	return { written, target, at: { from, to: from + written.length }, end };
}

function skip(pattern: RegExp, text: string, from: number): number {
	pattern.lastIndex = from;
	return pattern.test(text) ? pattern.lastIndex : from;
}

function lineEnd(text: string, from: number): number | undefined {
	const rest = /[ \t]*(?:\r?\n|$)/y;
	rest.lastIndex = from;
	return rest.test(text) ? rest.lastIndex : undefined;
}

function isPunctuation(sign: string | undefined): boolean {
	return sign !== undefined && /[!-/:-@[-`{-~]/.test(sign);
}
