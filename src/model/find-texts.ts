import type { Path } from '../diagnostics/path.ts';

/** A text of a document, and where it stands. */
export interface FoundText {
	readonly text: string;
	readonly path: Path;
}

/** A step on the way to a text: its key or index, and the step before it. */
interface Step {
	readonly key: string | number;
	readonly above: Step | undefined;
}

/** A text with the way to it, read from its end: a path is made only for what is taken. */
export interface TextNode extends Step {
	readonly text: string;
}

const known = new WeakMap<object, readonly TextNode[]>();

/** All texts of a value, in order; keys are none. Walked once for each value, however many ask. */
export function textNodesOf(value: unknown): readonly TextNode[] {
	if (typeof value !== 'object' || value === null) return [];
	const before = known.get(value);
	if (before !== undefined) return before;
	const nodes: TextNode[] = [];
	collect(value, undefined, nodes);
	known.set(value, nodes);
	return nodes;
}

/**
 * The texts of a value that `accepts` takes, in order. Of what stands under a key that `enters` refuses nothing is taken.
 */
export function findTexts(
	value: unknown,
	accepts: (text: string) => boolean,
	enters: (key: string) => boolean = () => true,
): FoundText[] {
	const found: FoundText[] = [];
	for (const node of textNodesOf(value)) {
		if (accepts(node.text) && isEntered(node, enters)) found.push({ text: node.text, path: pathTo(node) });
	}
	return found;
}

/** The path of a text. */
export function pathTo(node: TextNode): Path {
	const path: (string | number)[] = [];
	for (let step: Step | undefined = node; step; step = step.above) path.push(step.key);
	return path.reverse();
}

function isEntered(node: TextNode, enters: (key: string) => boolean): boolean {
	for (let step: Step | undefined = node; step; step = step.above) {
		if (typeof step.key === 'string' && !enters(step.key)) return false;
	}
	return true;
}

function collect(value: object, above: Step | undefined, nodes: TextNode[]): void {
	const look = (child: unknown, key: string | number): void => {
		if (typeof child === 'string') nodes.push({ key, above, text: child });
		else if (typeof child === 'object' && child !== null) collect(child, { key, above }, nodes);
	};
	if (Array.isArray(value)) value.forEach(look);
	// Content values are plain objects: they have no keys but their own.
	else for (const key in value) look(value[key as keyof typeof value], key);
}

/** The texts of a value without their places, but for those under top-level keys that are left out. */
export function textsWithout(value: unknown, leftOut: string): string[] {
	const texts: string[] = [];
	const walk = (here: unknown): void => {
		if (typeof here === 'string') texts.push(here);
		else if (Array.isArray(here)) for (const child of here) walk(child);
		else if (typeof here === 'object' && here !== null) {
			for (const key in here) walk(here[key as keyof typeof here]);
		}
	};
	if (typeof value !== 'object' || value === null) return texts;
	for (const [key, child] of Object.entries(value)) if (key !== leftOut) walk(child);
	return texts;
}
