const lineEnd = 0x0a;

/**
 * Whether a file of records only grew. Of a run, whose lines lean on each other, the older text has to be the beginning
 * of the newer one. Of trainings, to which branches add at once, each older line has to stand in the newer text, byte
 * for byte and in the same order: git may have merged others in between.
 */
export function onlyGrows(file: string, older: Buffer, newer: Buffer): boolean {
	const isBeginning = newer.subarray(0, older.length).equals(older);
	if (!file.startsWith('records/training/')) return isBeginning;
	// A line without its end could have been added to.
	return (isBeginning && endsLine(older)) || keepsLines(older, newer);
}

function endsLine(text: Buffer): boolean {
	return text.length === 0 || text.at(-1) === lineEnd;
}

function keepsLines(older: Buffer, newer: Buffer): boolean {
	const later = linesOf(newer);
	let at = 0;
	return linesOf(older).every((line) => {
		at = later.indexOf(line, at) + 1;
		return at > 0;
	});
}

function linesOf(text: Buffer): readonly string[] {
	// Each byte is one character, whatever text it is of.
	const lines = text.toString('latin1').split('\n');
	return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/**
 * The lines that a text holds beyond an older one. As many as it lost may stand in their place, altered: where it has no
 * more new lines than that, none was added.
 */
export function addedLines(older: Buffer, newer: Buffer): readonly string[] {
	const [before, after] = [linesOf(older), linesOf(newer)];
	const fresh = beyond(after, before);
	return fresh.length > beyond(before, after).length ? fresh : [];
}

/** Whether a text holds all lines that were added to it. */
export function holdsLines(text: Buffer, added: readonly string[]): boolean {
	return beyond(added, linesOf(text)).length === 0;
}

/** The lines of one text that another does not hold as often. */
function beyond(lines: readonly string[], others: readonly string[]): readonly string[] {
	const left = new Map<string, number>();
	for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
	return lines.filter((line) => {
		const count = left.get(line) ?? 0;
		left.set(line, count - 1);
		return count <= 0;
	});
}
