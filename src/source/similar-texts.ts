import { isPlainText } from './plain-text.ts';
import { readPlainLines } from './plain-yaml.ts';
import { readYaml } from './read-yaml.ts';
import type { YamlReading } from './yaml-reading.ts';

/** Blocks that are kept: those of a few versions. */
const mostBlocks = 200;

/**
 * A reader for texts that are alike, as the versions of a document are: what stands under a key at the very left is read
 * once for all that have it letter by letter, and is then one value in all of them, never to be changed. Gives what
 * `readYaml` gives.
 */
export function similarTexts(): (text: string) => YamlReading {
	const known = new Map<string, unknown>();
	let hadBraces = false;
	return (text) => {
		const blocks = isPlainText(text) ? blocksOf(text) : undefined;
		if (blocks === undefined) return readYaml(text);
		// Braces anywhere have the whole text looked at more closely.
		const hasBraces = text.includes('{');
		if (known.size > mostBlocks || hasBraces !== hadBraces) known.clear();
		hadBraces = hasBraces;
		const whole: Record<string, unknown> = {};
		for (const { key, lines } of blocks) {
			if (!known.has(lines)) {
				const value = readPlainLines(lines, hasBraces)?.value;
				// Whatever is not one key alone is judged with all that stands around it.
				if (typeof value !== 'object' || value === null || Object.keys(value).join() !== key)
					return readYaml(text);
				known.set(lines, Reflect.get(value, key));
			}
			if (Object.hasOwn(whole, key)) return readYaml(text);
			whole[key] = known.get(lines);
		}
		return { value: whole, problems: [] };
	};
}

/** A key at the very left; no text, list or map that is valid begins before it and ends behind it. */
const leftKey = /^([a-z][\w-]*):(?:[ \r\n]|$)/i;

interface Block {
	readonly key: string;
	/** The line of the key, and those below it. */
	readonly lines: string;
}

/** A plain text by its keys at the very left; undefined where something else stands there, or nothing. */
function blocksOf(text: string): readonly Block[] | undefined {
	const blocks: Block[] = [];
	let key: string | undefined;
	let from = 0;
	for (let at = 0; at < text.length; ) {
		const next = text.indexOf('\n', at) + 1 || text.length;
		const first = text[at];
		if (first !== ' ' && first !== '#' && first !== '\n' && first !== '\r' && first !== '-') {
			const found = leftKey.exec(text.slice(at, next))?.[1];
			if (found === undefined) return undefined;
			if (key !== undefined) blocks.push({ key, lines: text.slice(from, at) });
			key = found;
			from = at;
		} else if (key === undefined && first !== '#' && first !== '\n') return undefined;
		at = next;
	}
	return key === undefined ? undefined : [...blocks, { key, lines: text.slice(from) }];
}
