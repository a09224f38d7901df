import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import { deepestNesting } from './nesting.ts';

/** What the aliases of a document stand for, and why one of them cannot. */
export interface ExpandedValue {
	/** The value with aliases expanded; undefined where one cannot be. */
	readonly value: unknown;
	/** The node each alias stands for. */
	readonly targets: ReadonlyMap<Alias, Node>;
	readonly refused:
		| { readonly alias: Alias; readonly because: 'unknown' | 'circular' | 'too large' }
		| undefined;
}

/** More values than this no document holds; aliases can multiply a few lines to more than a machine does. */
export const mostExpandedValues = 100_000;

interface Anchored {
	readonly node: Node;
	/** Undefined while the node itself is still being read. */
	content: { readonly value: unknown; readonly size: number; readonly depth: number } | undefined;
}

/**
 * The plain value of a document. An alias stands for the node that last bore its anchor; one that stands inside
 * what it refers to, or that makes the whole too large or too deep, is refused. Keys that are lists or maps, and
 * `__proto__`, are left out: the reader reports them.
 */
export function expandedValue(document: Document.Parsed): ExpandedValue {
	const anchors = new Map<string, Anchored>();
	const targets = new Map<Alias, Node>();
	let refused: ExpandedValue['refused'];
	/** Values so far, those that aliases add included; deepest level reached. */
	let size = 0;
	let expanded = 0;
	let deepest = 0;

	const expand = (alias: Alias, level: number): unknown => {
		const anchored = anchors.get(alias.source);
		if (anchored === undefined) refused ??= { alias, because: 'unknown' };
		else if (anchored.content === undefined) refused ??= { alias, because: 'circular' };
		else {
			const { content, node } = anchored;
			targets.set(alias, node);
			expanded += content.size;
			size += content.size;
			deepest = Math.max(deepest, level + content.depth);
			if (expanded > mostExpandedValues || deepest > 2 * deepestNesting)
				refused ??= { alias, because: 'too large' };
			return content.value;
		}
		return undefined;
	};

	const read = (node: unknown, level: number): unknown => {
		if (isAlias(node)) return expand(node, level);
		const anchor = (node as { anchor?: string } | null)?.anchor;
		if (anchor === undefined) return content(node, level);
		const anchored: Anchored = { node: node as Node, content: undefined };
		anchors.set(anchor, anchored);
		const [sizeBefore, deepestBefore] = [size, deepest];
		deepest = level;
		const value = content(node, level);
		anchored.content = { value, size: size - sizeBefore, depth: deepest - level };
		deepest = Math.max(deepest, deepestBefore);
		return value;
	};

	const content = (node: unknown, level: number): unknown => {
		size++;
		deepest = Math.max(deepest, level);
		if (isScalar(node)) return node.value;
		if (isSeq(node)) return node.items.map((item) => read(item, level + 1));
		if (!isMap(node)) return null;
		const map: Record<string, unknown> = {};
		for (const { key, value } of node.items) {
			const name = read(key, level + 1);
			const child = value === null ? null : read(value, level + 1);
			if ((typeof name !== 'object' || name === null) && name !== '__proto__')
				map[String(name ?? '')] = child;
		}
		return map;
	};

	const value = read(document.contents, 0);
	return { value: refused ? undefined : value, targets, refused };
}
