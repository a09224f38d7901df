import { isAlias, isMap, isScalar, isSeq, type Scalar } from 'yaml';
import type { Path } from '../diagnostics/path.ts';
import { readFullYaml } from './full-yaml.ts';

/** A single value or a key as it is written in a YAML text. */
export interface WrittenScalar {
	/** Of the value, or of the value that the key belongs to. */
	readonly path: Path;
	readonly part: 'key' | 'value';
	readonly value: unknown;
	/** UTF-16 offsets, `to` exclusive, quotes and block headers included. */
	readonly from: number;
	readonly to: number;
	readonly style: 'plain' | 'quoted' | 'block';
	/** Whether it is an item of a list in brackets. */
	readonly inBrackets: boolean;
}

/** Every single value and key of a text, in order; what an alias repeats is told only where it is written out. Parses the text. */
export function writtenScalars(text: string): readonly WrittenScalar[] {
	const scalars: WrittenScalar[] = [];
	const add = (node: Scalar, path: Path, part: 'key' | 'value', inBrackets: boolean): void => {
		const range = node.range;
		if (!range) return;
		const [from, to] = range;
		scalars.push({ path, part, value: node.value, from, to, style: styleOf(node), inBrackets });
	};
	const walk = (node: unknown, path: Path, inBrackets: boolean): void => {
		if (isAlias(node)) return;
		if (isScalar(node)) add(node, path, 'value', inBrackets);
		else if (isSeq(node)) {
			for (const [index, item] of node.items.entries()) walk(item, [...path, index], node.flow === true);
		} else if (isMap(node)) {
			for (const { key, value } of node.items) {
				if (!isScalar(key)) continue;
				const below = [...path, String(key.value)];
				add(key, below, 'key', false);
				walk(value, below, false);
			}
		}
	};
	walk(readFullYaml(text).document?.contents, [], false);
	return scalars;
}

/** The scalar that is a value at a path; undefined where there is none. */
export function writtenAt(scalars: readonly WrittenScalar[], path: Path): WrittenScalar | undefined {
	return scalars.find(
		(one) =>
			one.part === 'value' &&
			one.path.length === path.length &&
			one.path.every((step, index) => step === path[index]),
	);
}

/** The last value that ends at an offset or before it, on the same line. */
export function valueBefore(
	scalars: readonly WrittenScalar[],
	text: string,
	offset: number,
): WrittenScalar | undefined {
	const before = scalars.findLast((one) => one.part === 'value' && one.to <= offset);
	return before !== undefined && !/[\r\n]/.test(text.slice(before.to, offset)) ? before : undefined;
}

function styleOf(node: Scalar): WrittenScalar['style'] {
	if (node.type === 'PLAIN') return 'plain';
	return node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL' ? 'block' : 'quoted';
}

/** A text in double quotes, as JSON and YAML both read it. */
export function quoted(text: string): string {
	return JSON.stringify(text);
}
