import type { SyntaxNode } from '@lezer/common';
import { readComparison, readInterval } from './feel-comparison.ts';
import { cannotAnalyse, type FeelContext, moreThanValues, partsOf, textOf, wrong } from './feel-context.ts';
import { readFeelLiteral } from './feel-literal.ts';
import { intersect, subtract, unite, type ValueSet } from './value-set.ts';

/** The values that pass; means nothing where the context then holds a problem or something opaque. */
export function readUnaryTests(top: SyntaxNode, context: FeelContext): ValueSet {
	const tests = top.getChild('PositiveUnaryTests');
	if (tests === null) return context.whole;
	const passing = readAny(partsOf(tests), context);
	return top.getChild('not') === null ? passing : subtract(context.whole, passing);
}

/** Values that pass any of the tests: what a comma means. */
function readAny(tests: readonly SyntaxNode[], context: FeelContext): ValueSet {
	let passing = subtract(context.whole, context.whole);
	for (const [index, test] of tests.entries()) {
		if (!endsNumber(tests[index - 1], test, context)) passing = unite(passing, readTest(test, context));
	}
	return passing;
}

function readTest(node: SyntaxNode, context: FeelContext): ValueSet {
	const parts = partsOf(node);
	const [first, second] = parts;
	switch (node.name) {
		case 'PositiveUnaryTest':
			return first === undefined ? context.whole : readTest(first, context);
		case 'ParenthesizedExpression':
			return second === undefined ? context.whole : readTest(second, context);
		case 'SimplePositiveUnaryTest':
			if (first?.name === 'Interval') return readInterval(first, context);
			if (first?.name !== 'CompareOp' || second === undefined) return readComparison('=', node, context);
			return readComparison(textOf(first, context), second, context);
		case 'Interval':
			return readInterval(node, context);
		case 'List': {
			const members = parts.filter(({ name }) => name !== '[' && name !== ']');
			if (members.every((member) => readFeelLiteral(member, context.text) !== null))
				return readAny(members, context);
			return unknown(node, context);
		}
		case 'Comparison':
		case 'Conjunction':
		case 'Disjunction':
		case 'FunctionInvocation':
			// Of a boolean input, a condition that is false passes where the input is false: nobody means that.
			return context.domain.type === 'boolean' ? unknown(node, context) : readCondition(node, context);
		default:
			return readComparison('=', node, context);
	}
}

/** Values for which a condition about `?`, the value of the input, holds. */
function readCondition(node: SyntaxNode, context: FeelContext): ValueSet {
	const [first, second, third, fourth, fifth] = partsOf(node);
	if (first === undefined || second === undefined || third === undefined) return unknown(node, context);
	switch (node.name) {
		case 'ParenthesizedExpression':
			return readCondition(second, context);
		case 'Conjunction':
			if (joinsValues(node, first, third, context)) return context.whole;
			return intersect(readCondition(first, context), readCondition(third, context));
		case 'Disjunction':
			if (joinsValues(node, first, third, context)) return context.whole;
			return unite(readCondition(first, context), readCondition(third, context));
		case 'FunctionInvocation': {
			const parameters = node.getChild('PositionalParameters');
			const [condition, another] = parameters === null ? [] : partsOf(parameters);
			if (textOf(first, context) !== 'not' || condition === undefined || another !== undefined) break;
			return subtract(context.whole, readCondition(condition, context));
		}
		case 'Comparison':
			if (first.name === '?' && second.name === 'CompareOp')
				return readComparison(textOf(second, context), third, context);
			if (third.name === '?' && second.name === 'CompareOp')
				return readComparison(textOf(second, context), first, context, true);
			if (first.name !== '?') break;
			if (second.name === 'in')
				return fourth === undefined ? readTest(third, context) : readAny(partsOf(fourth), context);
			if (second.name !== 'between' || fifth === undefined) break;
			return intersect(readComparison('>=', third, context), readComparison('<=', fifth, context));
	}
	return unknown(node, context);
}

/** `5 or 7`: FEEL joins conditions so, and people write it for values. */
function joinsValues(node: SyntaxNode, left: SyntaxNode, right: SyntaxNode, context: FeelContext): boolean {
	if ([left, right].every((side) => readFeelLiteral(side, context.text) === null)) return false;
	wrong(
		context,
		node,
		`"${node.name === 'Conjunction' ? 'and' : 'or'}" joins conditions, not values`,
		`Separate values by commas: ${textOf(left, context)}, ${textOf(right, context)}`,
	);
	return true;
}

function unknown(node: SyntaxNode, context: FeelContext): ValueSet {
	cannotAnalyse(context, node, moreThanValues(textOf(node, context)));
	return context.whole;
}

/** FEEL reads 1,500 as 1 or 500, and 1.000,50 as 1 or 50: whoever writes it means something else. */
function endsNumber(before: SyntaxNode | undefined, test: SyntaxNode, context: FeelContext): boolean {
	if (before === undefined || test.from !== before.to + 1) return false;
	const together = context.text.slice(before.from, test.to);
	const number = /(?<![\d.])\d{1,3}(?:(?:\.\d{3})+,\d+|,\d{3}(?!\d))/.exec(together)?.[0];
	if (number === undefined) return false;
	const meant = number.includes('.') ? number.replaceAll('.', '').replace(',', '.') : number.replace(',', '');
	wrong(
		context,
		test,
		`The comma in ${number} separates two values`,
		`Write ${meant}, or put a space after the comma if two values are meant`,
	);
	return true;
}
