import { type Alias, Composer, type Document, isScalar, type Node } from 'yaml';
import type { OffsetRange } from '../diagnostics/position.ts';
import { atMost } from './at-most.ts';
import { type ExpandedValue, expandedValue, mostExpandedValues } from './expanded-value.ts';
import { deepestNesting } from './nesting.ts';
import { plainErrorAt } from './plain-yaml.ts';
import { rangeOf, refusalsIn } from './refusals.ts';
import { syntaxProblems } from './syntax-problems.ts';
import { excerpt } from './value-text.ts';
import type { ReadingProblem, YamlReading } from './yaml-reading.ts';
import { newTokenNotes, type TokenNotes, tokensOf } from './yaml-tokens.ts';

/** Beyond this, positions would take more memory than a small machine has. Plain texts are read at any size. */
const largestFullText = 1_000_000;

/** A list of thousands of duplicate keys helps nobody. */
const mostRefusals = 100;

/** A reading that also knows where everything stands. */
export interface FullReading extends YamlReading {
	/** Undefined where the text nests too deep or holds no document. */
	readonly document: Document.Parsed | undefined;
	/** The node that each alias stands for. */
	readonly targets: ReadonlyMap<Alias, Node>;
}

/**
 * Reads a text with the reference reader, `yaml`, as the YAML 1.2 core schema says, and refuses whatever would give
 * one text two readings: directives, a second document, tags outside the core schema, and what `refusalsIn` lists.
 */
export function readFullYaml(text: string): FullReading {
	if (text.length > largestFullText) return failed(tooLarge(text));
	// The specification ends a line there, the reader does not.
	const loneReturn = text.search(/\r(?!\n)/);
	if (loneReturn !== -1) return failed(oldLineEnding(loneReturn));
	const notes = newTokenNotes();
	const composer = new Composer({
		version: '1.2',
		schema: 'core',
		merge: false,
		uniqueKeys: false,
		resolveKnownTags: false,
		prettyErrors: false,
		logLevel: 'silent',
	});
	const [document] = composer.compose(tokensOf(text, notes));
	if (notes.tooDeepAt !== undefined) return failed(tooDeep(notes.tooDeepAt));
	if (document === undefined)
		return failed(notes.directiveAt === undefined ? empty : directive(notes.directiveAt));
	const { value, targets, refused } = expandedValue(document);
	const errors = syntaxProblems([...document.errors, ...document.warnings], text, notes);
	// What a text that does not parse was mistaken for is no mistake of its own.
	const refusals = errors.length > 0 ? errors : atMost(refusalsIn(document, text), mostRefusals);
	const problems = [
		...ofStream(text, notes),
		...refusals,
		...(refused && errors.length === 0 ? [ofAlias(refused)] : []),
	];
	if (problems.length === 0 && isEmpty(document)) return failed(empty);
	return { value, problems, document, targets };
}

function isEmpty({ contents }: Document.Parsed): boolean {
	return contents === null || (isScalar(contents) && contents.value === null && !contents.source);
}

function ofStream(text: string, notes: TokenNotes): ReadingProblem[] {
	const problems: ReadingProblem[] = [];
	if (notes.directiveAt !== undefined) problems.push(directive(notes.directiveAt));
	if (notes.secondDocumentAt !== undefined) {
		const from = notes.secondDocumentAt;
		const to = from + (text.startsWith('---', from) ? 3 : 1);
		const help = 'Give each document a file of its own.';
		problems.push(syntax('The file holds two documents', help, { from, to }));
	}
	return problems;
}

function ofAlias({ alias, because }: NonNullable<ExpandedValue['refused']>): ReadingProblem {
	const name = excerpt(alias.source);
	const offsets = rangeOf(alias);
	if (because === 'unknown') {
		const message = `*${name} refers to an anchor &${name} that stands nowhere before it`;
		return syntax(message, 'Put the text in quotes if its * belongs to it.', offsets);
	}
	const help = 'Write out what the alias stands for.';
	if (because === 'circular') return syntax(`*${name} stands inside what it refers to`, help, offsets);
	const most = mostExpandedValues.toLocaleString('en');
	return syntax(`Written out, the aliases come to more than ${most} values, or nest too deep`, help, offsets);
}

const empty = syntax('The file is empty', 'Write a document into it, or delete it. `sop new` makes one.', {
	from: 0,
	to: 0,
});

function directive(from: number): ReadingProblem {
	const help = 'Delete the line: documents are YAML 1.2. A text that begins with % needs quotes.';
	return syntax('The file has a % directive', help, { from, to: from + 1 });
}

function oldLineEnding(from: number): ReadingProblem {
	const message = 'A line ends in a carriage return alone, as on very old Macs';
	return syntax(message, 'Save the file with the line endings LF or CRLF.', { from, to: from + 1 });
}

function tooDeep(from: number): ReadingProblem {
	const message = `The text nests more than ${deepestNesting} levels deep`;
	return syntax(message, 'Write the document flatter; no procedure needs this.', { from, to: from + 1 });
}

function tooLarge(text: string): ReadingProblem {
	const at = plainErrorAt(text);
	if (at !== undefined) {
		const help = 'Mend the line, or split the file: up to 1 MB, every mistake is explained.';
		return syntax('The YAML does not parse here, and the file is too large to say why', help, {
			from: at,
			to: at,
		});
	}
	const help =
		'Take out tabs, anchors (&), tags (!), document markers (---) and numbers in odd forms, or split the file.';
	return syntax('The file is larger than 1 MB and not written plainly', help, { from: 0, to: 0 });
}

function syntax(message: string, help: string, offsets: OffsetRange): ReadingProblem {
	return { rule: 'document/syntax', message, help, offsets };
}

function failed(problem: ReadingProblem): FullReading {
	return { value: undefined, problems: [problem], document: undefined, targets: new Map() };
}
