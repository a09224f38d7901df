import type { SyntaxNode } from '@lezer/common';
import { comparisonSet, isComparison, mirror } from './comparison.ts';
import { intervalBetween, setOfIntervals } from './domain-set.ts';
import { cannotAnalyse, type FeelContext, partsOf, textOf, wrong } from './feel-context.ts';
import { readOperand } from './feel-operand.ts';
import { intersect, type ValueSet } from './value-set.ts';

/** Values that compare so with an operand: `> 5`; mirrored where the operand stands first: `5 < ?`. */
export function readComparison(
	written: string,
	operand: SyntaxNode,
	context: FeelContext,
	operandFirst = false,
): ValueSet {
	const { domain, whole } = context;
	const value = readOperand(operand, context);
	if (value === null) return whole;
	if (!isComparison(written)) {
		cannotAnalyse(context, operand, `${written} is not a comparison that can be analysed`);
		return whole;
	}
	const set = comparisonSet(operandFirst ? mirror(written) : written, value, domain, whole);
	if (set !== null) return intersect(whole, set);
	noOrder(operand, written, context);
	return whole;
}

/** Values of an interval: `[1..5]`, `(1..5)`, `]1..5[`. */
export function readInterval(node: SyntaxNode, context: FeelContext): ValueSet {
	const { domain, whole } = context;
	const { type } = domain;
	const [open, low, , high, close] = partsOf(node);
	if (open === undefined || low === undefined || high === undefined || close === undefined) return whole;
	if (type !== 'number' && type !== 'date') {
		noOrder(node, 'an interval', context);
		return whole;
	}
	const from = readOperand(low, context);
	const to = readOperand(high, context);
	if (from === null || to === null) return whole;
	// Both fit the type here, and dates of this form sort as text.
	if (from > to) {
		wrong(context, node, `The interval runs from ${from} down to ${to}`, 'Write the smaller value first');
		return whole;
	}
	const lowIncluded = textOf(open, context) === '[';
	const highIncluded = textOf(close, context) === ']';
	return intersect(whole, setOfIntervals(type, [intervalBetween(type, from, lowIncluded, to, highIncluded)]));
}

function noOrder(node: SyntaxNode, written: string, context: FeelContext): void {
	const { name, type } = context.domain;
	if (type === 'text') cannotAnalyse(context, node, 'it compares text by its letters');
	else
		wrong(
			context,
			node,
			`${name} has no order, so ${written} does not fit it`,
			'Name the values that pass, separated by commas',
		);
}
