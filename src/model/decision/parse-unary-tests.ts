import type { SyntaxNode } from '@lezer/common';
import { parser } from 'lezer-feel';
import { domainSet } from './domain-set.ts';
import type { FeelContext } from './feel-context.ts';
import { syntaxHelp } from './feel-syntax-help.ts';
import { readUnaryTests } from './feel-tests.ts';
import type { InputDomain } from './input-domain.ts';
import type { TestProblem, UnaryTestReading } from './unary-test-parser.ts';
import { intersect } from './value-set.ts';

/** Longer or deeper than any cell of a table; the grammar needs time and stack for more. */
const longestTest = 2_000;
const deepestNesting = 40;

const unaryTests = parser.configure({ top: 'UnaryTests' });

/** Reads one FEEL unary test: see `UnaryTestParser`. */
export function parseUnaryTests(
	text: string,
	domain: InputDomain,
	inputs?: readonly string[],
): UnaryTestReading {
	const problem = tooLarge(text);
	if (problem !== null) return { kind: 'invalid', problems: [problem] };
	const top = unaryTests.parse(text).topNode;
	const error = firstError(top, text);
	if (error !== null) return { kind: 'invalid', problems: [error] };

	const whole = domainSet(domain);
	const context: FeelContext = { text, domain, whole, inputs, problems: [], opaque: [] };
	const set = readUnaryTests(top, context);
	if (context.problems.length > 0) return { kind: 'invalid', problems: context.problems };
	const [opaque] = context.opaque;
	if (opaque !== undefined) return { kind: 'opaque', ...opaque };
	return { kind: 'set', set: intersect(whole, set) };
}

function tooLarge(text: string): TestProblem | null {
	const at = { from: 0, to: text.length };
	if (text.length > longestTest) return { at, message: `The test is longer than ${longestTest} characters` };
	let depth = 0;
	for (const character of text.replace(/"(?:[^"\\]|\\.)*"/g, '')) {
		if ('([{'.includes(character)) depth++;
		else if (')]}'.includes(character) && depth > 0) depth--;
		if (depth > deepestNesting) return { at, message: `The test nests more than ${deepestNesting} brackets` };
	}
	return null;
}

function firstError(top: SyntaxNode, text: string): TestProblem | null {
	let from: number | null = null;
	top.cursor().iterate((node) => {
		if (node.type.isError) from ??= node.from;
		return from === null;
	});
	if (from === null) return null;
	const at: number = from;
	const rest = text.slice(at).trim();
	const help = syntaxHelp(text);
	if (text.trim() === '') return { at: { from: 0, to: text.length }, message: 'The test is empty', help };
	const message =
		rest === '' ? 'The test ends too early' : `The test cannot be read from "${shorten(rest)}" on`;
	return { at: rest === '' ? { from: 0, to: text.length } : { from: at, to: text.length }, message, help };
}

function shorten(text: string): string {
	return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
