import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import { readFullYaml } from './full-yaml.ts';

/** How the value of a key is written. */
export type WrittenForm =
	| 'nothing'
	| 'plain'
	| 'single quotes'
	| 'double quotes'
	| 'block text'
	| 'alias'
	| 'list of lines'
	| 'list in brackets'
	| 'map';

/** A key at the top of a document and its value, as they are written. UTF-16 offsets, ends exclusive. */
export interface RootEntry {
	readonly keyFrom: number;
	readonly keyTo: number;
	readonly form: WrittenForm;
	/** The value, without an anchor or a tag before it; where nothing is written, right behind the colon. */
	readonly from: number;
	readonly to: number;
	/** Where the items of a list begin, behind their dashes. */
	readonly items: readonly number[];
}

/** The keys at the top of a document. */
export interface WrittenRoot {
	/** Whether they stand between braces, as in JSON. */
	readonly inBraces: boolean;
	readonly entries: ReadonlyMap<string, RootEntry>;
}

/** The keys at the top of a text, of one that stands twice the first; undefined where its value is no map. Parses the text. */
export function rootEntries(text: string): WrittenRoot | undefined {
	const root = readFullYaml(text).document?.contents;
	if (!isMap(root)) return undefined;
	const entries = new Map<string, RootEntry>();
	for (const { key, value } of root.items) {
		if (!isScalar(key) || !key.range || entries.has(String(key.value))) continue;
		const [keyFrom, keyTo] = key.range;
		// Pairs of a parsed map hold nodes.
		const range = (value as { readonly range?: readonly number[] | null } | null)?.range;
		const [from = keyTo, to = keyTo] = range ?? [];
		const items = isSeq(value) ? value.items.map((item) => startOf(item) ?? from) : [];
		entries.set(String(key.value), { keyFrom, keyTo, form: formOf(value), from, to, items });
	}
	return { inBraces: root.flow === true, entries };
}

function startOf(item: unknown): number | undefined {
	return (item as { readonly range?: readonly number[] | null } | null)?.range?.[0];
}

function formOf(value: unknown): WrittenForm {
	if (isAlias(value)) return 'alias';
	if (isSeq(value)) return value.flow ? 'list in brackets' : 'list of lines';
	if (!isScalar(value)) return 'map';
	if (value.type === 'QUOTE_DOUBLE') return 'double quotes';
	if (value.type === 'QUOTE_SINGLE') return 'single quotes';
	if (value.type === 'PLAIN') return value.value === null ? 'nothing' : 'plain';
	return 'block text';
}
