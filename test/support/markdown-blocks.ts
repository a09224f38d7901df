/** A fenced block of a Markdown page. */
export interface FencedBlock {
	/** The word behind the fence: `console`, `yaml`. */
	readonly language: string;
	readonly text: string;
	/** Line of the fence, from 1. */
	readonly line: number;
	/** What the HTML comments right above it tell the test, e.g. `save: PATH`; readers do not see them. */
	readonly notes: readonly string[];
}

/** The fenced blocks of a page, in order. */
export function fencedBlocks(page: string): readonly FencedBlock[] {
	const blocks: FencedBlock[] = [];
	const lines = page.split('\n');
	let notes: string[] = [];
	for (let index = 0; index < lines.length; index++) {
		const line = lines[index] ?? '';
		const fence = /^(?<marks>`{3,})(?<language>\S*)/.exec(line)?.groups;
		if (fence === undefined) {
			const note = /^<!-- (?<note>.+) -->$/.exec(line)?.groups?.['note'];
			if (note !== undefined) notes.push(note);
			else if (line !== '') notes = [];
			continue;
		}
		const start = index + 1;
		index = lines.indexOf(fence['marks'] ?? '', start);
		if (index === -1) throw new Error(`The block of line ${start} never ends`);
		blocks.push({
			language: fence['language'] ?? '',
			text: `${lines.slice(start, index).join('\n')}\n`,
			line: start,
			notes,
		});
		notes = [];
	}
	return blocks;
}

/** One command of a console block, with what it must print. */
export interface ConsoleCall {
	readonly command: string;
	readonly output: readonly string[];
}

/** The calls of a console block: `$ command`, the lines of a here-document, then the output. */
export function consoleCalls(text: string): readonly ConsoleCall[] {
	const calls: { command: string; output: string[] }[] = [];
	let until: string | undefined;
	for (const line of text.replace(/\n$/, '').split('\n')) {
		const call = calls.at(-1);
		if (until !== undefined && call !== undefined) {
			call.command += `\n${line}`;
			if (line === until) until = undefined;
		} else if (line.startsWith('$ ')) {
			calls.push({ command: line.slice(2), output: [] });
			until = /<<'(?<word>\w+)'/.exec(line)?.groups?.['word'];
		} else if (call === undefined) {
			throw new Error(`A console block begins with "$ ", not with: ${line}`);
		} else {
			call.output.push(line);
		}
	}
	return calls;
}

/** A pattern for exact output, in which `…` alone on a line is any lines, and `…` in a line any text. */
export function outputPattern(lines: readonly string[]): RegExp {
	const parts = lines.map((line) =>
		line.trim() === '…' ? '(?:.*\\n)*?' : `${line.split('…').map(escaped).join('.*')}\\n`,
	);
	return new RegExp(`^${parts.join('')}$`);
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
