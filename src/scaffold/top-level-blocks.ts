/** A top-level key of a document with all lines that belong to it, comments above it included. */
export interface TopLevelBlock {
	/** Empty for what stands before the first key. */
	readonly key: string;
	readonly text: string;
}

/** Cuts a block-style document at its top-level keys; joined, the texts give the document back. */
export function topLevelBlocks(document: string): readonly TopLevelBlock[] {
	const blocks: { key: string; lines: string[] }[] = [{ key: '', lines: [] }];
	for (const line of document.split(/(?<=\n)/)) {
		const key = /^(?<key>[A-Za-z_][\w-]*):/.exec(line)?.groups?.['key'];
		if (key !== undefined) {
			const above = blocks.at(-1)?.lines ?? [];
			const own = above.findLastIndex((one) => !/^(?:#|\s*$)/.test(one)) + 1;
			// Comments at the very top speak of the whole document.
			blocks.push({ key, lines: [...(blocks.length === 1 ? [] : above.splice(own)), line] });
		} else blocks.at(-1)?.lines.push(line);
	}
	return blocks.map(({ key, lines }) => ({ key, text: lines.join('') }));
}
