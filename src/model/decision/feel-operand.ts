import type { SyntaxNode } from '@lezer/common';
import { cannotAnalyse, type FeelContext, moreThanValues, partsOf, textOf, wrong } from './feel-context.ts';
import { readFeelLiteral } from './feel-literal.ts';
import { misfitOf } from './fit-value.ts';
import type { Value } from './input-domain.ts';

/** The value a test compares with; null where it is none, which is then noted. */
export function readOperand(node: SyntaxNode, context: FeelContext): Value | null {
	const literal = readFeelLiteral(node, context.text);
	if (literal !== null) {
		const misfit = 'message' in literal ? literal : misfitOf(literal, context.domain);
		if (misfit !== null) return wrong(context, node, misfit.message, misfit.help);
		return 'message' in literal ? null : literal.value;
	}
	const text = textOf(node, context);
	switch (node.name) {
		case 'ParenthesizedExpression': {
			const inner = partsOf(node)[1];
			return inner === undefined ? null : readOperand(inner, context);
		}
		case 'VariableName':
			return readName(node, context);
		case 'Conjunction':
		case 'Comparison':
			if (text.includes('?')) break;
			return wrong(
				context,
				node,
				`Two limits cannot be joined as "${text}"`,
				'Write an interval: [5..7] with both ends, (5..7) without them, [5..7) without the last',
			);
		case 'SimplePositiveUnaryTest':
			return wrong(context, node, 'Two comparisons stand one after the other', 'Write one of < <= > >= = !=');
		case 'ArithmeticExpression':
			if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(text) && context.domain.type === 'date')
				return wrong(context, node, `${text} is a subtraction here, not a date`, `Write date("${text}")`);
			break;
		case 'null':
			return cannotAnalyse(context, node, 'it tests for null, and an input is taken to have a value');
	}
	return cannotAnalyse(context, node, moreThanValues(text));
}

/** A word without quotes: in FEEL it names another value. */
function readName(node: SyntaxNode, context: FeelContext): null {
	const { domain, inputs } = context;
	const name = textOf(node, context);
	if (domain.type === 'boolean' && /^(?:yes|no|y|n|on|off|true|false)$/i.test(name))
		return wrong(context, node, `${name} is not true or false`, 'Write true or false, in small letters');
	const takesText = domain.type !== 'number' && domain.type !== 'date' && domain.type !== 'boolean';
	if (takesText && (domain.values?.includes(name) || (inputs !== undefined && !inputs.includes(name))))
		return wrong(
			context,
			node,
			`${name} stands without quotes, as the name of another input`,
			`Write '"${name}"': the inner quotes are the test's, the outer ones are YAML's`,
		);
	if (inputs !== undefined && !inputs.includes(name))
		return wrong(
			context,
			node,
			`"${name}" is neither a value nor an input`,
			'Write a value, or the id of an input',
		);
	return cannotAnalyse(
		context,
		node,
		`it compares with ${name}, which is known only when the decision is taken`,
	);
}
