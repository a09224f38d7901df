import type { YAMLError } from 'yaml';
import { atMost } from './at-most.ts';
import { ownMistakes } from './own-mistakes.ts';
import { describeSyntaxError, type ReaderError, type SyntaxDefect } from './syntax-defect.ts';
import type { ReadingProblem } from './yaml-reading.ts';
import type { TokenNotes } from './yaml-tokens.ts';

/** More than this nobody mends at once. */
const mostProblems = 20;
/** Of so many errors the first tell enough. */
const mostErrors = 2000;

/**
 * The errors of the YAML reader as problems: one for each mistake, not one for each sign that the reader stumbled over
 * because of it. A quote left open, or a tab, can give dozens.
 */
export function syntaxProblems(
	errors: readonly YAMLError[],
	text: string,
	notes: TokenNotes,
): readonly ReadingProblem[] {
	const real = [
		...openQuotes(errors, notes),
		...errors.filter((error, index) => !isSpurious(error, text, index === 0)).slice(0, mostErrors),
	];
	if (real.length === 0) return [];
	const conflicts = conflictsIn(text);
	const described = [...deepIndents(real, text, notes)].filter(
		({ offsets }) =>
			!conflicts.some((conflict) => offsets.from >= conflict.offsets.from && offsets.from <= conflict.reach),
	);
	const all = ownMistakes([...conflicts, ...described], text).map(
		({ message, help, offsets }): ReadingProblem => ({ rule: 'document/syntax', message, help, offsets }),
	);
	return atMost(all, mostProblems);
}

/**
 * A plain text that runs on into a line with a colon: the reader complains of the line where the text began,
 * the mistake is the indentation of the line with the colon.
 */
function* deepIndents(
	errors: readonly ReaderError[],
	text: string,
	notes: TokenNotes,
): Generator<SyntaxDefect> {
	const inText = new Set(errors.flatMap((error) => (isColonInText(error) ? [error.pos[0]] : [])));
	const runsOn = new Set<number>();
	for (const error of errors) {
		if (error.code === 'MULTILINE_IMPLICIT_KEY' && inText.has(error.pos[0])) {
			runsOn.add(error.pos[0]);
			const end = Math.max(error.pos[0], error.pos[1] - 1);
			yield describeSyntaxError({ code: 'BAD_INDENT', message: '', pos: [end, end] }, text, notes);
		}
	}
	for (const error of errors) {
		if (!runsOn.has(error.pos[0])) yield describeSyntaxError(error, text, notes);
	}
}

function isColonInText({ code, message }: ReaderError): boolean {
	return code === 'BLOCK_AS_IMPLICIT_KEY' && message.startsWith('Nested');
}

/** The reader takes `"a\"` and `'a''` for closed. */
function openQuotes(errors: readonly YAMLError[], notes: TokenNotes): readonly ReaderError[] {
	const seen = new Set(errors.map((error) => error.pos[0]));
	return [...notes.openQuotes.keys()]
		.filter((end) => !seen.has(end))
		.map((end) => ({ code: 'MISSING_CHAR', message: 'Missing closing quote', pos: [end, end] }));
}

/** Errors that are none, or that say nothing new. */
function isSpurious({ code, message, pos }: YAMLError, text: string, isFirst: boolean): boolean {
	// The reader does not see that a comment at the edge of a line, inside brackets, stands on a line of its own.
	if (message.startsWith('Comments must be separated')) return /\s/.test(text[pos[0] - 1] ?? ' ');
	// Once it has lost the document, each further sign is an error.
	if (message.includes('in YAML stream') && !isFirst) return true;
	// The reader's caller reports directives, all of them.
	return code === 'BAD_DIRECTIVE' || message.startsWith('Missing directives-end');
}

/** What git leaves behind where two branches changed the same lines. */
function conflictsIn(text: string): readonly SyntaxDefect[] {
	const conflicts: SyntaxDefect[] = [];
	let reached = 0;
	for (const start of text.matchAll(/^<{7} .*$/gm)) {
		if (start.index < reached) continue;
		const end = text.indexOf('\n>>>>>>> ', start.index);
		if (end === -1 || conflicts.length > mostProblems) break;
		reached = end + 2;
		conflicts.push({
			message: 'A merge conflict was left in the file',
			help: 'Keep one of the two versions, or put them together, and delete the lines with <<<<<<<, ======= and >>>>>>>.',
			offsets: { from: start.index, to: start.index + start[0].trimEnd().length },
			reach: reached,
			kind: 'swallows',
		});
	}
	return conflicts;
}
