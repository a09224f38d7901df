import type { YAMLError } from 'yaml';
import type { OffsetRange } from '../diagnostics/position.ts';
import {
	excerpt,
	inQuotes,
	restOfLine,
	type Stretch,
	startOfLine,
	valueOnLine,
	wholeLine,
} from './value-text.ts';
import type { TokenNotes } from './yaml-tokens.ts';

/** An error of the YAML reader in the words of somebody who writes procedures. */
export interface SyntaxDefect {
	readonly message: string;
	readonly help: string;
	readonly offsets: OffsetRange;
	/** Up to where the text was misread. */
	readonly reach: number;
	/** `own`: a mistake of its own. `follows`: may come from one just above. `swallows`: what comes next comes from it. */
	readonly kind: 'own' | 'follows' | 'swallows';
	/** A habit rather than a slip: told once. */
	readonly habit?: boolean;
}

/** What is used of an error of the YAML reader. */
export type ReaderError = Pick<YAMLError, 'code' | 'message' | 'pos'>;

/** Says what is wrong where the reader gave up: it knows the sign it did not expect, seldom the mistake. */
export function describeSyntaxError(error: ReaderError, text: string, notes: TokenNotes): SyntaxDefect {
	const from = Math.min(error.pos[0], text.length);
	const reach = Math.min(Math.max(error.pos[1], from), text.length);
	const at = (kind: SyntaxDefect['kind'], stretch: Stretch, message: string, help: string): SyntaxDefect => ({
		message,
		help,
		offsets: stretch.offsets,
		reach: Math.max(reach, stretch.offsets.to),
		kind,
	});
	const { code, message } = error;

	const quote = notes.openQuotes.get(from);
	if (code === 'MISSING_CHAR' && quote !== undefined) {
		const opened = restOfLine(text, quote);
		const closed = inQuotes(opened.text.slice(1));
		return at(
			'swallows',
			opened,
			'The quote that opens here is never closed',
			closed === undefined
				? 'Close it at the end of the text.'
				: `Close it at the end of the text: ${closed}`,
		);
	}
	const bracket = notes.openBrackets.get(from);
	if (bracket !== undefined && /^Flow|with a [\]}]/.test(message)) {
		const sign = text[bracket] ?? '[';
		return at(
			'swallows',
			restOfLine(text, bracket),
			`The ${sign} that opens here is never closed`,
			`Close it with ${sign === '[' ? ']' : '}'}, or put the whole text in quotes where it is part of one.`,
		);
	}

	const line = wholeLine(text, from);
	if (code === 'TAB_AS_INDENT' || (mayBeIndentation(error) && hasTab(text, from))) {
		const start = startOfLine(text, from);
		const indentation = /^[ \t]*/.exec(text.slice(start, start + 1000))?.[0].length ?? 0;
		const tabs = { text: '', offsets: { from: start, to: start + indentation } };
		const help = 'Indent with spaces, two for each level: YAML allows no tabs there.';
		return { ...at('follows', tabs, 'The line is indented with a tab', help), habit: true };
	}
	if (mayBeIndentation(error)) {
		// A dash without a space makes a key of the first entry: then it is the next line that does not fit.
		const glued = [line, lineAbove(text, startOfLine(text, from))].find(
			(one) => one && /^-[^\s-]/.test(one.text),
		);
		if (glued) {
			const help = `Put one there: - ${excerpt(glued.text.slice(1))}`;
			return at('follows', glued, 'There is no space after the dash', help);
		}
	}
	switch (code) {
		case 'BLOCK_AS_IMPLICIT_KEY':
			if (message.startsWith('Nested')) return at('own', ...colonInText(text, from));
			return at('follows', ...misaligned(text, from));
		case 'BAD_INDENT':
			return at('follows', ...misaligned(text, from));
		case 'MULTILINE_IMPLICIT_KEY':
			return at('follows', ...noColon(line));
		case 'BAD_SCALAR_START':
		case 'BAD_ALIAS':
		case 'TAG_RESOLVE_FAILED':
			return at('own', ...badStart(text, from));
		case 'BAD_DQ_ESCAPE': {
			const sequence = text.slice(from, from + 2);
			return at(
				'own',
				{ text: sequence, offsets: { from, to: from + 2 } },
				`${sequence} means nothing between double quotes`,
				'Put the text in single quotes, or write each backslash twice.',
			);
		}
		case 'MISSING_CHAR':
			if (message.startsWith('Sequence item')) return at('follows', ...misaligned(text, from));
			if (message.startsWith('Implicit map keys')) return at('follows', ...noColon(line));
			if (message.startsWith('Comments must')) {
				return at(
					'own',
					restOfLine(text, from),
					'There is no space before #',
					'Put a space there if a comment begins, or quotes around the whole text.',
				);
			}
			break;
		case 'UNEXPECTED_TOKEN':
			if (message.startsWith('Block scalar header') || /^[|>]/.test(valueOnLine(text, from).text))
				return at('own', ...badStart(text, from));
			if (message.endsWith('at node end')) return at('own', ...goesOn(text, from));
			break;
	}
	return at(
		code === 'UNEXPECTED_TOKEN' || code === 'MISSING_CHAR' ? 'follows' : 'own',
		{ text: '', offsets: { from, to: Math.min(reach, line.offsets.to < from ? reach : line.offsets.to) } },
		`The YAML does not parse: ${excerptOfMessage(message)}`,
		'Mend the line; a text that holds : # [ ] { } , & * ! | > % @ is safest in double quotes.',
	);
}

type Words = readonly [stretch: Stretch, message: string, help: string];

function colonInText(text: string, from: number): Words {
	const value = valueOnLine(text, from);
	return [value, 'The text has a colon in it and is not in quotes', quoteAll(value)];
}

function badStart(text: string, from: number): Words {
	const whole = valueOnLine(text, from);
	const value = /^[!&*@`%|>]/.test(whole.text) ? whole : restOfLine(text, from);
	const sign = String.fromCodePoint(text.codePointAt(value.offsets.from) ?? 0x20);
	return [value, `A text without quotes cannot begin with ${sign}`, quoteAll(value)];
}

function goesOn(text: string, from: number): Words {
	const value = valueOnLine(text, from);
	const rest = restOfLine(text, from);
	const before = text.slice(startOfLine(text, from), from).trimEnd().at(-1);
	const first = value.text[0];
	if (before === '"' || before === "'") {
		const inner = value.text.slice(1, value.text.endsWith(before) ? -1 : undefined);
		const whole = value.text.endsWith(before) && !inner.includes('"') ? inner : value.text;
		return [rest, 'The text goes on after its closing quote', quoteAll({ ...value, text: whole })];
	}
	if ((before === ']' || before === '}') && (first === '[' || first === '{'))
		return [rest, `The text begins with ${first} and goes on after the ${before}`, quoteAll(value)];
	if (first === '*' || first === '&' || first === '!') return badStart(text, from);
	return [rest, 'This does not belong to what stands before it', quoteAll(value)];
}

function noColon(line: Stretch): Words {
	const glued = /^(?:- +)?[^\s:"'[{]+:(?=[^\s:])/.exec(line.text)?.[0];
	if (glued !== undefined) {
		const mended = `${glued} ${line.text.slice(glued.length)}`;
		return [line, 'There is no space after the colon', `Put one there: ${excerpt(mended)}`];
	}
	return [
		line,
		'The line is neither a key with a colon nor part of the text above it',
		'Write key, colon, space, value. A text that goes on from the line above is indented further than its key.',
	];
}

function misaligned(text: string, from: number): Words {
	const start = startOfLine(text, Math.min(from, text.length));
	const line = wholeLine(text, start);
	const column = line.offsets.from - start + 1;
	const neighbour = lineAbove(text, start);
	const above = neighbour && neighbour.offsets.from - startOfLine(text, neighbour.offsets.from) + 1;
	return [
		line,
		'The indentation of this line fits none of the lines above it',
		above === undefined || above === column
			? 'Line it up with the keys or dashes that it belongs to.'
			: `It begins in column ${column}, the line above it in column ${above}: line it up with the keys or dashes that it belongs to.`,
	];
}

/** The nearest line above that is neither empty nor a comment. */
function lineAbove(text: string, start: number): Stretch | undefined {
	for (let end = start, tries = 0; end > 0 && tries < 50; tries++) {
		const line = wholeLine(text, end - 1);
		if (line.text !== '' && !line.text.startsWith('#')) return line;
		end = startOfLine(text, end - 1);
	}
	return undefined;
}

function quoteAll(value: Stretch): string {
	const quoted = inQuotes(value.text);
	return quoted === undefined
		? 'Put the whole text in double quotes.'
		: `Put the whole text in quotes: ${quoted}`;
}

function mayBeIndentation({ code, message }: ReaderError): boolean {
	return (
		code === 'BAD_INDENT' ||
		code === 'BLOCK_AS_IMPLICIT_KEY' ||
		code === 'MULTILINE_IMPLICIT_KEY' ||
		(code === 'MISSING_CHAR' && /^(?:Sequence item|Implicit map keys)/.test(message))
	);
}

function hasTab(text: string, at: number): boolean {
	const start = startOfLine(text, at);
	return /^ *\t/.test(text.slice(start, start + 1000));
}

/** The reader's own sentence, without what it quotes of the text at length. */
function excerptOfMessage(message: string): string {
	const sentence = message.replace(/\s+/g, ' ').trim();
	return sentence.length > 120 ? `${sentence.slice(0, 119)}…` : sentence;
}
