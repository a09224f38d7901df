import {
	type Document,
	isAlias,
	isMap,
	isPair,
	isScalar,
	parseAllDocuments,
	type Scalar,
	visit,
	type YAMLError,
} from 'yaml';
import type { OffsetRange } from '../diagnostics/position.ts';
import { deepestNesting, tooDeepAt } from './nesting.ts';
import type { ReadingProblem, YamlReading } from './yaml-reading.ts';

/** A reading that also knows where everything stands. */
export interface FullReading extends YamlReading {
	/** Undefined where the text nests too deep or holds no document. */
	readonly document: Document.Parsed | undefined;
}

/**
 * Reads a text with the reference reader, `yaml`, as the YAML 1.2 core schema says, and refuses whatever would give
 * one text two readings: directives, tags outside the core schema, merge keys, keys that are no text or stand twice,
 * `__proto__`, infinities, lone surrogates and numbers that a double rounds.
 */
export function readFullYaml(text: string): FullReading {
	const deep = tooDeepAt(text);
	if (deep !== -1) {
		const message = `The text nests more than ${deepestNesting} levels deep`;
		return failed(
			syntax(message, 'Write the document flatter; no procedure needs this.', { from: deep, to: deep + 1 }),
		);
	}
	const documents = parseAllDocuments(text, {
		version: '1.2',
		schema: 'core',
		merge: false,
		uniqueKeys: false,
		prettyErrors: false,
	});
	const document = 'empty' in documents ? undefined : documents[0];
	if (document === undefined) {
		return failed(
			syntax('The file is empty', 'Write a document into it, or delete it. `sop new` makes one.', {
				from: 0,
				to: 0,
			}),
		);
	}
	const problems: ReadingProblem[] = [];
	const second = 'empty' in documents ? undefined : documents[1];
	if (second !== undefined) {
		const from = text.slice(0, second.range[0]).lastIndexOf('---');
		const at = from === -1 ? second.range[0] : from;
		problems.push(
			syntax('The file holds two documents', 'Give each document a file of its own.', {
				from: at,
				to: at + 3,
			}),
		);
	}
	for (const error of [...document.errors, ...document.warnings]) problems.push(fromYamlError(error, text));
	if (/^%/m.test(text.slice(0, document.range[0]))) {
		problems.push(
			syntax('The file begins with a % directive', 'Delete the line: documents are YAML 1.2.', {
				from: 0,
				to: 1,
			}),
		);
	}
	const refusals = new Map<string, ReadingProblem>();
	inspect(document, text, (problem) => refusals.set(`${problem.offsets.from} ${problem.rule}`, problem));
	problems.push(...refusals.values());
	if (document.contents === null && problems.length === 0) {
		return failed(
			syntax('The file is empty', 'Write a document into it, or delete it. `sop new` makes one.', {
				from: 0,
				to: 0,
			}),
		);
	}
	return { value: toValue(document, problems), problems, document };
}

/** The value even of a text with errors, as far as it could be understood. */
function toValue(document: Document.Parsed, problems: ReadingProblem[]): unknown {
	try {
		return document.toJS({ maxAliasCount: 100 });
	} catch (error) {
		if (problems.length === 0) {
			const message =
				error instanceof ReferenceError
					? 'Aliases expand beyond all measure, or name no anchor'
					: 'The text has no value';
			problems.push(syntax(message, 'Write the text out where the alias stands.', { from: 0, to: 1 }));
		}
		return undefined;
	}
}

const coreTags = /^tag:yaml\.org,2002:(?:str|int|float|bool|null|seq|map)$/;

function inspect(document: Document.Parsed, text: string, report: (problem: ReadingProblem) => void): void {
	visit(document, {
		Node(_, node) {
			if (node.range && node.tag !== undefined && !coreTags.test(node.tag)) {
				report(
					syntax(
						`The tag ${node.tag} is not of the format`,
						'Delete the tag, and quote the text if need be.',
						rangeOf(node),
					),
				);
			}
			if (isScalar(node)) inspectScalar(node, text, report);
			if (isMap(node)) {
				const seen = new Set<unknown>();
				for (const pair of node.items) {
					const key = isScalar(pair.key) ? pair.key.value : pair.key;
					inspectKey(pair.key, text, report);
					if (seen.has(key)) {
						report({
							rule: 'document/duplicate-key',
							message: `The key ${String(key)} stands twice`,
							help: 'Keep one of the two: readers disagree on which would count.',
							offsets: rangeOf(pair.key),
						});
					}
					seen.add(key);
				}
			}
		},
	});
}

function inspectKey(key: unknown, text: string, report: (problem: ReadingProblem) => void): void {
	if (isScalar(key) && typeof key.value === 'string') {
		if (key.value === '<<' && key.type === 'PLAIN') {
			report(syntax('Merge keys (<<) are not of the format', 'Write the keys out.', rangeOf(key)));
		}
		if (key.value === '__proto__')
			report(syntax('__proto__ cannot be a key', 'Choose another name.', rangeOf(key)));
		return;
	}
	const offsets = rangeOf(key);
	const written = text.slice(offsets.from, offsets.to);
	const shown = written === '' || isAlias(key) || isPair(key) ? 'A key' : `The key ${written.slice(0, 40)}`;
	report(
		syntax(
			`${shown} is not text`,
			'Write the key in quotes, or the whole text in quotes where it was meant as one.',
			offsets,
		),
	);
}

function inspectScalar(node: Scalar, text: string, report: (problem: ReadingProblem) => void): void {
	const { value } = node;
	if (typeof value === 'string') {
		if (!value.isWellFormed())
			report(
				syntax(
					'The text holds half of a character (a lone surrogate)',
					'Type the text again.',
					rangeOf(node),
				),
			);
		return;
	}
	if (typeof value !== 'number' && typeof value !== 'bigint') return;
	const offsets = rangeOf(node);
	const written = text.slice(offsets.from, offsets.to);
	if (!Number.isFinite(Number(value))) {
		report(
			syntax(
				`${written} is not a number that can be written down`,
				'Write the number in digits, or quote the text.',
				offsets,
			),
		);
	} else if (!isExact(written, Number(value))) {
		report({
			rule: 'document/number-not-exact',
			message: `${written} would be read as ${Number(value)}`,
			help: 'Put it in quotes if it is a number on a form or an account; else write fewer digits.',
			offsets,
		});
	}
}

/** Whether the decimal text is exactly the shortest text that gives this double back (RFC 8785 §3.2.2.3). */
function isExact(written: string, value: number): boolean {
	if (/^0[xo]/i.test(written)) return Number.isSafeInteger(value);
	return digitsOf(written) === digitsOf(String(value));
}

/** Significant digits and power of ten, free of signs, leading and trailing zeros: `0.50` and `5e-1` are one. */
function digitsOf(decimal: string): string {
	const [mantissa = '', exponent = '0'] = decimal.toLowerCase().replace(/^[-+]/, '').split('e');
	const [whole = '', fraction = ''] = mantissa.split('.');
	const digits = (whole + fraction).replace(/^0+/, '');
	const significant = digits.replace(/0+$/, '');
	if (significant === '') return '0';
	return `${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}

function fromYamlError(error: YAMLError, text: string): ReadingProblem {
	const [from, to] = error.pos;
	const offsets = { from: Math.min(from, text.length), to: Math.min(Math.max(to, from), text.length) };
	const sentence = error.message.replace(/\s+/g, ' ').trim();
	return syntax(`The YAML does not parse: ${sentence}`, syntaxHelp(error, text, offsets), offsets);
}

function syntaxHelp(error: YAMLError, text: string, offsets: OffsetRange): string {
	const before = text.slice(text.lastIndexOf('\n', offsets.from - 1) + 1, offsets.from);
	if (error.code === 'TAB_AS_INDENT' || /\t/.test(before))
		return 'Indent with spaces: YAML does not allow tabs.';
	if (
		error.code === 'BLOCK_AS_IMPLICIT_KEY' ||
		error.code === 'MULTILINE_IMPLICIT_KEY' ||
		/nested mappings/i.test(error.message)
	) {
		return 'A colon and a space inside a text end it: put the whole text in double quotes.';
	}
	if (error.code === 'BAD_SCALAR_START' || error.code === 'UNEXPECTED_TOKEN') {
		return 'Put the text in double quotes: it begins or goes on with a sign that means something in YAML.';
	}
	if (error.code === 'MISSING_CHAR') return 'Close the quote or bracket that was opened before this place.';
	if (error.code === 'BAD_INDENT') return 'Line this up with the keys or dashes it belongs to.';
	return 'Mend the line; where a text holds : # [ ] { } , & * ! | > % @ it is safest in double quotes.';
}

function syntax(message: string, help: string, offsets: OffsetRange): ReadingProblem {
	return { rule: 'document/syntax', message, help, offsets };
}

function failed(problem: ReadingProblem): FullReading {
	return { value: undefined, problems: [problem], document: undefined };
}

function rangeOf(node: unknown): OffsetRange {
	const range = (node as { range?: readonly [number, number, number] | null } | null)?.range;
	return range ? { from: range[0], to: range[1] } : { from: 0, to: 0 };
}
