import type { SyntaxNode } from '@lezer/common';
import type { OffsetRange } from '../../diagnostics/position.ts';
import type { InputDomain } from './input-domain.ts';
import type { TestProblem } from './unary-test-parser.ts';
import type { ValueSet } from './value-set.ts';

/** One test being read, and what was found on the way. */
export interface FeelContext {
	readonly text: string;
	readonly domain: InputDomain;
	/** All values of the domain: also what stands in where a part could not be read. */
	readonly whole: ValueSet;
	/** The ids a test may name; undefined where nobody said. */
	readonly inputs: readonly string[] | undefined;
	readonly problems: TestProblem[];
	readonly opaque: { readonly at: OffsetRange; readonly reason: string }[];
}

/** Notes what is wrong with a part of the test. */
export function wrong(context: FeelContext, node: SyntaxNode, message: string, help?: string): null {
	const at = { from: node.from, to: node.to };
	context.problems.push(help === undefined ? { at, message } : { at, message, help });
	return null;
}

/** Notes a part that is FEEL and cannot be analysed. */
export function cannotAnalyse(context: FeelContext, node: SyntaxNode, reason: string): null {
	context.opaque.push({ at: { from: node.from, to: node.to }, reason });
	return null;
}

/** The text of a part. */
export function textOf(node: SyntaxNode, context: FeelContext): string {
	return context.text.slice(node.from, node.to);
}

/** The children of a part, comments left out. */
export function partsOf(node: SyntaxNode): SyntaxNode[] {
	const parts: SyntaxNode[] = [];
	for (let child = node.firstChild; child !== null; child = child.nextSibling)
		if (child.name !== 'LineComment' && child.name !== 'BlockComment') parts.push(child);
	return parts;
}

/** Why a part of a test cannot be analysed, where it is more than fixed values. */
export function moreThanValues(text: string): string {
	return `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}" is more than a comparison with fixed values`;
}
