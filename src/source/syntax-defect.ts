import type { YAMLError } from 'yaml';
import type { OffsetRange } from '../diagnostics/position.ts';
import { badStart, colonInText, goesOn, lineAbove, misaligned, noColon } from './syntax-words.ts';
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
