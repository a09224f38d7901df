import { type Document, isAlias, isMap, isScalar, type Scalar, visit } from 'yaml';
import type { OffsetRange } from '../diagnostics/position.ts';
import { isExactNumber } from './exact-number.ts';
import { excerpt } from './value-text.ts';
import type { ReadingProblem } from './yaml-reading.ts';

/**
 * What YAML allows and the format does not, so that one text has one reading everywhere: merge keys, keys that are no
 * text or stand twice, `__proto__`, infinities, lone surrogates, and numbers that a double rounds.
 */
export function refusalsIn(document: Document.Parsed, text: string): readonly ReadingProblem[] {
	const found: ReadingProblem[] = [];
	visit(document, {
		Node(_, node) {
			if (isScalar(node)) found.push(...ofScalar(node, text));
			if (!isMap(node)) return;
			const seen = new Set<string>();
			for (const { key } of node.items) found.push(...ofKey(key, text, seen));
		},
	});
	return found;
}

function ofKey(key: unknown, text: string, seen: Set<string>): readonly ReadingProblem[] {
	const offsets = rangeOf(key);
	if (!isScalar(key) || typeof key.value !== 'string') {
		const written = isAlias(key) ? '' : excerpt(text.slice(offsets.from, offsets.to));
		const subject = written === '' ? 'A key' : `The key ${written}`;
		const help = isScalar(key)
			? 'Put the key in quotes, or the whole text where it was meant as one.'
			: 'Write a word as the key, or put the whole text in quotes where it was meant as one.';
		return [syntax(`${subject} is not text`, help, offsets)];
	}
	const name = key.value;
	const found: ReadingProblem[] = [];
	if (name === '<<' && key.type === 'PLAIN')
		found.push(syntax('Merge keys (<<) are not of the format', 'Write the keys out.', offsets));
	if (name === '__proto__') found.push(syntax('__proto__ cannot be a key', 'Choose another name.', offsets));
	if (seen.has(name)) {
		found.push({
			rule: 'document/duplicate-key',
			message: `The key ${excerpt(name)} stands twice`,
			help: 'Keep one of the two: readers disagree on which would count.',
			offsets,
		});
	}
	seen.add(name);
	return found;
}

const continuedIntoEmptyLine = /(?<!\\)(?:\\\\)*\\\r?\n[ \t]*\r?\n/;

function ofScalar(node: Scalar, text: string): readonly ReadingProblem[] {
	const { value } = node;
	const offsets = rangeOf(node);
	if (typeof value === 'number') return ofNumber(node, value, text, offsets);
	if (typeof value !== 'string') return [];
	if (!value.isWellFormed())
		return [syntax('The text holds half of a character (a lone surrogate)', 'Type the text again.', offsets)];
	// Readers differ here, and the reference reader is not the one that follows the specification.
	if (node.type === 'QUOTE_DOUBLE' && continuedIntoEmptyLine.test(text.slice(offsets.from, offsets.to))) {
		return [
			syntax(
				'A backslash at the end of a line stands before an empty line',
				'Take the backslash or the empty line away.',
				offsets,
			),
		];
	}
	return [];
}

function ofNumber(
	node: Scalar,
	value: number,
	text: string,
	offsets: OffsetRange,
): readonly ReadingProblem[] {
	const shown = excerpt(text.slice(offsets.from, offsets.to));
	if (!Number.isFinite(value)) {
		const help = 'Write the number in digits, or put the text in quotes.';
		return [syntax(`${shown} is not a number that can be written down`, help, offsets)];
	}
	// A number may be written in quotes behind its tag.
	if (isExactNumber(node.source ?? '', value)) return [];
	return [
		{
			rule: 'document/number-not-exact',
			message: `${shown} would be read as ${value}`,
			help: 'Put it in quotes if it is a number on a form or an account; else write fewer digits.',
			offsets,
		},
	];
}

function syntax(message: string, help: string, offsets: OffsetRange): ReadingProblem {
	return { rule: 'document/syntax', message, help, offsets };
}

/** Where a node stands; the beginning of the text for one that was left out. */
export function rangeOf(node: unknown): OffsetRange {
	// Nodes of a parsed document have a range; a left-out key is null.
	const range = (node as { range?: readonly [number, number, number] | null } | null)?.range;
	return range ? { from: range[0], to: range[1] } : { from: 0, to: 0 };
}
